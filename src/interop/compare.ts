/** By how much two networks differ, number by number: after a conversion, or between two training runs. */
import { checkArgument } from '../errors/options.ts';
import type { NamedTensors } from '../formats/named.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import type { Dtype } from '../tensor/dtype.ts';
import { type Shape, sameShape } from '../tensor/shape.ts';
import { packedCopy } from '../tensor/strided.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** What became of one tensor. */
export interface TensorComparison {
  readonly name: string;
  /** What it is in each of both; undefined where there is none of this name. */
  readonly first: Held | undefined;
  readonly second: Held | undefined;
  /** Whether all numbers are the same to the bit, in the same dtype. */
  readonly equalBits: boolean;
  /** How many numbers are not the same. Without two tensors of one shape: all there are. */
  readonly differing: number;
  /** The largest `|a - b|`, infinite where one is no finite number; NaN where shapes differ. */
  readonly absolute: number;
  /** The largest `|a - b| / max(|a|, |b|)`, from 0 to 2. */
  readonly relative: number;
}

export interface Held {
  readonly dtype: Dtype;
  readonly shape: Shape;
}

export interface ModelComparison {
  /** Whether layers, their options, shapes and dtype are the same. */
  readonly sameArchitecture: boolean;
  /** What differs there, in words: `layers.1: tanh, and relu`. */
  readonly architecture: readonly string[];
  /** One for each parameter and buffer that either has, in the order of the first. */
  readonly tensors: readonly TensorComparison[];
  /** Whether all of them have equal bits. */
  readonly equalBits: boolean;
}

/**
 * Whether two models have the same layers, and which of their numbers differ, by how much. What only a
 * training run needs (how weights begin, penalties, constraints, the seed) is not looked at.
 * @example const { equalBits, tensors } = compareModels(loadModel('a.safetensors').model, model);
 */
export function compareModels(first: Model, second: Model): ModelComparison {
  checkArgument('compareModels', first, modelRule);
  checkArgument('compareModels', second, modelRule);
  const architecture = architecturesOf(first, second);
  const tensors = compareTensors(first.state(), second.state());
  return {
    sameArchitecture: architecture.length === 0,
    ...{ architecture, tensors },
    equalBits: tensors.every(({ equalBits }) => equalBits),
  };
}

/** One comparison for each name that either has. */
export function compareTensors(first: NamedTensors, second: NamedTensors): TensorComparison[] {
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  const has = (tensors: NamedTensors, name: string) =>
    Object.hasOwn(tensors, name) ? tensors[name] : undefined;
  return names.map((name) => compareOne(name, has(first, name), has(second, name)));
}

const held = (tensor: Tensor | undefined): Held | undefined =>
  tensor && { dtype: tensor.dtype, shape: tensor.shape };

function compareOne(
  name: string,
  first: Tensor | undefined,
  second: Tensor | undefined,
): TensorComparison {
  const both = { name, first: held(first), second: held(second) };
  if (first === undefined || second === undefined || !sameShape(first.shape, second.shape)) {
    const differing = Math.max(first?.size ?? 0, second?.size ?? 0);
    return { ...both, equalBits: false, differing, absolute: Number.NaN, relative: Number.NaN };
  }
  const [a, b] = [packedCopy(first), packedCopy(second)];
  let [differing, absolute, relative] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    if (Object.is(a[i], b[i])) continue;
    differing++;
    const apart = Math.abs(a[i] - b[i]);
    const size = Math.max(Math.abs(a[i]), Math.abs(b[i]));
    absolute = Math.max(absolute, Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart);
    if (size > 0) relative = Math.max(relative, Number.isFinite(size) ? apart / size : 2);
    if (Number.isNaN(apart)) relative = 2;
  }
  const equalBits = differing === 0 && first.dtype === second.dtype;
  return { ...both, equalBits, differing, absolute, relative };
}

/** What decides how a network learns, and not what it computes. */
const OF_TRAINING = [
  ...['weightInitializer', 'biasInitializer', 'weightPenalty', 'biasPenalty'],
  ...['weightConstraint', 'biasConstraint'],
];

/** What differs between the layers, in words. */
function architecturesOf(first: Model, second: Model): string[] {
  const found: string[] = [];
  const note = (what: string, a: unknown, b: unknown) => {
    const [one, other] = [a, b].map((value) =>
      typeof value === 'string' ? value : (JSON.stringify(value) ?? 'none'),
    );
    if (one !== other) found.push(`${what}: ${one}, and ${other}`);
  };
  note('shape of a sample', first.inputShape, second.inputShape);
  note('dtype', first.dtype, second.dtype);
  const count = Math.max(first.layers.length, second.layers.length);
  for (let i = 0; i < count; i++) {
    const [a, b] = [first, second].map(({ layers }) => layers[i]?.layer);
    const [one, other] = [a, b].map((layer) =>
      layer === undefined ? 'none' : 'type' in layer ? layer.type : 'a function',
    );
    note(`layers.${i}`, one, other);
    if (one !== other || a === undefined || b === undefined) continue;
    const [mine, yours] = [a, b].map((layer) => ('options' in layer ? layer.options : {}));
    for (const key of new Set([...Object.keys(mine), ...Object.keys(yours)])) {
      if (OF_TRAINING.includes(key)) continue;
      note(`layers.${i} (${one}), ${key}`, plain(mine[key]), plain(yours[key]));
    }
  }
  return found;
}

/** Layers inside of layers, by what they compute. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return 'a function';
  if (!Array.isArray(value)) return value;
  return value.map((item) => {
    if (typeof item !== 'object' || item === null || !('type' in item)) return item;
    const options = Object.entries(Object(item.options)).filter(
      ([key, option]) => option !== undefined && !OF_TRAINING.includes(key),
    );
    const shown = options.map(([key, option]) => [key, plain(option)]);
    return { type: item.type, options: Object.fromEntries(shown) };
  });
}
