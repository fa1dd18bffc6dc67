/** The scalers of scikit-learn, and ours. */
import { scalerFromJSON } from '../../data/scaling/from_json.ts';
import type { Scaler } from '../../data/scaling/scaler.ts';
import { describe, describeShape } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { tensor } from '../../tensor/create.ts';
import type { NestedArray } from '../../tensor/rank.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { asData, notUnderstood } from '../blueprint.ts';
import { type Estimator, labelsOf, misfit, plainOf, rowOf } from './estimator.ts';

/** Ranges below this are taken for those of constant columns, there and in what is read from there. */
const SMALLEST_RANGE = 10 * Number.EPSILON;

/** @throws DataError for scalers that were not fitted, and for what ours cannot do */
export function readScaler(estimator: Estimator): Scaler {
  const description =
    estimator.type === 'StandardScaler' ? standardOf(estimator) : minMaxOf(estimator);
  return asData(estimator.where, () => scalerFromJSON({ ...description, of: 'inputs' }));
}

interface Description {
  readonly name: string;
  readonly values: Readonly<Record<string, NestedArray>>;
}

/** `(X - mean_) / scale_`, of which either can be left out. */
function standardOf(estimator: Estimator): Description {
  const scale = plainOf(estimator, 'with_std') === false ? undefined : row(estimator, 'scale_');
  const mean = plainOf(estimator, 'with_mean') === false ? undefined : row(estimator, 'mean_');
  const size = (mean ?? scale)?.size ?? rowOf(estimator, 'mean_')?.size ?? columnsOf(estimator);
  const numbers = (given: Tensor | undefined, otherwise: number) =>
    given?.toArray() ?? new Array<number>(size).fill(otherwise);
  return {
    name: 'standardize',
    values: { mean: numbers(mean, 0), deviation: numbers(scale, 1) },
  };
}

/** `X scale_ + min_`, which is low + (X - data_min_) / data_range_ · (high - low). */
function minMaxOf(estimator: Estimator): Description {
  if (plainOf(estimator, 'clip') === true) {
    throw notUnderstood(
      `${estimator.where}, clip`,
      'True',
      'a scaler that does not clip',
      'Fit the network with MinMaxScaler(clip=False), the default.',
    );
  }
  const minimum = row(estimator, 'data_min_');
  const range = Array.from(row(estimator, 'data_range_').toTypedArray());
  const limits = estimator.attributes.get('feature_range');
  const [low, high] = limits === undefined ? [0, 1] : pairOf(estimator);
  return {
    name: 'minMax',
    values: {
      minimum: minimum.toArray(),
      range: range.map((size) => (size < SMALLEST_RANGE ? 1 : size)),
      ...{ low, high },
    },
  };
}

function pairOf(estimator: Estimator): readonly number[] {
  const pair = (labelsOf(estimator, 'feature_range') ?? []).map(Number);
  if (pair.length === 2) return pair;
  throw misfit(estimator, 'feature_range', 'two numbers', describe(pair));
}

function columnsOf(estimator: Estimator): number {
  const count = plainOf(estimator, 'n_features_in_');
  if (typeof count === 'number' && Number.isInteger(count) && count > 0 && count <= 2 ** 20) {
    return count;
  }
  throw misfit(estimator, 'n_features_in_', 'the number of columns', describe(count));
}

function row(estimator: Estimator, name: string): Tensor {
  const found = rowOf(estimator, name);
  if (found !== undefined) return found;
  throw misfit(estimator, name, 'numbers, which a scaler has after fit', 'none');
}

/** The attributes of a scaler of ours, as numbers by name. */
export interface WrittenScaler {
  readonly type: string;
  readonly numbers: Readonly<Record<string, Tensor>>;
  readonly truths: Readonly<Record<string, boolean>>;
}

/** @throws OptionError for a scaler that scikit-learn has no counterpart for */
export function writeScaler(scaler: Scaler): WrittenScaler {
  const { name, values } = scaler.toJSON();
  const numbers = (value: NestedArray) => tensor(value, { dtype: 'float64' });
  if (scaler.rowShape.length !== 1) {
    throw unwritten(`${name} for rows of shape ${describeShape(scaler.rowShape)}`);
  }
  if (name === 'standardize') {
    const deviation = numbers(values.deviation);
    return {
      type: 'StandardScaler',
      numbers: {
        mean_: numbers(values.mean),
        scale_: deviation,
        var_: numbers(Array.from(deviation.toTypedArray(), (d) => d * d)),
      },
      truths: { with_mean: true, with_std: true, copy: true },
    };
  }
  if (name !== 'minMax') throw unwritten(name);
  const [minimum, range] = [values.minimum, values.range].map((v) => numbers(v).toTypedArray());
  const low = Number(values.low);
  const span = Number(values.high) - low;
  const scale = Array.from(range, (size) => span / size);
  return {
    type: 'MinMaxScaler',
    numbers: {
      feature_range: numbers([low, low + span]),
      data_min_: numbers(values.minimum),
      data_max_: numbers(Array.from(minimum, (least, i) => least + range[i])),
      data_range_: numbers(values.range),
      scale_: numbers(scale),
      min_: numbers(Array.from(minimum, (least, i) => low - least * scale[i])),
    },
    truths: { copy: true, clip: false },
  };
}

function unwritten(received: string): OptionError {
  return new OptionError({
    where: 'exportModel.scalers',
    expected: 'scalers of standardize or minMax, for samples with one axis',
    received,
    remedy: "Write ONNX, { to: 'onnx' }, or scale by one of these.",
  });
}
