/** The plan: what is known of a training run before it starts, and the same counted while it runs. */
import { choice, whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

/** One line of the comparison. */
export interface Compared {
  readonly quantity: string;
  readonly planned: number;
  readonly counted: number;
}

/** One line of the ledger, planned and as it happened. */
export interface LedgerLine {
  readonly epoch: number;
  readonly iteration: number;
  readonly batchSize: number;
  readonly learningRate: number;
}

export interface ThePlanResult extends WithWeights {
  /** The plan as text, before anything was trained. */
  readonly text: string;
  readonly compared: readonly Compared[];
  readonly planned: readonly LedgerLine[];
  readonly counted: readonly LedgerLine[];
  /** How many lines of the ledgers differ in any number, to the bit. */
  readonly differences: number;
  /** Learned numbers of the network. */
  readonly parameters: number;
  /** Multiplications of weights in the whole run: forward once, backward for weights. */
  readonly multiplications: number;
}

export const thePlan: Described = {
  name: 'the_plan',
  fields: [
    whole('samples', 'Samples', 1000, [1, 2000]),
    whole('batchSize', 'Batch size', 128, [1, 2000]),
    whole('epochs', 'Epochs', 3, [1, 20]),
    { kind: 'switch', name: 'dropLast', label: 'Drop the last, smaller batch', initial: false },
    choice('schedule', 'Learning rate', 'constant', ['constant', 'cosine']),
    whole('seed', 'Seed', 7, [0, 9999]),
  ],
  author: 'fd1d4f66fcde73183848496b34849200ffe985a55469425794d9ab19f7f177e3',
};

export function differencesOf(
  planned: readonly LedgerLine[],
  counted: readonly LedgerLine[],
): number {
  const lines = Math.max(planned.length, counted.length);
  return Array.from({ length: lines }, (_, line) => line).filter((line) => {
    const [a, b] = [planned[line], counted[line]];
    if (a === undefined || b === undefined) return true;
    return !(['epoch', 'iteration', 'batchSize', 'learningRate'] as const).every((name) =>
      Object.is(a[name], b[name]),
    );
  }).length;
}
