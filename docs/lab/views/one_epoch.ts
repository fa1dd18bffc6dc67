/** One epoch: which samples each iteration uses, and what the counters say. */
import { whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

export interface IterationTaken {
  readonly epoch: number;
  readonly iteration: number;
  /** The rows of the training set in this batch, in order. */
  readonly rows: readonly number[];
  /** The sizes of its micro-batches: one, unless gradients are accumulated. */
  readonly microBatches: readonly number[];
  /** The mean over the batch, before the update. */
  readonly loss: number;
  readonly samplesSeen: number;
}

export interface OneEpochResult extends WithWeights {
  readonly samples: number;
  readonly iterationsPerEpoch: number;
  readonly lastBatchSize: number;
  readonly iterations: readonly IterationTaken[];
}

export const oneEpoch: Described = {
  name: 'one_epoch',
  fields: [
    whole('samples', 'Samples', 22, [1, 60]),
    whole('batchSize', 'Batch size', 6, [1, 60]),
    whole('epochs', 'Epochs', 2, [1, 4]),
    { kind: 'switch', name: 'shuffle', label: 'Shuffle', initial: true },
    { kind: 'switch', name: 'dropLast', label: 'Drop the last, smaller batch', initial: false },
    whole('accumulate', 'Micro-batches in a batch', 1, [1, 6]),
    whole('seed', 'Seed', 7, [0, 9999]),
  ],
  author: 'd2e0710ffcb411c2ec5730f578ff6f91f4e33e9902f98ac8a940bffdfea8ccfb',
};

/** How often each sample has been used up to an iteration, and which are used in it and in its epoch. */
export interface Tile {
  readonly row: number;
  /** Whether it was used in this epoch, in the iteration under way, or is still to come. */
  readonly state: 'used' | 'now' | 'waiting' | 'dropped';
  readonly visits: number;
}

/** The samples of an epoch in its order, cut into batches, as they are at an iteration; 0 is before the first. */
export function batchesAt({ samples, iterations }: OneEpochResult, at: number): Tile[][] {
  const epoch = iterations[Math.max(at, 1) - 1]?.epoch ?? 1;
  const visits = new Array<number>(samples).fill(0);
  for (const { rows } of iterations.slice(0, at)) for (const row of rows) visits[row] += 1;
  const tile = (state: Tile['state']) => (row: number) => ({ row, state, visits: visits[row] });
  const own = iterations.filter((one) => one.epoch === epoch);
  const batches = own.map(({ iteration, rows }) =>
    rows.map(tile(iteration < at ? 'used' : iteration === at ? 'now' : 'waiting')),
  );
  const taken = new Set(own.flatMap(({ rows }) => rows));
  const dropped = visits.map((_, row) => row).filter((row) => !taken.has(row));
  return dropped.length === 0 ? batches : [...batches, dropped.map(tile('dropped'))];
}

/** The popular formula “an epoch = iterations x batch size”, tried on this epoch. */
export function popularFormula(result: OneEpochResult, batchSize: number) {
  const claimed = result.iterationsPerEpoch * batchSize;
  const used = result.iterations
    .filter(({ epoch }) => epoch === 1)
    .reduce((sum, { rows }) => sum + rows.length, 0);
  return { claimed, used, holds: claimed === used };
}
