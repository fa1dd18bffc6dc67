/** What the option accepts, and what is said where several threads cannot be had. */
import { afterEach, describe, expect, it } from 'vitest';
import { threading } from '../../../src/graph/threading.ts';
import {
  compile,
  dense,
  meanSquaredError,
  OptionError,
  sequential,
  sgd,
  Trainer,
  type TrainerOptions,
  tensor,
} from '../../../src/index.ts';
import { useThreads } from '../../../src/threads/source.ts';

afterEach(() => {
  threading.source = undefined;
});

function trained(threads: unknown, layers = [dense({ units: 3 })]) {
  const trainer = new Trainer({
    model: sequential({ inputShape: [2], seed: 1 }, layers),
    ...{ loss: meanSquaredError(), optimizer: sgd({ learningRate: 0.1 }), iterations: 2 },
    threads: threads as TrainerOptions['threads'],
  });
  const train = {
    inputs: tensor([
      [1, 2],
      [3, 4],
    ]),
    targets: tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]),
    size: 2,
  };
  for (const event of trainer.run({ train })) if (event.type === 'trainEnd') break;
  return trainer;
}

const weights = (trainer: Trainer) => trainer.model.parameters().map((own) => own.toArray());

describe('the option threads', () => {
  it.each([0, -1, 1.5, Number.NaN, '2', 'all', null, true])('refuses %s', (threads) => {
    expect(() => trained(threads)).toThrow(OptionError);
    expect(() => trained(threads)).toThrow(/Trainer.threads/);
  });

  it.each([1, 'auto'])('is %s without any preparation', (threads) => {
    expect(trained(threads).obstacle).toBeUndefined();
    expect(trained(threads).threads).toBe(1);
  });

  it('names what several threads need', () => {
    const trainer = trained(2);
    expect(trainer.obstacle).toBe("threads need enableThreads() of 'epochal/threads'");
    expect(trainer.threads).toBe(1);
    expect(trainer.backend).toBe('wasm');
    expect(weights(trainer)).toEqual(weights(trained(1)));
    const twice = compile((x) => x.mul(2), { threads: 2 });
    expect(twice(tensor([3])).toArray()).toEqual([6]);
    expect(twice.obstacle()).toMatch('enableThreads');
  });

  it('names what is missing here, and nothing when one thread is asked for', () => {
    useThreads(undefined, { cores: 4, obstacle: 'this thread may not wait' });
    for (const threads of [2, 'auto']) {
      expect(trained(threads).obstacle).toBe('this thread may not wait');
      expect(trained(threads).backend).toBe('wasm');
    }
    expect(trained(1).obstacle).toBeUndefined();
  });

  it('starts nobody for a plan that is too small', () => {
    let started = 0;
    const start = () => {
      started++;
      return { post() {}, end() {} };
    };
    useThreads(start, { cores: 2 });
    expect(trained(2).obstacle).toBeUndefined();
    expect(started).toBe(0);
    // A larger one waits for nobody, though nobody ever comes.
    const large = trained(2, [dense({ units: 400 }), dense({ units: 300 }), dense({ units: 3 })]);
    expect(started).toBe(1);
    expect(large.threads).toBe(1);
    expect(weights(large)).toEqual(
      weights(trained(1, [dense({ units: 400 }), dense({ units: 300 }), dense({ units: 3 })])),
    );
  });

  it('trains on where starting a thread is forbidden', () => {
    useThreads(
      () => {
        throw new Error('refused by a policy');
      },
      { cores: 2, grain: 1 },
    );
    const trainer = trained(2);
    expect(weights(trainer)).toEqual(weights(trained(1)));
  });
});
