/** Datasets from numbers, checked completely before anything is trained on them. */
import { describe, describeShape } from '../errors/describe.ts';
import { DataError, DtypeError, ShapeError } from '../errors/errors.ts';
import { anything, oneOf, optional } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { cast } from '../ops/elementwise/cast.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { reshape } from '../ops/shape/views.ts';
import { tensor } from '../tensor/create.ts';
import { dtypeOf, type TypedArray } from '../tensor/dtype.ts';
import { sizeOf } from '../tensor/shape.ts';
import { firstNotFinite, packed } from '../tensor/strided.ts';
import { type NestedArray, Tensor } from '../tensor/tensor.ts';
import { classIndices } from './class_names.ts';
import type { Dataset } from './dataset.ts';
import { readNames } from './names.ts';

export type Numbers = NestedArray | TypedArray | Tensor;

export interface ArraysOptions {
  /** One entry for each sample; a flat list of numbers is a single column. */
  readonly inputs: Numbers;
  /** One entry for each sample: a class or one value or more, see `fromArrays`. */
  readonly targets: Numbers | readonly string[];
  /** The weight of each sample in the loss: 0 or more, not all 0. */
  readonly sampleWeights?: Numbers;
  /** Names of the classes, by number; without them the names in the targets, sorted. */
  readonly classNames?: readonly string[];
  /** Names of the columns of the inputs. */
  readonly featureNames?: readonly string[];
  /** Default float64 where numbers come as a float64 tensor or Float64Array, otherwise float32. */
  readonly dtype?: FloatDtype;
}

type FloatDtype = 'float32' | 'float64';
type Resolved = ArraysOptions & { readonly dtype: FloatDtype };

/**
 * A dataset from arrays, typed arrays or tensors, whose first axis is the samples.
 *
 * Targets are classes (int32, `[samples]`) if they are strings, an Int32Array or an int32 tensor, or
 * if `classNames` is given. All other targets are values; a flat list of them is a column
 * (`[samples, 1]`), and so is a flat list of inputs.
 *
 * Nothing is rounded unasked that came in a dtype: one float64 tensor or Float64Array makes all numbers
 * float64. Numbers in plain arrays are rounded to float32 unless `dtype` says otherwise.
 *
 * @throws ShapeError when there are no samples, rows differ in length, or inputs, targets and weights
 * differ in number
 * @throws DataError naming row and column of what is missing or not finite (also after rounding to the
 * dtype), for classes without a name, and for int32 numbers that float32 does not hold
 * @example fromArrays({ inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]] })
 * @example fromArrays({ inputs: lengths, targets: ['setosa', 'virginica', 'setosa'] })
 */
export function fromArrays(options: ArraysOptions): Dataset {
  const read = readTrainingOptions<ArraysOptions>('fromArrays', options, {
    inputs: anything,
    targets: anything,
    sampleWeights: optional(anything),
    classNames: optional(anything),
    featureNames: optional(anything),
    dtype: optional(oneOf('float32', 'float64')),
  });
  const dtype = read.dtype ?? dtypeFor([read.inputs, read.targets, read.sampleWeights]);
  const given = { ...read, dtype };
  const inputs = column(readNumbers('inputs', given.inputs, dtype));
  const featureNames = readNames('fromArrays.featureNames', given.featureNames);
  if (inputs.shape[0] === 0) {
    throw new ShapeError({
      where: 'fromArrays.inputs',
      expected: 'one sample or more',
      received: `shape ${describeShape(inputs.shape)}`,
      remedy: 'Give at least one row.',
    });
  }
  if (featureNames !== undefined && inputs.shape.slice(1).join() !== `${featureNames.length}`) {
    throw new ShapeError({
      where: 'fromArrays.featureNames',
      expected: `one name for each of the columns of inputs ${describeShape(inputs.shape)}`,
      received: `${featureNames.length} names`,
      remedy: 'Give a name for each column, or leave featureNames out.',
    });
  }
  checkFinite('inputs', inputs, featureNames);
  const { targets, classNames } = readTargets(given);
  checkCount('targets', targets, inputs);
  const sampleWeights = readWeights(given, inputs);
  return {
    inputs,
    targets,
    size: inputs.shape[0],
    ...(sampleWeights === undefined ? {} : { sampleWeights }),
    ...(classNames === undefined ? {} : { classNames }),
    ...(featureNames === undefined ? {} : { featureNames }),
  };
}

function readTargets({ targets, classNames, dtype }: Resolved): {
  targets: Tensor;
  classNames?: readonly string[];
} {
  const names = readNames('fromArrays.classNames', classNames);
  const asNames = Array.isArray(targets) && targets.some((target) => typeof target === 'string');
  if (asNames) return classIndices(targets, names);
  const numbers = targets as Numbers;
  const whole =
    numbers instanceof Int32Array || (numbers instanceof Tensor && numbers.dtype === 'int32');
  if (whole || names !== undefined) {
    // Read as float64, which holds every class exactly and shows what is not one.
    return classIndices(readNumbers('targets', numbers, 'float64'), names);
  }
  const values = column(readNumbers('targets', numbers, dtype));
  checkFinite('targets', values);
  return { targets: values };
}

