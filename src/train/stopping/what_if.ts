/** Early stopping in hindsight. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { checkArgument } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { goalOf, measurements } from '../events/monitor.ts';
import { type HistoryData, historyRule } from '../history/history.ts';
import { epochsBetween, type Ruler, rulersOf } from '../history/stretches.ts';
import { Hindsight, type WhatIf } from './hindsight.ts';
import {
  checkPatience,
  type EpochsBetween,
  type Patience,
  patienceOrCount,
  withUnit,
} from './patience.ts';
import { type Watched, type WatchOptions, watchRules } from './watched.ts';

export interface WhatIfOptions extends WatchOptions {
  /** As in `earlyStopping`; a number alone counts measurements of what is watched. */
  readonly patience: Patience | number;
}

interface Resolved extends Watched {
  readonly patience: Patience | number;
}

/**
 * Where `earlyStopping` with these options would have ended a training run that continued, from its history
 * alone: the same rule, fed with the same measurements. A training run that was itself stopped early says
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
  const read = readTrainingOptions<Resolved>('whatIf', options, {
    ...watchRules,
    patience: patienceOrCount,
  });
  checkArgument('whatIf', history, historyRule);
  const { monitor, minDelta } = read;
  const goal = goalOf('whatIf', monitor, read.goal);
  const patience = withUnit(read.patience, monitor);
  checkPatience('whatIf', monitor, patience);
  const measured = measurements('whatIf', monitor, history);
  const rulers = 'epochs' in patience ? epochsOf(history) : [];
  const apart: EpochsBetween = (from, to) => epochsBetween(rulers, from, to);
  const hindsight = new Hindsight(monitor, { goal, patience, minDelta });
  for (const one of measured) hindsight.observe(one, apart);
  const last = Math.max(
    history.epochs.at(-1)?.iteration ?? 0,
    history.validations.at(-1)?.iteration ?? 0,
    history.iterations.at(-1)?.iteration ?? 0,
  );
  const outcome = hindsight.outcome(last);
  if (outcome !== undefined) return outcome;
  throw new DataError({
    where: 'whatIf',
    expected: `a history in which ${monitor} was measured`,
    received: measured.length === 0 ? 'none' : 'only values that are not numbers',
    remedy: 'Choose a monitor that the history has.',
  });
}

function epochsOf({ epochs }: HistoryData): Ruler[] {
  if (epochs.length === 0) {
    throw new DataError({
      where: 'whatIf',
      expected: 'a history with a complete epoch, for a patience in epochs',
      received: describe(epochs),
      remedy: 'Pass patience: { validations: n }.',
    });
  }
  return rulersOf(epochs);
}
