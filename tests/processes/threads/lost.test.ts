/** Threads that end or hang in the middle: the training continues, with the bits it would have had. */
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { threading } from '../../../src/graph/threading.ts';
import {
  adam,
  dense,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
  type TrainerOptions,
} from '../../../src/index.ts';
import { random } from '../../../src/tensor/rng.ts';
import { FREE, JOB, PLAN, PRESENT, TAKING_PART, TILES } from '../../../src/threads/control.ts';
import { useThreads } from '../../../src/threads/source.ts';
import { starterHere } from '../../../src/threads/start.ts';
import type { Team } from '../../../src/threads/team.ts';
import type { StartThread } from '../../../src/threads/thread.ts';

const source = random(3, 'threads');
const train = fromArrays({
  inputs: Array.from({ length: 64 }, () => Array.from({ length: 200 }, () => source.normal())),
  targets: Int32Array.from({ length: 64 }, () => source.integer(4)),
});

function options(threads: number): TrainerOptions {
  return {
    model: sequential({ inputShape: [200], seed: 1 }, [
      dense({ units: 256 }),
      relu(),
      dense({ units: 4 }),
    ]),
    ...{ loss: softmaxCrossEntropy(), optimizer: adam({ learningRate: 0.01 }) },
    ...{ batchSize: 32, epochs: 2, threads },
  };
}

/** Everything that a training run leaves behind. */
function leftBy(trainer: Trainer): string {
  const state = { ...trainer.model.state(), ...trainer.optimizerState() };
  return JSON.stringify([trainer.history.epochs, state], (_, value) =>
    value?.toTypedArray ? [...value.toTypedArray()].map(String) : value,
  ).replaceAll(/"seconds":[^,}]*/g, '');
}

function trained(threads: number): { left: string; trainer: Trainer } {
  const trainer = new Trainer(options(threads));
  Array.from(trainer.run({ train }));
  return { left: leftBy(trainer), trainer };
}

const expected = trained(1).left;

let team: Team | undefined;
afterEach(() => {
  team?.close();
  threading.source = undefined;
});

const start = starterHere() as StartThread;

/**
 * What a thread does that takes part in jobs, and does not finish the n-th. It says in advance that it takes
 * part, so that no job is over before; takes a tile, if it is to and one is left; and then ends, or hangs.
 */
const SABOTAGE = `
const { parentPort, workerData } = require('node:worker_threads');
const { nth, takes, hangs, at } = workerData;
let number;
parentPort.on('message', ({ begin, program }) => {
  if (begin) number = begin.number;
  if (!program) return;
  const words = new Int32Array(program.memory.buffer);
  const own = at.TAKING_PART + 16 * number;
  Atomics.add(words, at.PRESENT, 1);
  for (let job = Atomics.load(words, at.JOB), seen = 1; ; seen++) {
    Atomics.store(words, own, job + 1);
    if (seen < nth) {
      for (let sleeps = 0; Atomics.load(words, at.JOB) <= job + 1; ) {
        const now = Atomics.load(words, at.JOB);
        if (Atomics.wait(words, at.JOB, now, 5) === 'timed-out' && ++sleeps > 1000) return;
      }
      job = Atomics.load(words, at.JOB) & ~1;
      Atomics.store(words, own, 0);
      Atomics.notify(words, own);
      if (Atomics.load(words, at.PLAN) !== program.plan) return;
      continue;
    }
    if (takes) {
      while (Atomics.load(words, at.JOB) === job);
      // Not the first one, which is taken at once, and none that there may not be.
      for (const tile of [3, 2, 1]) {
        if (Atomics.compareExchange(words, at.TILES + tile, ${FREE}, number + 1) === ${FREE}) break;
      }
    }
    if (hangs) for (;;) Atomics.wait(words, own, job + 1, 1000);
    process.exit();
  }
});
`;

function saboteur(nth: number, takes: boolean, hangs: boolean): StartThread {
  const words = { JOB, PLAN, PRESENT, TAKING_PART, TILES };
  const at = Object.fromEntries(Object.entries(words).map(([name, byte]) => [name, byte / 4]));
  return (ended) => {
    const workerData = { nth, takes, hangs, at };
    const worker = new Worker(SABOTAGE, { eval: true, execArgv: [], workerData });
    worker.on('exit', () => ended('lost'));
    worker.unref();
    return {
      post: (message) => worker.postMessage(message),
      end: () => {
        worker.terminate();
      },
    };
  };
}

/** The first thread is another one; those after it are as they should be. */
function firstOf(first: StartThread): StartThread {
  let isFirst = true;
  return (ended) => {
    const chosen = isFirst ? first : start;
    isFirst = false;
    return chosen(ended);
  };
}

const jobs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12];

describe.each([
  ['ends before it takes a tile', false, false],
  ['ends with a tile', true, false],
  ['hangs before it takes a tile', false, true],
  ['hangs with a tile', true, true],
])('a thread that %s', (_, takes, hangs) => {
  it('changes no bit, in whichever job', () => {
    let lost = 0;
    for (const nth of jobs) {
      const setting = { cores: 2, grain: 1, patience: 2, gather: 60_000, mostLosses: 1e6 };
      team = useThreads(firstOf(saboteur(nth, takes, hangs)), setting);
      const { left, trainer } = trained(2);
      expect(left).toBe(expected);
      expect(trainer.obstacle).toBeUndefined();
      lost += team?.losses() ?? 0;
      team?.close();
    }
    // On a busy machine it may see too few jobs, and others may be late, too.
    expect(lost).toBeGreaterThan(jobs.length / 2);
  });
});

describe('threads that are ended again and again', () => {
  it('cost no bit, wherever they are', async () => {
    let end = () => {};
    const counting: StartThread = (ended) => {
      const thread = start(ended);
      end = () => {
        end = () => {};
        thread.end();
      };
      return thread;
    };
    const setting = { cores: 2, grain: 1, patience: 1, gather: 60_000, mostLosses: 1e6 };
    team = useThreads(counting, setting);
    const delays = random(5, 'delays');
    for (let round = 0; round < 25; round++) {
      const trainer = new Trainer(options(3));
      const until = 1 + delays.integer(12);
      let events = 0;
      for (const event of trainer.run({ train })) {
        if (++events % until === 0 && event.type !== 'trainEnd') end(); // it takes effect a little later
      }
      expect(leftBy(trainer)).toBe(expected);
      await new Promise((resolve) => setTimeout(resolve)); // exits are told
    }
    expect(team?.losses()).toBeGreaterThan(10);
  });

  it('are given up after three losses, and the reason is told', () => {
    team = useThreads(saboteur(1, true, false), {
      cores: 2,
      grain: 1,
      patience: 1,
      gather: 60_000,
    });
    const { left, trainer } = trained(2);
    expect(left).toBe(expected);
    expect(team?.losses()).toBe(3);
    expect(trainer.threads).toBe(1);
    expect(trainer.obstacle).toBe('threads were lost 3 times');
  });
});
