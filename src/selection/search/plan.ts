/** What a search will cost, before it starts. */

import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { counted } from '../../formats/counted.ts';
import { formatTable, withText } from '../../formats/text_table.ts';

/** Trials that are trained for the same number of epochs, and then compared. */
export interface Rung {
  readonly trials: number;
  /** In total, those of the rungs before included. */
  readonly epochs: number;
}

export interface SearchPlan {
  readonly trials: number;
  readonly rungs: readonly Rung[];
  /** How often the objective is called. */
  readonly evaluations: number;
  /** The epochs of all trials together, when each call of the objective trains from nothing. */
  readonly epochs: number;
  /** The same when survivors continue from where they were. */
  readonly epochsGoingOn: number;
  toString(): string;
}

export function planSearch(rungs: readonly Rung[]): SearchPlan {
  const sum = (cost: (rung: Rung, index: number) => number) =>
    rungs.reduce((total, rung, index) => total + cost(rung, index), 0);
  const before = (index: number) => (index === 0 ? 0 : rungs[index - 1].epochs);
  const plan = {
    trials: rungs[0].trials,
    rungs,
    evaluations: sum(({ trials }) => trials),
    epochs: sum(({ trials, epochs }) => trials * epochs),
    epochsGoingOn: sum(({ trials, epochs }, index) => trials * (epochs - before(index))),
  };
  return withText(plan, () => formatPlan(plan));
}

export interface HalvingBudget {
  /** Trials to begin with. */
  readonly trials: number;
  /** What every trial is trained for. */
  readonly minEpochs: number;
  /** What the best are trained for. */
  readonly maxEpochs: number;
  /** The best `1 / factor` continue, for `factor` times as many epochs. */
  readonly factor: number;
}

/**
 * The rungs of successive halving: in rung k, from 0, max(1, ⌊trials / factorᵏ⌋) trials have
 * min(minEpochs · factorᵏ, maxEpochs) epochs; the last rung is the first that has maxEpochs.
 * @throws OptionError when minEpochs is above maxEpochs, or factor below 2
 */
export function halvingRungs(where: string, budget: HalvingBudget): Rung[] {
  const { minEpochs, maxEpochs, factor } = budget;
  if (minEpochs > maxEpochs) {
    throw new OptionError({
      where: `${where}.minEpochs`,
      expected: `at most maxEpochs, ${maxEpochs}`,
      received: describe(minEpochs),
      remedy: 'Lower minEpochs or raise maxEpochs.',
    });
  }
  if (factor < 2) {
    throw new OptionError({
      where: `${where}.factor`,
      expected: 'a whole number, 2 or more',
      received: describe(factor),
      remedy: 'Leave it out for 3, or give 2 or more.',
    });
  }
  const rungs: Rung[] = [];
  let { trials } = budget;
  for (let epochs = minEpochs; ; epochs *= factor) {
    rungs.push({ trials, epochs: Math.min(epochs, maxEpochs) });
    if (epochs >= maxEpochs) return rungs;
    trials = survivors(trials, factor);
  }
}

/** How many of the trials of a rung continue. */
export function survivors(trials: number, factor: number): number {
  return Math.max(1, Math.floor(trials / factor));
}

type Figures = Omit<SearchPlan, 'toString'>;

const n = (value: number) => value.toLocaleString('en-US');

function formatPlan({ trials, rungs, evaluations, epochs, epochsGoingOn }: Figures): string {
  const last = rungs[rungs.length - 1].epochs;
  if (rungs.length === 1)
    return `${counted(trials, 'trial')} of ${counted(last, 'epoch')} = ${counted(epochs, 'epoch')}`;
  return [
    formatTable([
      ['rung', 'trials', 'epochs each'],
      ...rungs.map((rung, index) => [String(index + 1), n(rung.trials), n(rung.epochs)]),
    ]),
    `${counted(trials, 'trial')}, ${counted(evaluations, 'evaluation')}`,
    `${counted(epochsGoingOn, 'epoch')} if survivors continue, ${n(epochs)} if they are trained anew`,
    `${counted(trials * last, 'epoch')} for all trials to the end`,
  ].join('\n');
}
