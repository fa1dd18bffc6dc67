/** `enableThreads`: its options, what `auto` means then, the share of a trial, and what is told of it. */
import { availableParallelism } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { threading } from '../../../src/graph/threading.ts';
import {
  compile,
  dense,
  evaluate,
  meanSquaredError,
  OptionError,
  ones,
  relu,
  StateError,
  sequential,
  sgd,
  type Tensor,
  Trainer,
  zeros,
} from '../../../src/index.ts';
import { SHARE } from '../../../src/threads/cores.ts';
import { startThreads } from '../../../src/threads/enable.ts';
import { enableThreads, runThread } from '../../../src/threads/index.ts';
import { useThreads } from '../../../src/threads/source.ts';
import { ofWorkers } from '../../../src/threads/start.ts';
import type { StartThread } from '../../../src/threads/thread.ts';

const share = Symbol.for(SHARE);
afterEach(() => {
  threading.source = undefined;
  delete (globalThis as Record<symbol, unknown>)[share];
});

/** Threads that are started and never answer: how many were wanted is seen, and the bits are those of one. */
function silent() {
  const seen = { started: 0 };
  const start: StartThread = () => {
    seen.started++;
    return { post() {}, end() {} };
  };
  return { seen, start };
}

const network = (units: number) =>
  sequential({ inputShape: [units], seed: 1 }, [dense({ units }), relu(), dense({ units: 4 })]);
const dataset = (units: number) => ({
  ...{ inputs: ones([256, units]), targets: zeros([256, 4]), size: 256 },
});

function trainer(units: number): Trainer {
  const optimizer = sgd({ learningRate: 0.1 });
  const options = { loss: meanSquaredError(), optimizer, iterations: 2, batchSize: 256 };
  const own = new Trainer({ model: network(units), ...options });
  for (const event of own.run({ train: dataset(units) })) if (event.type === 'trainEnd') break;
  return own;
}

/** What computes, and asks for no number of threads. */
const computations: readonly [string, (units: number) => unknown][] = [
  ['a Trainer', trainer],
  ['predict', (units) => network(units).predict(dataset(units).inputs)],
  [
    'evaluate',
    (units) => evaluate({ model: network(units), loss: meanSquaredError() }, dataset(units)),
  ],
  [
    'compile',
    (units) => compile((x: Tensor) => x.matmul(ones([units, units])).relu())(ones([256, units])),
  ],
];

describe.each(computations)('%s', (_, compute) => {
  it('has as many threads as there are cores, by default', () => {
    const { seen, start } = silent();
    useThreads(start, { cores: 3 });
    compute(256);
    expect(seen.started).toBe(2);
  });

  it('has one where there is little to do', () => {
    const { seen, start } = silent();
    useThreads(start, { cores: 3 });
    compute(8);
    expect(seen.started).toBe(0);
  });

  it('has no more than its share, as a trial of a search', () => {
    const { seen, start } = silent();
    useThreads(start, { cores: 8, share: 2 });
    compute(256);
    expect(seen.started).toBe(1);
  });
});

describe('the share of a trial', () => {
  it('is a limit for whoever asks for more, too; with one the reason is told', () => {
    const { seen, start } = silent();
    useThreads(start, { cores: 8, share: 1 });
    const twice = compile((x: Tensor) => x.matmul(ones([256, 256])), { threads: 4 });
    twice(ones([256, 256]));
    expect(seen.started).toBe(0);
    expect(twice.obstacle()).toBe('the trials of a search share the cores, one for each');
    expect(trainer(256).threads).toBe(1);
    expect(trainer(256).obstacle).toBe('the trials of a search share the cores, one for each');
  });

  it('is read from the thread of the trial', () => {
    (globalThis as Record<symbol, unknown>)[share] = 1;
    const use = startThreads({ threads: 8, worker: undefined });
    network(256).predict(dataset(256).inputs);
    expect(use.reason()).toBe('the trials of a search share the cores, one for each');
    use.end();
  });
});

describe('enableThreads', () => {
  it.each([0, 1.5, 'all', -1])('refuses %s threads', (threads) => {
    expect(() => enableThreads({ threads: threads as number })).toThrow(OptionError);
    expect(threading.source).toBeUndefined();
  });

  it('takes options at the first call', () => {
    enableThreads({ threads: 2 });
    enableThreads();
    enableThreads({ threads: 'auto' });
    expect(() => enableThreads({ threads: 3 })).toThrow(StateError);
    expect(() => enableThreads({ worker: () => ({ postMessage() {}, terminate() {} }) })).toThrow(
      StateError,
    );
  });

  it('says why one thread computed', () => {
    const use = startThreads({ threads: 'auto', worker: undefined });
    const said = () => [use.most(), use.reason()];
    const little = 'too little work that threads can share';
    expect(said()).toEqual([1, little]);
    trainer(8);
    expect(said()).toEqual([1, little]);
    network(256).predict(dataset(256).inputs);
    const late =
      availableParallelism() === 1 ? 'there is one core' : 'it was done before others had started';
    expect(said()).toEqual([1, late]);
    use.end();
    expect(threading.source).toBeUndefined();
  });

  it('runThread is for workers of pages', () => {
    expect(() => runThread()).toThrow(StateError);
    expect(() => runThread()).toThrow(/enableThreads\(\{ worker \}\)/);
  });
});

describe('where threads may not be started', () => {
  const refusal = 'threads may not be started here: see worker-src';

  it('by an error at once, nobody tries again', () => {
    let tried = 0;
    const start = () => {
      tried++;
      throw new Error('refused by a policy');
    };
    useThreads(start, { cores: 4 });
    expect(trainer(256).obstacle).toBe(refusal);
    expect(trainer(256).obstacle).toBe(refusal);
    expect(tried).toBe(1);
  });

  it.each([
    ['an event without a message', {}, refusal],
    [
      'an error of the code, three times',
      { message: 'x is not defined' },
      'threads were lost 3 times',
    ],
  ])('by %s', (_, event, reason) => {
    const workers: { onerror?: ((event: object) => void) | null }[] = [];
    const make = () => {
      const worker = { postMessage() {}, terminate() {}, onmessage: null, onerror: null };
      workers.push(worker);
      return worker;
    };
    useThreads(ofWorkers(make), { cores: 2 });
    const results = Array.from({ length: 4 }, () => {
      const own = trainer(256);
      workers.at(-1)?.onerror?.(event);
      return own;
    });
    expect(results[3].obstacle).toBe(reason);
    expect(workers.length).toBe(reason === refusal ? 1 : 3);
  });
});
