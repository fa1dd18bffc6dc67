/**
 * What a training run was asked to be, as plain data: what has to be the same for a resumed training to
 * give the numbers that it would have given without interruption. What is no data, a function, is
 * known by what it gives for a few numbers.
 */
import type { Loss } from '../../losses/loss.ts';
import type { Metric } from '../../metrics/metric.ts';
import type { Model } from '../../nn/sequential.ts';
import { fingerprint } from '../../numerics/fingerprint.ts';
import { noGrad } from '../../ops/gradient_mode.ts';
import { includes } from '../../optimizers/groups.ts';
import type { Optimizer } from '../../optimizers/index.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import { tensor } from '../../tensor/create.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import { type Shape, sizeOf } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { ResolvedTrainerOptions } from '../options.ts';

/** One entry for each option that decides numbers. How long to train is not among them. */
export type Recipe = Readonly<Record<string, unknown>>;

export function recipeOf(options: ResolvedTrainerOptions): Recipe {
  const { model, loss, optimizer, schedule, clip, seed, batchSize, shuffle, dropLast } = options;
  const { sampling, accumulate, validateEvery, metrics, evaluateTraining } = options;
  return plain({
    model: architecture(model),
    loss: describeLoss(loss, model),
    optimizer: describeOptimizer(optimizer, model),
    schedule: schedule && describeSchedule(schedule),
    clip,
    seed,
    batchSize,
    shuffle,
    sampling: sampling && { name: sampling.name, options: sampling.options },
    dropLast,
    accumulate,
    validateEvery,
    metrics: Object.entries(metrics).map(([name, metric]) => ({ name, ...describeMetric(metric) })),
    evaluateTraining,
  });
}

/** As it comes out of a file, so that the two can be compared; also numbers that JSON has no text for. */
export function plain(value: object): Recipe {
  return JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === 'number' && !Number.isFinite(part) ? String(part) : part,
    ),
  );
}

function describeOptimizer(optimizer: Optimizer, model: Model): object {
  const { name, options: settings, groups, inner } = optimizer;
  const names = model.parameters().map((parameter) => parameter.name);
  return {
    name,
    settings,
    groups: groups.map((group) => ({
      ...group,
      parameters: names.filter((parameter) => includes(group, parameter)),
    })),
    ...(inner && { inner: describeOptimizer(inner, model) }),
  };
}

function describeSchedule(schedule: Schedule): object {
  const factors = attempt(() =>
    Float64Array.from({ length: 1000 }, (_, count) => schedule.factor(count, 1000)),
  );
  return { ...schedule, factors: factors && fingerprint([factors]) };
}

function describeLoss({ name, options, perSample }: Loss, { outputShape, dtype }: Model): object {
  if (options !== undefined) return { name, options };
  const outputs = pattern(outputShape, dtype, 3);
  const classes = tensor([0, 1, 0], { dtype: 'int32' });
  const targets = [pattern(outputShape, dtype, 4), classes];
  return { name, of: targets.map((target) => given(() => perSample(outputs, target))) };
}

/** Of a metric of the user's own nothing is known, not even a name: bundlers give functions others. */
const describeMetric = ({ name, options }: Metric): object =>
  options === undefined ? {} : { metric: name, options };

/** The architecture. Of a layer that is a function: what it gives, if it has no weights. */
function architecture({ inputShape, seed, dtype, layers }: Model): object {
  let shape = inputShape;
  const described = layers.map(({ layer: { type, options }, built }) => {
    const isFunction = 'function' in options;
    const x = isFunction && pattern(shape, dtype, 3);
    const context = { training: false, counter: tensor(0, { dtype: 'int32' }) };
    shape = built.outputShape;
    return { type, options, ...(x && { of: given(() => built.forward(x, context)) }) };
  });
  return { inputShape, seed, dtype, layers: described };
}

/** Three samples of numbers between 0 and 1. */
function pattern(shape: Shape, dtype: Dtype, factor: number): Tensor {
  const full = [3, ...shape];
  const values = Float64Array.from(
    { length: sizeOf(full) },
    (_, i) => ((i * factor + 1) % 11) / 11,
  );
  return tensor(values, { shape: full, dtype });
}

/** What a function gives, to five digits. */
function given(compute: () => Tensor): string | undefined {
  return attempt(() => Array.from(noGrad(compute).toTypedArray(), (v) => v.toPrecision(5)).join());
}

/** Nothing, where a function does not take the numbers. */
function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}