function readWeights({ sampleWeights, dtype }: Resolved, inputs: Tensor): Tensor | undefined {
  if (sampleWeights === undefined) return undefined;
  const weights = readNumbers('sampleWeights', sampleWeights, dtype);
  checkFinite('sampleWeights', weights);
  checkCount('sampleWeights', weights, inputs);
  const flat = packed(weights);
  const negative = flat.findIndex((weight) => weight < 0);
  if (weights.rank !== 1 || negative >= 0 || !flat.some((weight) => weight > 0)) {
    throw new DataError({
      where: 'fromArrays.sampleWeights',
      expected: 'one number for each sample, 0 or more, and one above 0',
      received: negative >= 0 ? `${flat[negative]} in row ${negative}` : describe(sampleWeights),
      remedy: 'Give such numbers, or leave sampleWeights out.',
    });
  }
  return weights;
}

/** The dtype that holds what comes as it is. */
function dtypeFor(parts: readonly unknown[]): FloatDtype {
  const double = (part: unknown) =>
    part instanceof Tensor ? part.dtype === 'float64' : part instanceof Float64Array;
  return parts.some(double) ? 'float64' : 'float32';
}

/** The numbers as a tensor of the dtype; the memory is shared where nothing has to be converted. */
function readNumbers(what: string, values: Numbers, dtype: 'float32' | 'float64'): Tensor {
  const where = `fromArrays.${what}`;
  if (values instanceof Tensor) {
    if (values.dtype === dtype) return values;
    const { bytes } = values.storage;
    if (bytes !== undefined) {
      checkHeld(where, bytes.meaning, dtype);
      return noGrad(() => cast(values, dtype)); // they stay bytes
    }
    const numbers = packed(values);
    checkHeld(where, numbers, dtype);
    return tensor(numbers, { shape: values.shape, dtype });
  }
  if (ArrayBuffer.isView(values)) {
    checkDtyped(where, values);
    checkHeld(where, values, dtype);
  } else checkNumbers(where, values, []);
  const made = tensor(values, { dtype });
  if (made.rank === 0) {
    throw new ShapeError({
      where,
      expected: 'one entry for each sample',
      received: `${values}`,
      remedy: 'Give an array with one entry for each sample.',
    });
  }
  return made;
}

function checkDtyped(where: string, values: ArrayBufferView): void {
  if (dtypeOf(values) !== undefined) return;
  throw new DtypeError({
    where,
    expected: 'a Float32Array, Float64Array or Int32Array',
    received: describe(values),
    remedy:
      'Say what bytes stand for: byteTensor(values, { shape, scale: 1 / 255 }); convert other numbers with Float32Array.from(values).',
  });
}

/** Whole numbers of 32 bits have more digits than float32 has. */
function checkHeld(where: string, numbers: TypedArray, dtype: FloatDtype): void {
  if (dtype !== 'float32' || !(numbers instanceof Int32Array)) return;
  const lost = numbers.findIndex((value) => Math.fround(value) !== value);
  if (lost < 0) return;
  throw new DataError({
    where,
    expected: 'whole numbers that float32 holds: all up to 16,777,216',
    received: `${numbers[lost]} at element ${lost}, which would become ${Math.fround(numbers[lost])}`,
    remedy: "Pass { dtype: 'float64' }.",
  });
}

function checkNumbers(where: string, value: unknown, path: readonly number[]): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      checkNumbers(where, item, [...path, index]);
    });
  } else if (typeof value !== 'number') {
    throw new DataError({
      where,
      expected: 'a number',
      received: `${describe(value)}${path.length === 0 ? '' : ` in ${place(path)}`}`,
      remedy: 'Fill missing values in or leave the sample out.',
    });
  }
}

function checkFinite(what: string, x: Tensor, names?: readonly string[]): void {
  const { bytes } = x.storage;
  if (bytes !== undefined && firstNotFinite(bytes.meaning) < 0) return;
  const flat = packed(x);
  const bad = firstNotFinite(flat);
  if (bad < 0) return;
  const path = x.shape.map((n, axis) => Math.floor(bad / sizeOf(x.shape.slice(axis + 1))) % n);
  throw new DataError({
    where: `fromArrays.${what}`,
    expected: 'finite numbers',
    received: `${flat[bad]} in ${place(path, names)}`,
    remedy: 'Fill missing values in or leave the sample out; scale what is too large.',
  });
}

/** `row 3, column 2 ("petal width")`: counted from 0, like indices. */
function place([row, ...rest]: readonly number[], names?: readonly string[]): string {
  if (rest.length === 0) return `row ${row}`;
  const name = names === undefined ? '' : ` (${describe(names[rest[0]])})`;
  return `row ${row}, column ${rest.join(', ')}${name}`;
}

function checkCount(what: string, x: Tensor, inputs: Tensor): void {
  if (x.shape[0] !== inputs.shape[0]) {
    throw new ShapeError({
      where: `fromArrays.${what}`,
      expected: `${inputs.shape[0]}, one for each sample of the inputs`,
      received: `${x.shape[0]}`,
      remedy: `Give ${what} and inputs the same number of rows.`,
    });
  }
}

/** A flat list is a column. */
function column(x: Tensor): Tensor {
  return x.rank === 1 ? reshape(x, [-1, 1]) : x;
}
