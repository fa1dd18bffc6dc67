/**
 * What a training run was asked to be, as plain data: what has to be the same for a resumed training to
 * give the numbers that it would have given without interruption. What is no data, a function, is
 * known by what it gives for a few numbers.
 */

import type { Dataset } from '../../data/dataset.ts';
import { isStream } from '../../data/stream/stream.ts';
import { describe } from '../../errors/describe.ts';
import { OptionError, StateError } from '../../errors/errors.ts';
import type { Loss } from '../../losses/loss.ts';
import type { Metric } from '../../metrics/metric.ts';
import type { Model } from '../../nn/sequential.ts';
import { fingerprint } from '../../numerics/fingerprint.ts';
import { noGrad } from '../../ops/gradient_mode.ts';
import { includes } from '../../optimizers/groups.ts';
import type { Optimizer } from '../../optimizers/index.ts';
import type { Schedule } from '../../schedules/schedule.ts';
import { tensor } from '../../tensor/create.ts';
import type { Dtype, TypedArray } from '../../tensor/dtype.ts';
import { type Shape, sizeOf } from '../../tensor/shape.ts';
import { packed, packedCopy, rowsOf } from '../../tensor/strided.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { PreparedData } from '../data/prepared_data.ts';
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

/**
 * What can be known of the data, in the terms that the model learns it in: all of it in memory, of a
 * stream what it says of itself.
 */
export function describeData(
  { train, validation }: Pick<PreparedData, 'train' | 'validation'>,
  options: ResolvedTrainerOptions,
) {
  const { sampling } = options;
  if (isStream(train)) {
    const { samples, shuffleBuffer } = train;
    return plain({ train: { stream: true, samples, shuffleBuffer }, validation: held(validation) });
  }
  const drawn =
    sampling && !sampling.options && sampling.order({ samples: train.size, seed: 0, epoch: 1 });
  return plain({
    train: contents(train),
    validation: held(validation),
    sampling: drawn && fingerprint([drawn]),
  });
}

const held = (sets: PreparedData['validation']) =>
  sets.length === 0 ? undefined : sets.map(([name, set]) => ({ name, ...contents(set) }));

const known = /* @__PURE__ */ new WeakMap<Dataset, string>();

function contents(dataset: Dataset): object {
  const { inputs, targets, sampleWeights, size } = dataset;
  const tensors = [inputs, targets, ...(sampleWeights ? [sampleWeights] : [])];
  const hash = known.get(dataset) ?? fingerprint(tensors.map(numbersOf));
  known.set(dataset, hash);
  return { size, contents: hash };
}

/** So many rows of what does not lie in memory as float32 in order are copied at a time. */
const ROWS = 256;

function* numbersOf(source: Tensor): Iterable<TypedArray> {
  if (source.isContiguous && source.storage.bytes === undefined) {
    yield packed(source);
    return;
  }
  const [samples] = source.shape;
  for (let first = 0; first < samples; first += ROWS) {
    yield packedCopy(rowsOf(source, first, Math.min(ROWS, samples - first)));
  }
}

/** As it comes out of a file, so that the two can be compared; also numbers that JSON has no text for. */
function plain(value: object): Recipe {
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

/**
 * @param where who asks
 * @param allowed the entries that may differ
 * @throws StateError naming what differs
 */
export function checkRecipe(
  where: string,
  [saved, present]: readonly [Recipe, Recipe],
  allowed: readonly string[],
): void {
  const names = [...new Set([...Object.keys(present), ...Object.keys(saved)])];
  const found = names.flatMap((name) => {
    const difference = allowed.includes(name) ? [] : differences(saved[name], present[name], name);
    return difference.slice(0, 1).map((first) => ({ name, ...first }));
  });
  if (found.length === 0) return;
  const list = (part: 'path' | 'before' | 'now' | 'name') =>
    found.map((one) => one[part]).join(', ');
  throw new StateError({
    where: `${where}, ${list('path')}`,
    expected: `${where === 'fit' ? 'the data that' : 'what'} the training began with, ${list('before')}`,
    received: list('now'),
    remedy: `${where === 'fit' ? 'Pass' : 'Make the Trainer with'} the same ${list('name')}, or, if the change is meant, allow it: resume(state, { allow: [${found.map(({ name }) => describe(name)).join(', ')}] }).`,
    advice: [{ kind: 'sameRecipe', differences: found }],
  });
}

/** @throws OptionError for a name that can stand for nothing */
export function checkAllowed(allowed: readonly unknown[], recipe: Recipe): void {
  const names = [...new Set([...Object.keys(recipe), 'schedule', 'clip', 'sampling'])];
  names.push('train', 'validation');
  const other = allowed.find((name) => !names.includes(name as string));
  if (other === undefined) return;
  throw new OptionError({
    where: 'resume.allow',
    expected: `names among ${names.join(', ')}`,
    received: describe(other),
    remedy: 'How long to train and where it is computed may always differ.',
  });
}

interface Difference {
  readonly path: string;
  readonly before: string;
  readonly now: string;
}

/** The places where plain data differ; the order of keys does not matter. */
function differences(before: unknown, now: unknown, path: string): Difference[] {
  if (Array.isArray(before) && Array.isArray(now) && before.length === now.length) {
    return before.flatMap((part, i) => differences(part, now[i], `${path}[${i}]`));
  }
  if (isRecord(before) && isRecord(now)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
    return [...keys].flatMap((key) => differences(before[key], now[key], `${path}.${key}`));
  }
  const [saved, present] = [before, now].map((part) => JSON.stringify(part) ?? 'nothing');
  return saved === present ? [] : [{ path, before: saved, now: present }];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
