/** How long to train: the epochs and iterations to reach in total, of which the first one ends a training run. */
import { describe } from '../errors/describe.ts';
import { OptionError, StateError } from '../errors/errors.ts';
import { positiveInteger } from '../errors/options.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import type { Progress } from './state/progress.ts';

export type Unit = 'epochs' | 'iterations';

type Totals = Pick<ResolvedTrainerOptions, Unit>;
type Counters = Pick<Progress, 'epoch' | 'iteration'>;

/** What is counted so far. */
const countedIn = (unit: Unit, { epoch, iteration }: Counters) =>
  unit === 'epochs' ? epoch : iteration;

/** Which total ends a training run that is over. */
export function reachedBy({ epochs }: Totals, { epoch }: Counters): Unit {
  return epochs !== undefined && epoch >= epochs ? 'epochs' : 'iterations';
}

/** @throws OptionError for a total of fewer than there have been */
export function checkTotal(unit: Unit, total: number, counters: Counters): void {
  const done = countedIn(unit, counters);
  if (positiveInteger.accepts(total) && total >= done) return;
  throw new OptionError({
    where: `Trainer.${unit}`,
    expected: `a whole number, ${Math.max(done, 1)} or more: so many there have been`,
    received: describe(total),
    remedy: `Set the total to reach, such as ${done + 10}.`,
  });
}

/** Where all that was planned has happened: to do nothing would look like training. */
export function nothingLeft(totals: Totals, counters: Counters): StateError {
  const unit = reachedBy(totals, counters);
  const done = countedIn(unit, counters);
  return new StateError({
    where: 'fit',
    expected: 'something left to train',
    received: `a training run that is complete: ${done} of ${totals[unit]} ${unit}`,
    remedy: `Set a larger total, such as trainer.${unit} = ${2 * done}, or make a new Trainer.`,
  });
}
