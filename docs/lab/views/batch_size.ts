/** Batch size: the same network trained with batches of 1, 8, 32 and of everything, by several clocks. */
import { choice, whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

/** By what progress is counted. Seconds are of this machine and differ each time. */
export const CLOCKS = ['epochs', 'iterations', 'samples', 'seconds'] as const;
export type Clock = (typeof CLOCKS)[number];

/** The run after some epochs: every clock, and the loss over the whole training set. */
export type Reading = Readonly<Record<Clock, number>> & { readonly loss: number };

export interface BatchRun extends WithWeights {
  readonly batchSize: number;
  readonly readings: readonly Reading[];
}

export interface BatchSizeResult extends WithWeights {
  readonly samples: number;
  readonly runs: readonly BatchRun[];
}

export const batchSize: Described = {
  name: 'batch_size',
  fields: [
    whole('samples', 'Samples', 200, [8, 500]),
    whole('epochs', 'Epochs', 40, [2, 100]),
    choice('learningRate', 'Learning rate', '0.1', ['0.03', '0.1', '0.3', '1']),
    {
      kind: 'switch',
      name: 'scaled',
      label: 'Multiply the rate by √(batch size / 8)',
      initial: false,
    },
    whole('seed', 'Seed', 7, [0, 9999]),
  ],
  author: '097a821862d63b5d5a81f28ff3c52b7bb1c62bde24c23ec4dc65294ae31b8cd1',
};

/** The first reading of a run at or below a loss; undefined if it never came there. */
export function reached({ readings }: BatchRun, loss: number): Reading | undefined {
  return readings.find((reading) => reading.loss <= loss);
}

/** The batch size that reached a loss first by a clock. */
export function winner({ runs }: BatchSizeResult, loss: number, clock: Clock): number | undefined {
  const times = runs.flatMap((run) => {
    const reading = reached(run, loss);
    return reading === undefined ? [] : [{ size: run.batchSize, time: reading[clock] }];
  });
  return times.toSorted((a, b) => a.time - b.time)[0]?.size;
}
