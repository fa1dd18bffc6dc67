/** Which setting: the same training run with several values of one hyperparameter. */

import { OptionError } from '../errors/errors.ts';
import { array, string, withDefault } from '../errors/options.ts';
import { NonFiniteError } from '../errors/training.ts';
import { formatTable, withText } from '../formats/text_table.ts';
import type { Goal } from '../train/events/monitor.ts';
import type { TrainerOptions } from '../train/options.ts';
import { planFolds } from './cross_validate.ts';
import { type CurvePoint, curveOf, type Recommendation, recommend } from './fold_curve.ts';
import { folds } from './folds.ts';
import { readSelection, type SelectionOptions, settingOf } from './options.ts';
import { runFolds } from './run_folds.ts';
import { joinPlans, type RunsPlan } from './runs_plan.ts';
import type { TrainingRequest } from './training.ts';

export interface ValidationCurveOptions<V> extends SelectionOptions {
  /** What the hyperparameter is called in the table; default `value`. */
  readonly name?: string | undefined;
  /** The values to try, in the order of the table. */
  readonly values: readonly V[];
  /** As in `crossValidate`, for one of the values. */
  readonly training: (request: TrainingRequest & { readonly value: V }) => TrainerOptions;
}

export interface ValidationPoint<V> {
  readonly value: V;
  /** By epoch; empty if a run diverged. */
  readonly curve: readonly CurvePoint[];
  /** The epoch of the best mean. */
  readonly best?: CurvePoint;
  readonly recommended?: Recommendation;
  /** What the first training said that could not continue, because a number was not finite. */
  readonly diverged?: string;
}

export interface ValidationCurve<V> {
  readonly plan: RunsPlan;
  readonly name: string;
  readonly monitor: string;
  readonly goal: Goal;
  /** In the order of the values. */
  readonly points: readonly ValidationPoint<V>[];
  /** The point with the best mean of all; nothing if all diverged. */
  readonly best?: ValidationPoint<V>;
  /** A table of values; print it. */
  toString(): string;
}

/**
 * The watched number against one hyperparameter, by cross-validation: the same folds and the same seeds
 * for every value, each of which counts with the epoch that was best for it. Training loss and watched
 * number side by side show on which side of the best value there is too little capacity, and on which
 * too much. A value with which a training run diverges is noted, and its other folds are left out.
 *
 * @throws as `crossValidate` does, except for NonFiniteError
 * @example
 * const curve = await validationCurve({
 *   name: 'units', values: [1, 4, 16, 64], dataset: iris(), k: 3, seed: 7,
 *   training: ({ value, seed }) => ({
 *     model: sequential({ inputShape: [4], seed }, [dense({ units: value }), relu(), dense({ units: 3 })]),
 *     loss: softmaxCrossEntropy(), optimizer: adam(), epochs: 30, seed,
 *   }),
 * });
 */
export async function validationCurve<V>(
  options: ValidationCurveOptions<V>,
): Promise<ValidationCurve<V>> {
  const read = readSelection<Own<V>>('validationCurve', options, {
    name: withDefault(string, 'value'),
    values: array,
  });
  const { dataset, k, repeats, stratify, seed, name, values, monitor, goal } = read;
  const { progress, signal } = read;
  if (values.length === 0) {
    throw new OptionError({
      where: 'validationCurve.values',
      expected: 'at least one value',
      received: 'none',
      remedy: 'Give the values to try, for example [0.01, 0.1].',
    });
  }
  const parts = folds({ dataset, k, repeats, stratify, seed });
  const settings = values.map((value) => ({
    ...settingOf('validationCurve', read),
    training: (request: TrainingRequest) => options.training({ ...request, value }),
  }));
  const plan = joinPlans(settings.map((setting) => planFolds(setting, parts)));
  progress?.({ type: 'start', plan });

  const points: ValidationPoint<V>[] = [];
  for (const [index, value] of values.entries()) {
    const done = index * parts.length;
    try {
      const watch = { progress, signal, runs: plan.runs, done };
      const runs = await runFolds(settings[index], parts, watch);
      const curve = curveOf('validationCurve', runs, k, { monitor, goal });
      points.push({ value, curve, ...recommend('validationCurve', curve, goal) });
    } catch (error) {
      if (!(error instanceof NonFiniteError)) throw error;
      points.push({ value, curve: [], diverged: error.message });
    }
  }
  const best = bestOf(points, goal);
  const result = { plan, name, monitor, goal, points, ...(best && { best }) };
  return withText(result, () => formatValidationCurve(result));
}

interface Own<V> {
  readonly name: string;
  readonly values: readonly V[];
}

/** The first of the best. */
function bestOf<V>(points: readonly ValidationPoint<V>[], goal: Goal) {
  const sign = goal === 'minimum' ? 1 : -1;
  const score = ({ best }: ValidationPoint<V>) =>
    best === undefined ? Number.POSITIVE_INFINITY : sign * best.mean;
  const best = points.reduce((a, b) => (score(b) < score(a) ? b : a));
  return best.best === undefined ? undefined : best;
}

function formatValidationCurve<V>({ plan, name, monitor, points, best }: ValidationCurve<V>) {
  const rows = points.map((point) => {
    const { value, best: own } = point;
    if (own === undefined) return [`${value}`, '', '', 'diverged', '', ''];
    return [
      `${value}`,
      `${own.epoch}`,
      own.trainingLoss.toFixed(4),
      own.mean.toFixed(4),
      `± ${own.standardError.toFixed(4)}`,
      point === best ? 'best' : '',
    ];
  });
  const head = [name, 'best epoch', 'training loss', monitor, '', ''];
  return [`${plan}`, '', formatTable([head, ...rows])].join('\n');
}
