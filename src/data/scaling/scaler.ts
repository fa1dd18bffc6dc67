/**
 * Scaling of columns. A scaler is fitted on the training part and then applied to every part, so that
 * nothing of the validation part is known in training.
 */

import { describe, describeShape } from '../../errors/describe.ts';
import { DataError, DtypeError, ShapeError } from '../../errors/errors.ts';
import { oneOf, withDefault } from '../../errors/options.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import { isTracing } from '../../ops/execute/execute.ts';
import { slice } from '../../ops/shape/slice.ts';
import { checkTensor } from '../../tensor/check.ts';
import { tensor, zeros } from '../../tensor/create.ts';
import { isFloat } from '../../tensor/dtype.ts';
import type { NestedArray } from '../../tensor/rank.ts';
import { type Shape, sameShape, sizeOf } from '../../tensor/shape.ts';
import { packedCopy, packInto } from '../../tensor/strided.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { checkDataset } from '../check_dataset.ts';
import type { Dataset } from '../dataset.ts';
import { reconcile } from '../reconcile.ts';
import { columnSums } from './column_sums.ts';

/** What is scaled. */
export type Part = 'inputs' | 'targets';

export interface Scaler {
  readonly name: string;
  readonly of: Part;
  /** The shape of a row that it was fitted on. */
  readonly rowShape: Shape;
  /**
   * The dataset with its inputs (or targets) scaled. Columns with names are brought into the order that
   * it was fitted on.
   */
  apply(dataset: Dataset): Dataset;
  /** Scales a tensor of the same columns, such as inputs to predict for; its dtype stays. */
  transform<Rank extends number>(x: Tensor<Rank>): Tensor<Rank>;
  /** The way back: for predictions, when the targets were scaled. Their dtype stays. */
  invert<Rank extends number>(x: Tensor<Rank>): Tensor<Rank>;
  toJSON(): ScalerDescription;
}

/** A scaler as JSON. */
export interface ScalerDescription {
  readonly name: string;
  readonly of: Part;
  readonly values: Readonly<Record<string, NestedArray>>;
  /** Of inputs: what the columns are called, in their order. */
  readonly featureNames?: readonly string[];
}

export interface ScalerOptions {
  /** Default `inputs`. */
  readonly of?: Part | undefined;
}

export const ofRule = withDefault<Part>(oneOf('inputs', 'targets'), 'inputs');

/** What one kind of scaler adds to what all share. */
interface Kind {
  readonly name: string;
  readonly of: Part;
  /** The shape of a row that it was fitted on. */
  readonly rowShape: Shape;
  /** What the columns of the inputs were called that it was fitted on. */
  readonly featureNames?: readonly string[] | undefined;
  /** From float64 to float64. */
  transform(x: Tensor): Tensor;
  /** From float64 to float64. */
  invert(x: Tensor): Tensor;
  values(): Record<string, NestedArray>;
}

/**
 * A scaler computes in float64 and rounds its result once, to the dtype that it was given: in float32
 * alone, `x - mean` of numbers far from 0 would have lost the digits that tell them apart.
 */
export function makeScaler(kind: Kind): Scaler {
  const { name, of, rowShape, transform, invert, values } = kind;
  const names = of === 'inputs' && kind.featureNames ? { featureNames: kind.featureNames } : {};
  const checked =
    (what: string, use: (x: Tensor) => Tensor) =>
    <Rank extends number>(x: Tensor<Rank>) => {
      checkTensor(`${name}.${what}`, x);
      if (!isFloat(x.dtype)) {
        throw new DtypeError({
          where: `${name}.${what}`,
          expected: 'numbers to be scaled, float32 or float64',
          received: x.dtype,
          remedy: "Convert them first: x.cast('float32').",
        });
      }
      if (x.rank === 0 || !sameShape(x.shape.slice(1), rowShape)) {
        throw new ShapeError({
          where: `${name}.${what}`,
          expected: `rows of shape ${describeShape(rowShape)}, as it was fitted on`,
          received: `shape ${describeShape(x.shape)}`,
          remedy: 'Give it tensors with the columns that it was fitted on, or fit another scaler.',
        });
      }
      const scaled = inBlocks(x, (rows) => cast(use(cast(rows, 'float64')), x.dtype));
      return scaled as Tensor<Rank>; // each number has its own, so the shape is that of before
    };
  return {
    name,
    of,
    rowShape,
    apply(dataset) {
      checkDataset(`${name}.apply`, dataset);
      const own = reconcile(`${name}.apply`, dataset, names, 'the part that it was fitted on');
      return { ...own, [of]: checked('apply', transform)(own[of]) };
    },
    transform: checked('transform', transform),
    invert: checked('invert', invert),
    toJSON: () => ({ name, of, values: values(), ...names }),
  };
}

