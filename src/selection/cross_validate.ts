/** How many epochs: every sample judged by networks that have not seen it. */
import { counted } from '../formats/counted.ts';
import { formatTable, withText } from '../formats/text_table.ts';
import type { Goal } from '../train/events/monitor.ts';
import { type CurvePoint, curveOf, type Recommendation, recommend } from './fold_curve.ts';
import { type Fold, folds } from './folds.ts';
import { readSelection, type SelectionOptions, settingOf } from './options.ts';
import { type Refit, type RefitOptions, refit } from './refit.ts';
import { type FoldRun, runFolds } from './run_folds.ts';
import { type RunsPlan, sumOfPlans } from './runs_plan.ts';
import { prepareRun, type Setting, type Training } from './training.ts';

export interface CrossValidateOptions extends SelectionOptions {
  /**
   * Called for every fold: gives the options of a Trainer, with a new model. Its `epochs` are how long
   * the curve becomes.
   */
  readonly training: Training;
}

export interface CrossValidation {
  /** What was trained. */
  readonly plan: RunsPlan;
  /** What was watched. */
  readonly monitor: string;
  readonly goal: Goal;
  readonly k: number;
  readonly repeats: number;
  /** By repeat and fold. */
  readonly runs: readonly FoldRun[];
  /** By epoch. */
  readonly curve: readonly CurvePoint[];
  /** The epoch of the best mean. */
  readonly best: CurvePoint;
  readonly recommended: Recommendation;
  /** Trains on all of the data, for as long as recommended. */
  refit(options: RefitOptions): Promise<Refit>;
  /** A table of epochs; print it. */
  toString(): string;
}

/**
 * `k`-fold cross-validation of a training run. For each fold a new network learns from the other folds and
 * is judged by this one after each epoch, so that one run for each fold yields the whole curve over
 * epochs: its mean, its standard error, and the fewest epochs that cannot be told from the best.
 *
 * Scalers are fitted inside of each fold, on its training part alone. One seed gives one result, to the
 * bit. What it will cost is the first that `progress` is told; `crossValidationPlan` says it without
 * training anything.
 *
 * Note that the mean at the recommended epoch is a little too good, because the epoch was chosen by it.
 * For an honest number keep a test part that takes no part in this.
 *
 * @throws OptionError for options that do not fit, and for a model that is not made anew
 * @throws NonFiniteError when a training run does; the reason of the signal when it aborts
 * @see Stone, 1974; Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009, 7.10
 * @example
 * const result = await crossValidate({
 *   dataset: iris(), k: 5, stratify: true, scale: standardize, seed: 7,
 *   training: ({ seed }) => ({
 *     model: sequential({ inputShape: [4], seed }, [dense({ units: 8 }), relu(), dense({ units: 3 })]),
 *     loss: softmaxCrossEntropy(), optimizer: adam({ learningRate: 0.02 }), epochs: 40, seed,
 *   }),
 * });
 * console.log(`${result}`);
 * const { model } = await result.refit({ by: 'iterations' });
 */
export async function crossValidate(options: CrossValidateOptions): Promise<CrossValidation> {
  const { read, setting, parts } = prepare('crossValidate', options);
  const { k, repeats, monitor, goal, progress, signal } = read;
  const plan = planFolds(setting, parts);
  progress?.({ type: 'start', plan });
  const runs = await runFolds(setting, parts, { progress, signal, runs: parts.length, done: 0 });
  const curve = curveOf('crossValidate', runs, k, { monitor, goal });
  const { best, recommended } = recommend('crossValidate', curve, goal);
  const result: CrossValidation = {
    plan,
    monitor,
    goal,
    k,
    repeats,
    runs,
    curve,
    best,
    recommended,
    refit: (request) => refit(setting, result, request),
  };
  return withText(result, () => formatCrossValidation(result));
}

/**
 * What `crossValidate` with these options will train; nothing is trained.
 * @throws as `crossValidate` does, before it trains
 * @example console.log(`${crossValidationPlan(options)}`); // 5 runs = 200 epochs = 800 iterations, ...
 */
export function crossValidationPlan(options: CrossValidateOptions): RunsPlan {
  const { setting, parts } = prepare('crossValidationPlan', options);
  return planFolds(setting, parts);
}

function prepare(where: string, options: CrossValidateOptions) {
  const read = readSelection(where, options, {});
  const { dataset, k, repeats, stratify, seed } = read;
  return {
    read,
    setting: settingOf(where, read),
    parts: folds({ dataset, k, repeats, stratify, seed }),
  };
}

export function planFolds(setting: Setting, parts: readonly Fold[]): RunsPlan {
  return sumOfPlans(
    parts.map((fold) => {
      const { train, trainer } = prepareRun(setting, fold);
      return trainer.plan(train);
    }),
  );
}

/** How many lines a table has at most. */
const LINES = 12;

function formatCrossValidation({
  plan,
  monitor,
  curve,
  best,
  recommended,
  ...rest
}: CrossValidation) {
  const { epochs, iterations, band } = recommended;
  const every = Math.ceil(curve.length / LINES);
  const shown = curve.filter(
    ({ epoch }, index) => index % every === every - 1 || epoch === best.epoch || epoch === epochs,
  );
  const rows = shown.map(({ epoch, iteration, trainingLoss, mean, standardError }) => {
    const mark = epoch === epochs ? 'recommended' : epoch === best.epoch ? 'best' : '';
    return [
      `${epoch}`,
      `${iteration}`,
      trainingLoss.toFixed(4),
      mean.toFixed(4),
      `± ${standardError.toFixed(4)}`,
      mark.padEnd(11),
    ];
  });
  const repeated = rest.repeats === 1 ? '' : `, ${rest.repeats} times`;
  return [
    `${rest.k} folds${repeated}: ${plan}`,
    '',
    formatTable([['epoch', 'iteration', 'training loss', monitor, '', ''], ...rows]),
    '',
    `recommended: ${counted(epochs, 'epoch')} (${counted(iterations, 'iteration')} of a fold); within one standard error of the best: epochs ${band[0]} to ${band[1]}`,
  ].join('\n');
}
