import { OptionError } from '../errors/errors.ts';
import { oneOf, optional, type Rule, readOptions, record, withDefault } from '../errors/options.ts';
import { float64 } from '../numerics/float64.ts';
import type { Optimizer } from '../optimizers/optimizer.ts';
import { misplaced, type Resolved, type UnitOption } from '../schedules/options.ts';
import type { Schedule, Unit } from '../schedules/schedule.ts';
import { namesIn } from './expression.ts';
import { toFormula } from './lanes.ts';
import { type ConstantsOption, checkUsed, readConstants } from './names.ts';
import { parseFormula } from './parse.ts';
import { print } from './print.ts';

export interface FormulaScheduleOptions extends ConstantsOption, UnitOption {
  /**
   * Says that the formula gives learning rates, those of this optimizer. Without it the formula gives
   * factors of the learning rate.
   */
  readonly optimizer?: Optimizer | undefined;
}

export interface FormulaSchedule extends Schedule {
  readonly formula: string;
}

const NAME = 'formulaSchedule';

/** What a unit is called in a formula: how many are completed, and how many there will be. */
const NAMES: Readonly<Record<Unit, readonly [count: string, total: string]>> = {
  epoch: ['epoch', 'epochs'],
  iteration: ['iteration', 'iterations'],
};

const optimizer: Rule<never> = {
  expected: 'an optimizer with a learningRate above 0',
  example: 'adam()',
  accepts: (value) => (((value ?? {}) as Partial<Optimizer>).learningRate as number) > 0,
};

/**
 * A schedule from a formula in `epoch` and `epochs`, or in `iteration` and `iterations`: how many are
 * completed (0 for the first) and how many there will be. Which of the two is counted follows from the
 * names; where neither occurs, from `per`, which defaults to iterations.
 *
 * Like every schedule it gives **factors** of the optimizer's learning rate: `'0.95 ^ epoch'`. With
 * `{ optimizer }` the formula gives **learning rates**, `'0.1 * 0.95 ^ epoch'`, and the factor is that
 * divided by the optimizer's own. What is applied, rate times factor, then equals the formula within a
 * rounding, and to the bit if the optimizer's own is 1; it equals what is planned always.
 *
 * Computed in float64 by the functions of this library, so every engine gives the same bits.
 * @throws OptionError for anything but arithmetic on these names and the constants, with its place, and
 * for a formula that counts both epochs and iterations
 * @example
 * formulaSchedule('0.95 ^ epoch');
 * formulaSchedule('0.1 * 0.95 ^ epoch', { optimizer });
 * formulaSchedule('iteration < 100 ? iteration / 100 : sqrt(100 / iteration)');
 */
export function formulaSchedule(
  formula: string,
  options?: FormulaScheduleOptions,
): FormulaSchedule {
  const given = readOptions<Resolved<FormulaScheduleOptions, 'optimizer' | 'per'>>(
    NAME,
    options,
    {
      constants: withDefault<Readonly<Record<string, number>>>(record, {}),
      optimizer: optional(optimizer),
      per: optional(oneOf('iteration', 'epoch')),
    },
    { ...misplaced, learningRate: 'To give learning rates, pass { optimizer }.' },
  );
  const all = Object.values(NAMES).flat();
  const constants = readConstants(NAME, given.constants, all);
  const expression = parseFormula(NAME, formula, { variables: all, constants });
  const used = namesIn(expression);
  checkUsed(NAME, constants, used);
  const unit = unitOf(formula, used, given.per);
  const evaluate = toFormula(expression, { variables: NAMES[unit], constants });
  const own = given.optimizer?.learningRate ?? 1;
  const printed = print(expression);
  return {
    name: NAME,
    unit,
    options: { formula: printed, constants },
    formula: printed,
    factor: (count, total) => evaluate<number, boolean>(float64, count, total) / own,
  };
}

/** What a formula counts, by the names in it. */
function unitOf(formula: string, used: ReadonlySet<string>, per: Unit | undefined): Unit {
  const named = (['epoch', 'iteration'] as const).filter((unit) =>
    NAMES[unit].some((name) => used.has(name)),
  );
  const [unit = per ?? 'iteration', other] = named;
  if (other !== undefined || (per !== undefined && per !== unit)) {
    throw new OptionError({
      where: NAME,
      problem: 'two units in one schedule',
      expected: per === undefined ? 'epochs or iterations' : `names of per: '${per}'`,
      received: JSON.stringify(formula),
      remedy: 'One epoch is iterationsPerEpoch iterations: pass that number as a constant.',
    });
  }
  return unit;
}
