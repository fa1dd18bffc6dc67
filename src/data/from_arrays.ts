/** Datasets from numbers, checked completely before anything is trained on them. */
import { describe, describeShape } from '../errors/describe.ts';
import { DataError, ShapeError } from '../errors/errors.ts';
import { anything, count, oneOf, optional } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { packed } from '../tensor/strided.ts';
import { Tensor } from '../tensor/tensor.ts';
import {
  checkFinite,
  column,
  type FloatDtype,
  type Numbers,
  readNumbers,
} from './array_numbers.ts';
import { readTargets, type Targets } from './array_targets.ts';
import type { Dataset } from './dataset.ts';
import { readNames } from './names.ts';

export type { Numbers, Targets };

export interface ArraysOptions {
  /** One entry for each sample; a flat list of numbers is a single column. */
  readonly inputs: Numbers;
  /** One entry for each sample: a class or one value or more, see `fromArrays`. */
  readonly targets: Targets;
  /** The weight of each sample in the loss: 0 or more, not all 0. */
  readonly sampleWeights?: Numbers | undefined;
  /** How many classes there are: then targets are classes, by number. `classNames` says it, too. */
  readonly classes?: number | undefined;
  /** Names of the classes, by number; without them the names in the targets, sorted. */
  readonly classNames?: readonly string[] | undefined;
  /** Names of the columns of the inputs. */
  readonly featureNames?: readonly string[] | undefined;
  /** Default float64 where numbers come as a float64 tensor or Float64Array, otherwise float32. */
  readonly dtype?: FloatDtype | undefined;
}

type Resolved = ArraysOptions & { readonly dtype: FloatDtype };

/**
 * A dataset from arrays, typed arrays or tensors, whose first axis is the samples.
 *
 * Targets are classes (int32, `[samples]`) if they are strings, an Int32Array or a flat int32 tensor, or
 * if `classes` or `classNames` is given; then one-hot rows become classes, too. All other targets are
 * numbers, booleans being 0 and 1; a flat list of them is a column (`[samples, 1]`), and so is a flat
 * list of inputs. One whole number for each sample is a class where classes are asked for, as by
 * `softmaxCrossEntropy` or `stratify`, and a value where values are, as by `meanSquaredError`.
 *
 * Nothing is rounded unasked that came in a dtype: one float64 tensor or Float64Array makes all numbers
 * float64, but for a Float64Array of targets that are whole, such as classes, which float32 holds as well.
 * Numbers in plain arrays are rounded to float32 unless `dtype` says otherwise.
 *
 * @throws ShapeError when there are no samples, rows differ in length, or inputs, targets and weights
 * differ in number
 * @throws DataError naming row and column of what is missing or not finite (also after rounding to the
 * dtype), for classes without a name, and for int32 numbers that float32 does not hold
 * @example fromArrays({ inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]] })
 * @example fromArrays({ inputs: lengths, targets: [0, 2, 0], classes: 3 })
 * @example fromArrays({ inputs: lengths, targets: ['setosa', 'virginica', 'setosa'] })
 */
export function fromArrays(options: ArraysOptions): Dataset {
  const read = readTrainingOptions<ArraysOptions>('fromArrays', options, {
    inputs: anything,
    targets: anything,
    sampleWeights: optional(anything),
    classes: optional(count),
    classNames: optional(anything),
    featureNames: optional(anything),
    dtype: optional(oneOf('float32', 'float64')),
  });
  const saysClasses = read.classes !== undefined || read.classNames !== undefined;
  const targetsDecide = !saysClasses && !areWhole(read.targets);
  const dtype =
    read.dtype ?? dtypeFor([read.inputs, targetsDecide ? read.targets : [], read.sampleWeights]);
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
      expected: `a name for each of the columns of inputs ${describeShape(inputs.shape)}`,
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

/** A Float64Array in which float32 would lose nothing, because it holds labels. */
function areWhole(targets: Targets): boolean {
  return (
    targets instanceof Float64Array &&
    targets.every((value) => Number.isInteger(value) && Math.fround(value) === value)
  );
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
