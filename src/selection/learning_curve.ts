/** How much data: what the same training reaches with parts of it. */
import { classesOf } from '../data/classes.ts';
import type { Dataset } from '../data/dataset.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { oneOf, type Rule, withDefault } from '../errors/options.ts';
import { formatTable, withText } from '../formats/text_table.ts';
import { random, type Seed } from '../tensor/rng.ts';
import type { Goal } from '../train/events/monitor.ts';
import type { TrainerOptions } from '../train/options.ts';
import { Trainer } from '../train/trainer.ts';
import { planFolds } from './cross_validate.ts';
import { bestPoint, type CurvePoint, curveOf, type Estimate, estimate } from './fold_curve.ts';
import { type Fold, folds } from './folds.ts';
import { readSelection, type SelectionOptions, settingOf } from './options.ts';
import { runFolds } from './run_folds.ts';
import { joinPlans, type RunsPlan } from './runs_plan.ts';
import { prepareRun, type Setting, type Training, type TrainingRequest } from './training.ts';

export interface LearningCurveOptions extends SelectionOptions {
  /** As in `crossValidate`. */
  readonly training: Training;
  /**
   * How many samples to learn from, ascending: fractions above 0 up to 1 of the training part of a fold,
   * or whole numbers from 2; default [0.1, 0.25, 0.5, 0.75, 1].
   */
  readonly sizes?: readonly number[] | undefined;
  /**
   * What is equal for all sizes. With `iterations` (default) a smaller part is passed over more often, so
   * that all train for as long; with `epochs` it has fewer iterations, and learns less for that alone.
   */
  readonly equal?: 'epochs' | 'iterations' | undefined;
}

export interface LearningPoint {
  /** Learned from: the fewest over the folds, whose sizes may differ by a sample. */
  readonly samples: number;
  /** By epoch. */
  readonly curve: readonly CurvePoint[];
  /** The epoch of the best mean: more than that would have been too long for so few samples. */
  readonly best: CurvePoint;
}

export interface LearningCurve {
  readonly plan: RunsPlan;
  readonly monitor: string;
  readonly goal: Goal;
  readonly equal: 'epochs' | 'iterations';
  /** By size. */
  readonly points: readonly LearningPoint[];
  /**
   * What the last increase of the size brought, as an improvement of the watched number: mean over the
   * folds, and its standard error. Nothing if there is one size only.
   */
  readonly gain?: Estimate;
  /** A table of sizes; print it. */
  toString(): string;
}

/**
 * The watched number against the number of samples that are learned from. Each fold of a
 * cross-validation is judged by the same samples for all sizes; smaller parts are contained in larger
 * ones. Each size counts with the epoch that was best for it.
 *
 * If the last increase still brought an improvement, more data will probably do so, too.
 *
 * @throws as `crossValidate` does
 * @see Cortes et al., "Learning Curves: Asymptotic Values and Rate of Convergence", 1993
 * @example console.log(`${await learningCurve({ dataset: digits(), k: 3, training, seed: 7 })}`);
 */
export async function learningCurve(options: LearningCurveOptions): Promise<LearningCurve> {
  const read = readSelection<Own>('learningCurve', options, {
    sizes: withDefault<readonly number[]>(sizesRule, [0.1, 0.25, 0.5, 0.75, 1]),
    equal: withDefault<Own['equal']>(oneOf('epochs', 'iterations'), 'iterations'),
  });
  const { dataset, k, repeats, stratify, seed, sizes, equal, monitor, goal } = read;
  const parts = folds({ dataset, k, repeats, stratify, seed });
  const whole = settingOf('learningCurve', read);
  const setting = equal === 'epochs' ? whole : withEqualIterations(whole, parts[0]);
  const ordered = parts.map((fold) => nested(dataset, fold, stratify, seed));
  const bySize = sizes.map((size) => ordered.map((fold) => smaller(fold, size)));

  const plan = joinPlans(bySize.map((folds) => planFolds(setting, folds)));
  const { progress, signal } = read;
  progress?.({ type: 'start', plan });
  const watch = { progress, signal, runs: plan.runs, done: 0 };
  const points: LearningPoint[] = [];
  for (const folds of bySize) {
    const runs = await runFolds(setting, folds, watch);
    const curve = curveOf('learningCurve', runs, k, { monitor, goal });
    const samples = Math.min(...runs.map(({ trainSamples }) => trainSamples));
    points.push({ samples, curve, best: bestPoint('learningCurve', curve, goal) });
  }
  const gain = gainOf(points, k, goal);
  const result: LearningCurve = { plan, monitor, goal, equal, points, ...(gain && { gain }) };
  return withText(result, () => formatLearningCurve(result));
}

