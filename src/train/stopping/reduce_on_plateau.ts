/** Lowers the learning rate when a training run no longer gets better. */
import { nonNegative, optional, type Rule, withDefault } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import type { Callback, Control } from '../callbacks/callback.ts';
import { checkMonitor, type Goal, goalOf, type Measurement } from '../events/monitor.ts';
import type { TrainingPlan } from '../plan.ts';
import type { CallbackState } from '../state/training_state.ts';
import {
  checkEpochs,
  checkPatience,
  type EpochsBetween,
  type Patience,
  patienceRule,
  Waiting,
  type WaitingData,
} from './patience.ts';
import { measurementIn, type WatchOptions, watchRules } from './watched.ts';

export interface ReduceOnPlateauOptions extends WatchOptions {
  /** What the learning rate is multiplied by, above 0 and below 1; default 0.1. */
  readonly factor?: number | undefined;
  /** How long to wait for an improvement: `{ epochs: 5 }` or `{ validations: 5 }`. */
  readonly patience: Patience;
  /** How long after a reduction waiting does not begin yet; left out, it begins at once. */
  readonly cooldown?: Patience | undefined;
  /** No reduction goes below this learning rate; default 0. */
  readonly minLearningRate?: number | undefined;
}

/** A learning rate was lowered after this iteration. */
export interface RateReduction {
  /** Of the measurement that used patience up. */
  readonly epoch: number;
  /** Iterations completed by then. */
  readonly iteration: number;
  /** The learning rate of that iteration. */
  readonly from: number;
  /** What it became; a schedule continues from there. */
  readonly to: number;
}

export interface ReduceOnPlateau extends Callback {
  /** Where the learning rate was lowered so far. */
  readonly reductions: readonly RateReduction[];
  /** The best measurement so far, with or without regard to `minDelta`. */
  readonly best: Measurement | undefined;
}

interface Resolved extends Required<Omit<ReduceOnPlateauOptions, 'goal' | 'cooldown'>> {
  readonly goal: Goal | undefined;
  readonly cooldown: Patience | undefined;
}

const factorRule: Rule<never> = {
  expected: 'a number above 0 and below 1',
  example: '0.5',
  accepts: (value) => typeof value === 'number' && value > 0 && value < 1,
};

/**
 * Multiplies the learning rate, of all groups and on top of any schedule, by `factor` at the first
 * measurement that comes `patience` after the last improvement without being one: exactly where
 * `earlyStopping` with this patience would end the training. Then waiting begins anew, with the
 * measurement that follows or, with a `cooldown`, with the first one after it:
 *
 * - `{ validations: 2 }`: the two validations that follow a reduction are not counted.
 * - `{ epochs: 2 }`: those up to two epochs of iterations after it are not.
 *
 * A better value during the cooldown is the new mark to be beaten. What has to be better than what does
 * not change by a reduction. At `minLearningRate`, measured against the learning rate of the iteration
 * before, nothing is reduced any more; a schedule may still go below it.
 *
 * Others count differently. PyTorch's `patience` is how many measurements are tolerated, one less than
 * here: its 10 is `{ validations: 11 }`; its cooldown is the same. Keras's `patience` is the same; its
 * `cooldown` lets the last measurement count, so its 3 is `{ validations: 2 }`, and its 1 is none.
 *
 * @throws OptionError here for options that do not fit; before the first iteration for a monitor that
 * the training does not measure
 * @example
 * const reduce = reduceOnPlateau({ factor: 0.5, patience: { epochs: 5 }, minLearningRate: 1e-5 });
 * await trainer.fit({ train, validation, callbacks: [reduce] });
 * console.log(reduce.reductions);
 */
export function reduceOnPlateau(options: ReduceOnPlateauOptions): ReduceOnPlateau {
  const read = readTrainingOptions<Resolved>('reduceOnPlateau', options, {
    ...watchRules,
    factor: withDefault(factorRule, 0.1),
    patience: patienceRule,
    cooldown: optional(patienceRule),
    minLearningRate: withDefault(nonNegative, 0),
  });
  const { monitor, factor, patience, minDelta, cooldown, minLearningRate } = read;
  const goal = goalOf('reduceOnPlateau', monitor, read.goal);
  checkPatience('reduceOnPlateau', monitor, patience);
  if (cooldown !== undefined) checkPatience('reduceOnPlateau', monitor, cooldown, 'cooldown');
  const waiting = new Waiting({ goal, patience, minDelta });
  const reductions: RateReduction[] = [];
  let plan: TrainingPlan | undefined;
  /** Of the last iteration. */
  let learningRate: number | undefined;
  /** Measurements since the last reduction. */
  let measured = 0;

  function isCoolingDown(iteration: number): boolean {
    const last = reductions.at(-1);
    if (cooldown === undefined || last === undefined) return false;
    return 'validations' in cooldown
      ? measured <= cooldown.validations
      : epochsBetween(last.iteration, iteration) <= cooldown.epochs;
  }

  const epochsBetween: EpochsBetween = (from, to) => plan?.epochsBetween(from, to) ?? 0;

  function observe(measurement: Measurement, control: Control): void {
    const { iteration } = measurement;
    measured++;
    const { isOver } = waiting.observe(measurement, epochsBetween);
    if (isCoolingDown(iteration)) waiting.renew();
    else if (isOver) reduce(measurement, control);
  }

  function reduce({ epoch, iteration }: Measurement, control: Control): void {
    // Not known where a run was left by hand after its iteration and continues here.
    const from = learningRate ?? plan?.learningRateAt(iteration) ?? 0;
    waiting.renew();
    // What was once divided down to the minimum may be above it by a rounding.
    if (from <= minLearningRate * (1 + 2 ** -40)) return;
    const isLast = from * factor < minLearningRate;
    control.scaleLearningRate(isLast ? minLearningRate / from : factor);
    reductions.push({ epoch, iteration, from, to: isLast ? minLearningRate : from * factor });
    measured = 0;
  }

  function state(): CallbackState {
    const values = {
      waiting: waiting.toJSON(),
      reductions: [...reductions],
      learningRate,
      measured,
    };
    return { values, tensors: {} };
  }

  function loadState({ values }: CallbackState): void {
    waiting.restore(values.waiting as WaitingData);
    reductions.length = 0;
    for (const reduction of values.reductions as RateReduction[]) reductions.push(reduction);
    learningRate = values.learningRate as number | undefined;
    measured = values.measured as number;
  }

  const callback: Callback = (event, control) => {
    const measurement = measurementIn('reduceOnPlateau', monitor, event);
    if (measurement !== undefined) observe(measurement, control);
    switch (event.type) {
      case 'trainStart':
        plan = event.plan;
        checkEpochs('reduceOnPlateau.patience', patience, plan.iterationsPerEpoch);
        if (cooldown !== undefined) {
          checkEpochs('reduceOnPlateau.cooldown', cooldown, plan.iterationsPerEpoch);
        }
        checkMonitor('reduceOnPlateau', monitor, event);
        break;
      case 'iterationEnd':
        learningRate = event.learningRate;
        break;
      default:
    }
  };
  return Object.defineProperties(callback, {
    key: { value: 'reduceOnPlateau' },
    state: { value: state },
    loadState: { value: loadState },
    reductions: { get: () => [...reductions] },
    best: { get: () => waiting.best },
  }) as ReduceOnPlateau;
}
