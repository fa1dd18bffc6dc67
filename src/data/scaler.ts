/**
 * Scaling of columns. A scaler is fitted on the training part and then applied to every part, so that
 * nothing of the validation part is known in training.
 */

import { describeShape } from '../errors/describe.ts';
import { DtypeError, ShapeError } from '../errors/errors.ts';
import { checkArgument, oneOf, withDefault } from '../errors/options.ts';
import { checkTensor } from '../ops/check.ts';
import { tensor } from '../tensor/create.ts';
import { type Dtype, isFloat } from '../tensor/dtype.ts';
import { type Shape, sameShape, sizeOf } from '../tensor/shape.ts';
import { packedCopy } from '../tensor/strided.ts';
import type { NestedArray, Tensor } from '../tensor/tensor.ts';
import { datasetRule } from './check_dataset.ts';
import type { Dataset } from './dataset.ts';
import { reconcile } from './reconcile.ts';

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
  /** Scales a tensor of the same columns, such as inputs to predict for. */
  transform(x: Tensor): Tensor;
  /** The way back: for predictions, when the targets were scaled. */
  invert(x: Tensor): Tensor;
  toJSON(): ScalerDescription;
}

/** A scaler as JSON. */
export interface ScalerDescription {
  readonly name: string;
  readonly of: Part;
  readonly dtype: Dtype;
  readonly values: Readonly<Record<string, NestedArray>>;
  /** Of inputs: what the columns are called, in their order. */
  readonly featureNames?: readonly string[];
}

export interface ScalerOptions {
  /** Default `inputs`. */
  readonly of?: Part;
}

export const ofRule = withDefault<Part>(oneOf('inputs', 'targets'), 'inputs');

/** What one kind of scaler adds to what all share. */
interface Kind {
  readonly name: string;
  readonly of: Part;
  /** The shape of a row that it was fitted on. */
  readonly fitted: Tensor;
  /** What the columns of the inputs were called that it was fitted on. */
  readonly featureNames?: readonly string[] | undefined;
  transform(x: Tensor): Tensor;
  invert(x: Tensor): Tensor;
  values(): Record<string, NestedArray>;
}

export function makeScaler(kind: Kind): Scaler {
  const { name, of, fitted, transform, invert, values } = kind;
  const names = of === 'inputs' && kind.featureNames ? { featureNames: kind.featureNames } : {};
  const { shape, dtype } = fitted;
  const checked = (what: string, use: (x: Tensor) => Tensor) => (x: Tensor) => {
    checkTensor(`${name}.${what}`, x);
    if (!sameShape(x.shape.slice(1), shape)) {
      throw new ShapeError({
        where: `${name}.${what}`,
        expected: `rows of shape ${describeShape(shape)}, as it was fitted on`,
        received: `shape ${describeShape(x.shape)}`,
        remedy: 'Give it tensors with the columns that it was fitted on, or fit another scaler.',
      });
    }
    return use(x);
  };
  return {
    name,
    of,
    rowShape: shape,
    apply(dataset) {
      checkArgument(`${name}.apply`, dataset, datasetRule);
      const own = reconcile(`${name}.apply`, dataset, names, 'the part that it was fitted on');
      return { ...own, [of]: checked('apply', transform)(own[of]) };
    },
    transform: checked('transform', transform),
    invert: checked('invert', invert),
    toJSON: () => ({ name, of, dtype, values: values(), ...names }),
  };
}

/** Of each column, in the shape of a row. A constant column has deviation and range 1. */
export interface Statistics {
  readonly mean: Tensor;
  readonly deviation: Tensor;
  readonly minimum: Tensor;
  readonly range: Tensor;
}

/**
 * Computed in float64 and, for the deviation, in two passes, so that a large mean does no harm.
 * @throws DtypeError for targets that are classes
 */
export function statistics(where: string, dataset: Dataset, of: Part): Statistics {
  checkArgument(where, dataset, datasetRule);
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
  const sum = new Float64Array(width);
  const squares = new Float64Array(width);
  const minimum = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const maximum = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  data.forEach((value, at) => {
    const column = at % width;
    sum[column] += value;
    minimum[column] = Math.min(minimum[column], value);
    maximum[column] = Math.max(maximum[column], value);
  });
  // The rounded mean of a constant column need not be its value.
  const mean = sum.map((total, column) =>
    minimum[column] === maximum[column] ? minimum[column] : total / shape[0],
  );
  data.forEach((value, at) => {
    const off = value - mean[at % width];
    squares[at % width] += off * off;
  });
  const shaped = (values: Float64Array) => tensor(values, { shape: row, dtype });
  const divisor = (values: Float64Array) => replaceZeros(shaped(values), 1);
  return {
    mean: shaped(mean),
    deviation: divisor(squares.map((total) => Math.sqrt(total / shape[0]))),
    minimum: shaped(minimum),
    range: divisor(maximum.map((largest, column) => largest - minimum[column])),
  };
}

/** After rounding to the dtype, in which a deviation may vanish. */
function replaceZeros(x: Tensor, by: number): Tensor {
  x.assign(packedCopy(x).map((value) => (value === 0 ? by : value)));
  return x;
}