interface Own {
  readonly sizes: readonly number[];
  readonly equal: 'epochs' | 'iterations';
}

const sizesRule: Rule<never> = {
  expected: 'sizes, ascending: fractions above 0 up to 1, or whole numbers of samples from 2',
  example: '[0.25, 0.5, 1]',
  accepts: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((size) => (size > 0 && size <= 1) || (Number.isSafeInteger(size) && size >= 2)) &&
    (value.every((size) => size <= 1) || value.every((size) => size > 1)) &&
    value.every((size, index) => index === 0 || size > value[index - 1]),
};

/**
 * Training runs of as many iterations as one with all samples has, rounded up to whole epochs, and with about
 * as many validations.
 */
function withEqualIterations(setting: Setting, fold: Fold): Setting {
  const { train, trainer } = prepareRun(setting, fold);
  const { iterations, epochs } = trainer.plan(train);
  const every = trainer.options.validateEvery as { readonly epochs: number };
  const lengthened = (request: TrainingRequest): TrainerOptions => {
    const options = setting.training(request);
    const { iterationsPerEpoch } = new Trainer(options).plan(request.train);
    const wanted = Math.ceil(iterations / iterationsPerEpoch);
    const interval = every.epochs * Math.max(1, Math.floor(wanted / epochs));
    return {
      ...options,
      epochs: Math.ceil(wanted / interval) * interval,
      validateEvery: { epochs: interval },
    };
  };
  return { ...setting, training: lengthened };
}

/**
 * The training part of a fold in an order in which every beginning is a fair part of it: at random, and
 * with `stratify` with every class spread evenly.
 */
function nested(dataset: Dataset, fold: Fold, stratify: boolean, seed: Seed): Fold {
  const stream = random(seed, `learningCurve/${fold.repeat}/${fold.fold}`);
  const order = Array.from(stream.permutation(fold.train.length), (at) => fold.train[at]);
  if (!stratify) return { ...fold, train: Int32Array.from(order) };
  const classes = classesOf('learningCurve', dataset);
  const counts = new Map<number, number>();
  const ranks = order.map((sample) => {
    const rank = counts.get(classes[sample]) ?? 0;
    counts.set(classes[sample], rank + 1);
    return rank;
  });
  const placed = order.map((sample, at) => ({
    sample,
    place: (ranks[at] + 0.5) / (counts.get(classes[sample]) as number),
  }));
  placed.sort((a, b) => a.place - b.place);
  return { ...fold, train: Int32Array.from(placed, ({ sample }) => sample) };
}

function smaller(fold: Fold, size: number): Fold {
  const all = fold.train.length;
  const count = size <= 1 ? Math.max(1, Math.round(size * all)) : size;
  if (count > all) {
    throw new OptionError({
      where: 'learningCurve.sizes',
      expected: `at most ${all}, the samples of the training part of a fold`,
      received: describe(size),
      remedy: 'Lower it, or give parts: numbers up to 1.',
    });
  }
  return { ...fold, train: fold.train.slice(0, count).sort() };
}

/** By fold, because a fold that is hard is hard for both sizes. */
function gainOf(points: readonly LearningPoint[], k: number, goal: Goal): Estimate | undefined {
  if (points.length < 2) return undefined;
  const [before, after] = points.slice(-2).map(({ best }) => best.values);
  const sign = goal === 'minimum' ? 1 : -1;
  return estimate(
    before.map((value, run) => sign * (value - after[run])),
    k,
  );
}

function formatLearningCurve({ plan, monitor, points, gain, equal }: LearningCurve): string {
  const rows = points.map(({ samples, best }) => [
    `${samples}`,
    `${best.epoch}`,
    `${best.iteration}`,
    best.trainingLoss.toFixed(4),
    best.mean.toFixed(4),
    `± ${best.standardError.toFixed(4)}`,
  ]);
  const head = ['samples', 'best epoch', 'iteration', 'training loss', monitor, ''];
  const lines = [`${plan}; ${equal} equal`, '', formatTable([head, ...rows])];
  if (gain !== undefined) {
    const verdict =
      gain.mean > gain.standardError
        ? 'more data should help further'
        : 'more data of this kind should help little';
    lines.push(
      '',
      `from ${points.at(-2)?.samples} to ${points.at(-1)?.samples} samples it improved by ${gain.mean.toFixed(4)} ± ${gain.standardError.toFixed(4)}: ${verdict}`,
    );
  }
  return lines.join('\n');
}
