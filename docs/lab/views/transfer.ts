/** Transfer: one task first, then another from few samples, in six ways. */
import { choice, whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

/** How the second task is learned. */
export const WAYS = [
  'from scratch',
  'new head only',
  'first layer frozen',
  'all layers',
  'rates by depth',
  'thawed gradually',
] as const;
export type Way = (typeof WAYS)[number];

/** On the validation set of the second task, after some complete epochs of it. */
export interface TransferEpoch {
  readonly epoch: number;
  readonly accuracy: number;
}

/** While its training goes on, its weights are an empty text, and nothing is said of what has moved. */
export interface WaySeen extends WithWeights {
  readonly way: Way;
  readonly epochs: readonly TransferEpoch[];
  /** Numbers that were learned at the end. */
  readonly learning: number;
  /** The largest change of a number in each layer of the body; undefined where there was no body. */
  readonly moved: readonly number[] | undefined;
}

export interface TransferResult extends WithWeights {
  readonly samples: {
    readonly first: number;
    readonly second: number;
    readonly validation: number;
  };
  /** One after the other while the run goes on. */
  readonly ways: readonly WaySeen[];
}

export const transfer: Described = {
  name: 'transfer',
  fields: [
    choice('task', 'Second task', '5 to 9', ['5 to 9', 'odd or even']),
    whole('samples', 'Its samples', 100, [10, 300]),
    whole('firstEpochs', 'Epochs of the first task', 10, [0, 30]),
    whole('epochs', 'Epochs of the second', 40, [5, 60]),
    choice('factor', 'Rate factor per layer', '0.5', ['0.1', '0.2', '0.5', '0.8']),
    whole('seed', 'Seed', 7, [0, 9999]),
    { ...whole('target', 'Accuracy to be reached', 90, [50, 99]), afterwards: true },
  ],
  author: '27ff9e2e2e9ddb020c17322e05544aeba6363ba903c0e1159cae45d9628560e0',
};

/** The first epoch with an accuracy in percent; undefined if there was none. */
export function epochOf({ epochs }: WaySeen, target: number): number | undefined {
  return epochs.find(({ accuracy }) => accuracy >= target / 100)?.epoch;
}

export interface Compared {
  readonly way: Way;
  readonly epoch: number | undefined;
  /** Fewer epochs than from scratch; negative where it took more, undefined where one of the two is unknown. */
  readonly saved: number | undefined;
}

export function compare(ways: readonly WaySeen[], target: number): Compared[] {
  const scratch = ways.find(({ way }) => way === 'from scratch');
  const without = scratch && epochOf(scratch, target);
  return ways.map((one) => {
    const epoch = epochOf(one, target);
    const isKnown = epoch !== undefined && without !== undefined;
    return { way: one.way, epoch, saved: isKnown ? without - epoch : undefined };
  });
}

/** Whether transfer paid, in a sentence. */
export function verdictOf(compared: readonly Compared[], target: number): string {
  const [scratch, ...others] = compared;
  const [best] = others
    .filter(({ epoch }) => epoch !== undefined)
    .toSorted((a, b) => Number(a.epoch) - Number(b.epoch));
  if (best?.epoch === undefined) {
    return scratch.epoch === undefined
      ? `No way gets to ${target} % within these epochs.`
      : `Transfer does not pay in this run: only the network from scratch gets to ${target} %.`;
  }
  if (scratch.epoch === undefined) {
    return `Transfer pays in this run: “${best.way}” gets to ${target} % in epoch ${best.epoch}, the network from scratch never within these epochs.`;
  }
  const saved = scratch.epoch - best.epoch;
  const epochs = (count: number) => `${count} ${count === 1 ? 'epoch' : 'epochs'}`;
  if (saved > 0)
    return `Transfer saves epochs in this run: “${best.way}” needs ${epochs(saved)} fewer.`;
  if (saved === 0) return `Transfer saves no epoch in this run: “${best.way}” needs as many.`;
  return `Transfer does not pay in this run: even the best way, “${best.way}”, needs ${epochs(-saved)} more.`;
}
