/** Early stopping in hindsight. */
import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import {
  nonNegative,
  oneOf,
  optional,
  positiveInteger,
  type Rule,
  readOptions,
  string,
  withDefault,
} from '../errors/options.ts';
import type { HistoryData } from './history.ts';
import { type Goal, goalOf, isOfValidation, type Measurement, measurements } from './monitor.ts';
import { checkPatience, outOfPatience, type Patience, patienceRule, Waiting } from './patience.ts';

export interface WhatIfOptions {
  /** As in `earlyStopping`; default `validation.loss`. */
  readonly monitor?: string;
  /** Which way is better; default `minimum` for losses. Metrics need it said. */
  readonly goal?: Goal;
  /** As in `earlyStopping`; a number alone counts measurements of what is watched. */
  readonly patience: Patience | number;
  /** As in `earlyStopping`; default 0. */
  readonly minDelta?: number;
}

export interface WhatIf {
  /** Whether patience would have run out within the training. */
  readonly stopped: boolean;
  /** Where the training would have ended: the measurement that used patience up, or the last one. */
  readonly end: Measurement;
  /** The best measurement up to there, whose weights would have been put back. */
  readonly best: Measurement;
  /** The best measurement of the whole training. */
  readonly bestOfAll: Measurement;
  /** How much worse `best` is than `bestOfAll`; 0 if nothing would have been missed. */
  readonly missed: number;
  /** The iterations that would not have been trained. */
  readonly iterationsSaved: number;
  /** What `earlyStopping` would have said; empty if it would not have stopped. */
  readonly reason: string;
}

interface Resolved extends Required<Omit<WhatIfOptions, 'goal'>> {
  readonly goal: Goal | undefined;
}

const patienceOrCount: Rule<never> = {
  expected: `${patienceRule.expected}, or such a number alone`,
  accepts: (value) => positiveInteger.accepts(value) || patienceRule.accepts(value),
};

/**
 * Where `earlyStopping` with these options would have ended a training that went on, from its history
 * alone: the same rule, fed with the same measurements. A training that was itself stopped early says
 * nothing about longer patience.
 *
 * @param history of a Trainer, or its JSON
 * @throws OptionError for options that do not fit, or a number that the history does not have
 * @throws DataError when the number was never measured
 * @example
 * const { history } = trainer;
 * console.log(whatIf(history, { patience: { epochs: 5 } }).end.epoch);
 */
export function whatIf(history: HistoryData, options: WhatIfOptions): WhatIf {
  const read = readOptions<Resolved>('whatIf', options, {
    monitor: withDefault(string, 'validation.loss'),
    goal: optional(oneOf('minimum', 'maximum')),
    patience: patienceOrCount,
    minDelta: withDefault(nonNegative, 0),
  });
  const { monitor, minDelta } = read;
  const goal = goalOf('whatIf', monitor, read.goal);
  const patience = withUnit(read.patience, monitor);
  checkPatience('whatIf', monitor, patience);
  const measured = measurements('whatIf', monitor, history);
  const perEpoch = 'epochs' in patience ? iterationsPerEpoch(history) : 1;
  const waiting = new Waiting({ goal, patience, minDelta });
  const over = measured.findIndex((one) => waiting.observe(one, perEpoch).isOver);
  const end = over < 0 ? measured.at(-1) : measured[over];
  const { best } = waiting;
  for (const one of measured.slice(over < 0 ? measured.length : over + 1)) {
    waiting.observe(one, perEpoch);
  }
  const bestOfAll = waiting.best;
  if (end === undefined || best === undefined || bestOfAll === undefined) {
    throw new DataError({
      where: 'whatIf',
      expected: `a history in which ${monitor} was measured`,
      received: measured.length === 0 ? 'none' : 'only values that are not numbers',
    });
  }
  const last = Math.max(
    history.epochs.at(-1)?.iteration ?? 0,
    history.validations.at(-1)?.iteration ?? 0,
    history.iterations.at(-1)?.iteration ?? 0,
  );
  return {
    stopped: over >= 0,
    end,
    best,
    bestOfAll,
    missed: Math.abs(best.value - bestOfAll.value),
    iterationsSaved: over < 0 ? 0 : last - end.iteration,
    reason: over < 0 ? '' : outOfPatience(monitor, patience, best),
  };
}

function withUnit(patience: Patience | number, monitor: string): Patience {
  if (typeof patience !== 'number') return patience;
  return isOfValidation(monitor) ? { validations: patience } : { epochs: patience };
}

function iterationsPerEpoch({ epochs }: HistoryData): number {
  const first = epochs.at(0);
  if (first === undefined) {
    throw new DataError({
      where: 'whatIf',
      expected: 'a history with a complete epoch, for a patience in epochs',
      received: describe(epochs),
      remedy: 'Pass patience: { validations: n }.',
    });
  }
  return first.iteration / first.epoch;
}
