/** Layers of Keras that come before a network: numbers that scale columns. */
import type { Scaler } from '../../data/scaling/scaler.ts';
import { standardScaler } from '../../data/scaling/standardize.ts';
import { describe } from '../../errors/describe.ts';
import { tensor } from '../../tensor/create.ts';
import type { Shape } from '../../tensor/shape.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { notUnderstood, type Value } from '../blueprint.ts';
import { type Configured, flagOf, numbersOf, own } from './settings.ts';

/** `(x - mean) / deviation` of each column. */
export interface Numbers {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** Keras adds this to no deviation, but takes at least as much. */
const LEAST_DEVIATION = 1e-7;

/** @param weights what it has learned, in the order of Keras */
export function normalization(
  place: Configured & { readonly weights: readonly Value[] },
  title: string,
): Numbers {
  if (flagOf(place, 'invert', false)) {
    throw notUnderstood(place.where, `${title} inverted`, 'Normalization', 'Use Rescaling.');
  }
  const read = (at: number, name: string) =>
    own(place.config, name) === undefined
      ? Array.from(place.weights[at]?.tensor.toTypedArray() ?? [])
      : numbersOf(place, name, 0);
  const mean = read(0, 'mean');
  const variance = read(1, 'variance');
  const deviation = variance.map((value) => Math.max(Math.sqrt(value), LEAST_DEVIATION));
  return { mean, deviation };
}

/** `x · scale + offset` */
export function rescaling(place: Configured): Numbers {
  const scale = numbersOf(place, 'scale', 1);
  const offset = numbersOf(place, 'offset', 0);
  const count = Math.max(scale.length, offset.length);
  const at = (values: readonly number[], i: number) =>
    values[values.length === 1 ? 0 : i] ?? Number.NaN;
  const columns = Array.from({ length: count }, (_, i) => i);
  return {
    mean: columns.map((i) => -at(offset, i) / at(scale, i)),
    deviation: columns.map((i) => 1 / at(scale, i)),
  };
}

/** @throws DataError for numbers that no scaler has, such as a deviation below 0 */
export function scalerOf(
  where: string,
  of: Scaler['of'],
  { mean, deviation }: Numbers,
  shape: Shape,
): Scaler {
  const size = shape.reduce((a, b) => a * b, 1);
  const row = (values: readonly number[]): Tensor =>
    tensor(
      values.length === 1 ? new Float64Array(size).fill(values[0]) : Float64Array.from(values),
      {
        shape,
      },
    );
  const fits = [mean, deviation].every(({ length }) => length === 1 || length === size);
  const isSound =
    mean.every(Number.isFinite) && deviation.every((d) => d > 0 && Number.isFinite(d));
  if (fits && isSound) return standardScaler(of, row(mean), row(deviation));
  throw notUnderstood(
    where,
    `mean ${describe(mean)}, deviation ${describe(deviation)}`,
    `numbers for columns of shape ${describe(shape)}, deviations above 0`,
    'Scale the columns before the model.',
  );
}
