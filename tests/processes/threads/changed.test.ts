/** A number of threads that changes while something is trained, and what moves between plans meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digits, split } from '../../../src/data/index.ts';
import { threading } from '../../../src/graph/threading.ts';
import {
  accuracy,
  adam,
  batchNorm,
  dense,
  dropout,
  evaluate,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
  type TrainerOptions,
  type TrainingEvent,
} from '../../../src/index.ts';
import { storageMoves } from '../../../src/tensor/storage.ts';
import { useThreads } from '../../../src/threads/source.ts';
import { starterHere } from '../../../src/threads/start.ts';

const { train, validation } = split(digits(), { validation: 0.8, seed: 7 });
const loss = softmaxCrossEntropy();

let team: ReturnType<typeof useThreads>;
beforeAll(() => {
  team = useThreads(starterHere(), { cores: 2, gather: 60_000 });
});
afterAll(() => {
  team?.close();
  threading.source = undefined;
});

function trainerWith(options: Partial<TrainerOptions> = {}): Trainer {
  const model = sequential({ inputShape: [64], seed: 7 }, [
    dense({ units: 96 }),
    batchNorm(),
    relu(),
    dropout({ rate: 0.2 }),
    dense({ units: 10 }),
  ]);
  const own = { optimizer: adam({ learningRate: 0.01 }), metrics: { accuracy }, batchSize: 128 };
  return new Trainer({ model, loss, ...own, epochs: 4, seed: 7, threads: 1, ...options });
}

/** All that can be seen of what was learned. */
function learned(trainer: Trainer) {
  const { history, model } = trainer;
  return JSON.stringify([
    history.epochs.map((epoch) => ({ ...epoch, seconds: 0 })),
    model.state(),
    trainer.optimizerState(),
  ]);
}

const withOneThread = (options?: Partial<TrainerOptions>) => {
  const trainer = trainerWith(options);
  for (const _ of trainer.run({ train, validation }));
  return learned(trainer);
};

/** One after another, so that each change is another number. */
const NUMBERS = [2, 3, 1, 'auto', 2, 1, 8, 2] as const;

describe('trainer.threads set while it trains', () => {
  it.each([
    'iterationStart',
    'forward',
    'loss',
    'backward',
    'update',
    'iterationEnd',
    'validation',
    'epochStart',
    'epochEnd',
  ] as const)('by a callback at %s has the bits of one thread', async (type) => {
    const trainer = trainerWith({ accumulate: 2 });
    let changes = 0;
    let most = 1;
    const change = (event: TrainingEvent) => {
      most = Math.max(most, trainer.threads);
      if (event.type !== type) return;
      trainer.threads = NUMBERS[changes % NUMBERS.length];
      changes++;
    };
    await trainer.fit({ train, validation, callbacks: [change] });
    expect(changes).toBeGreaterThan(3);
    expect(most).toBeGreaterThan(1);
    expect(learned(trainer)).toBe(withOneThread({ accumulate: 2 }));
  });

  it('in a loop over its events has the bits of one thread', () => {
    const trainer = trainerWith();
    let events = 0;
    for (const _ of trainer.run({ train, validation })) {
      if (events % 7 === 0) trainer.threads = NUMBERS[(events / 7) % NUMBERS.length];
      events++;
    }
    expect(learned(trainer)).toBe(withOneThread());
  });

  it('between two calls of fit, by a frozen layer, and after a checkpoint', async () => {
    const whole = trainerWith({ epochs: 6 });
    const changed = trainerWith({ epochs: 6 });
    const thaw = (event: TrainingEvent, { model }: Trainer) => {
      if (event.type === 'epochEnd' && event.epoch === 1) model.freeze('layers.0');
      if (event.type === 'epochEnd' && event.epoch === 3) model.unfreeze('layers.0');
    };
    await whole.fit({ train, validation, callbacks: [(event) => thaw(event, whole)] });
    for (const [at, threads] of [2, 1, 3].entries()) {
      changed.threads = threads;
      const stop = (event: TrainingEvent) => {
        thaw(event, changed);
        if (event.type === 'epochEnd' && event.epoch === 2 * (at + 1)) changed.stop();
      };
      await changed.fit({ train, validation, callbacks: [stop] });
      if (at === 1) changed.resume(changed.checkpoint());
    }
    expect(changed.options.threads).toBe(3);
    expect(learned(changed)).toBe(learned(whole));
  });

  it('refuses what is no number of threads, and keeps the number of before', () => {
    const trainer = trainerWith({ threads: 2 });
    for (const wrong of [0, 1.5, -1, '2', null, undefined]) {
      expect(() => {
        trainer.threads = wrong as number;
      }).toThrow('Trainer.threads: Expected');
    }
    expect(trainer.options.threads).toBe(2);
  });
});

describe('what threads compute in the middle of an iteration', () => {
  it.each(['iterationStart', 'forward', 'loss', 'backward', 'update', 'iterationEnd'] as const)(
    'predictions at %s change nothing of a training run that one thread computes',
    (type) => {
      const run = (threads: number) => {
        const trainer = trainerWith({ batchSize: 16 });
        const seen: unknown[] = [];
        for (const event of trainer.run({ train, validation })) {
          if (event.type !== type || event.iteration !== 3) continue;
          seen.push(trainer.model.predict(train.inputs, { threads, backend: 'auto' }));
          seen.push(trainer.model.predict(train.inputs, { threads, backend: 'auto' }));
          seen.push(evaluate({ model: trainer.model, loss, threads }, train).loss);
        }
        return JSON.stringify(seen) + learned(trainer);
      };
      expect(run(2)).toBe(run(1));
    },
  );

  it('micro-batches too small for threads, and an update that is not, meet in one memory', () => {
    const options = { accumulate: 2, batchSize: 4, dropLast: true, epochs: 1 };
    const trainer = trainerWith({ ...options, threads: 2 });
    for (const _ of trainer.run({ train, validation }));
    expect(learned(trainer)).toBe(withOneThread(options));
  });

  it('nothing moves to and fro between a training run and its validations', () => {
    const trainer = trainerWith({ batchSize: 4, threads: 'auto' });
    const moves: number[] = [];
    for (const event of trainer.run({ train, validation })) {
      if (event.type === 'epochEnd') moves.push(storageMoves());
    }
    // Once: when the first validation, which threads compute, takes the model into their memory.
    expect(new Set(moves.slice(1)).size).toBe(1);
    expect(learned(trainer)).toBe(withOneThread({ batchSize: 4 }));
  });
});