/** So many numbers of a set are in float64 at a time, which the caches hold. */
const BLOCK = 2 ** 14;

/** Rows are scaled each by itself: in any blocks the result is the same, and in small ones it is sooner. */
function inBlocks(x: Tensor, scale: (rows: Tensor) => Tensor): Tensor {
  const [count, ...row] = x.shape;
  const width = sizeOf(row);
  const rows = Math.ceil(BLOCK / width);
  // What is traced, or has gradients to pass on, stays one computation.
  if (rows >= count || x.requiresGrad || x.source !== null || isTracing()) return scale(x);
  const scaled = zeros(x.shape, { dtype: x.dtype });
  const { data } = scaled.storage;
  for (let at = 0; at < count; at += rows) {
    packInto(scale(slice(x, [at, Math.min(count, at + rows)])), data.subarray(at * width));
  }
  return scaled;
}

/** Of each column, in the shape of a row, float64. A constant column has deviation and range 1. */
export interface Statistics {
  readonly mean: Tensor;
  readonly deviation: Tensor;
  readonly minimum: Tensor;
  readonly range: Tensor;
}

/**
 * In two passes and with compensated sums, so that neither a large mean nor many rows cost digits: the
 * mean; then, of what is off it, `deviation² = (Σ off² - (Σ off)² / n) / n`, where the second term takes
 * out what rounded the mean (Chan, Golub, LeVeque, "Algorithms for Computing the Sample Variance", 1983).
 * @throws DtypeError for targets that are classes
 * @throws DataError for a column that spans more than float64 does
 */
export function statistics(where: string, dataset: Dataset, of: Part): Statistics {
  checkDataset(where, dataset);
  const { dtype, shape } = dataset[of];
  if (!isFloat(dtype)) {
    throw new DtypeError({
      where,
      expected: `${of} that are numbers to be scaled, float32 or float64`,
      received: `${dtype}: classes`,
      remedy: "Scale the inputs: leave `of: 'targets'` out.",
    });
  }
  const data = packedCopy(dataset[of]);
  const row = shape.slice(1);
  const width = sizeOf(row);
  const minimum = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const maximum = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  const sums = columnSums(width);
  data.forEach((value, at) => {
    const column = at % width;
    sums.add(column, value);
    minimum[column] = Math.min(minimum[column], value);
    maximum[column] = Math.max(maximum[column], value);
  });
  // The rounded mean of a constant column need not be its value.
  const mean = sums
    .totals()
    .map((total, column) =>
      minimum[column] === maximum[column] ? minimum[column] : total / shape[0],
    );
  const range = maximum.map((largest, column) => largest - minimum[column] || 1);
  checkSpan(where, dataset, mean, range);
  const offs = columnSums(width);
  const squares = columnSums(width);
  data.forEach((value, at) => {
    const column = at % width;
    const off = (value - mean[column]) / range[column]; // of which no square overflows or vanishes
    offs.add(column, off);
    squares.add(column, off * off);
  });
  const off = offs.totals();
  const deviation = squares.totals().map((total, column) => {
    const variance = (total - (off[column] * off[column]) / shape[0]) / shape[0];
    return Math.sqrt(Math.max(0, variance)) * range[column] || 1;
  });
  const shaped = (values: Float64Array) => tensor(values, { shape: row });
  return {
    mean: shaped(mean),
    deviation: shaped(deviation),
    minimum: shaped(minimum),
    range: shaped(range),
  };
}

function checkSpan(
  where: string,
  { featureNames }: Dataset,
  mean: Float64Array,
  range: Float64Array,
): void {
  const column = range.findIndex((value, k) => !Number.isFinite(value + mean[k]));
  if (column < 0) return;
  throw new DataError({
    where,
    expected: 'finite numbers, whose sum and range float64 holds',
    received: `others in column ${column} (${describe(featureNames?.[column] ?? 'without a name')})`,
    remedy: 'Divide the column by a large number first.',
  });
}
