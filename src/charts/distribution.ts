/** Numbers counted by their size, and what figures say of them. */
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Axis, axisAcross } from './axis.ts';
import { limits } from './ticks.ts';

export interface Distribution {
  readonly name: string;
  readonly shape: Shape;
  /** How many numbers there are, and how many of them are infinite or NaN. */
  readonly size: number;
  readonly notFinite: number;
  /** Of those that are finite; 0 of none. */
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** The standard deviation, divided by their number. */
  readonly deviation: number;
  readonly axis: Axis;
  /** By bin, from the left end of the axis to the right one. */
  readonly counts: readonly number[];
}

export interface Binning {
  readonly bins: number;
  /** Whether all have the axis of all. */
  readonly shared: boolean;
}

export function distributionsOf(
  tensors: readonly (readonly [name: string, tensor: Tensor])[],
  { bins, shared }: Binning,
): Distribution[] {
  const all = tensors.map(([name, tensor]) => ({ name, tensor, ends: endsOf(finite(tensor)) }));
  const common = axisOf(all.flatMap(({ ends }) => ends));
  return all.map(({ name, tensor, ends }) => {
    const numbers = finite(tensor);
    const axis = shared ? common : axisOf(ends);
    const counts = new Array<number>(bins).fill(0);
    for (const value of numbers) {
      counts[Math.min(bins - 1, Math.floor(axis.place(value) * bins))]++;
    }
    const [low, high] = limits(ends);
    const { shape, size } = tensor;
    const notFinite = size - numbers.length;
    return { name, shape, size, notFinite, low, high, ...moments(numbers), axis, counts };
  });
}

const finite = (tensor: Tensor) => tensor.toTypedArray().filter(Number.isFinite);

const axisOf = (values: readonly number[]) => axisAcross({ label: '' }, values);

function endsOf(numbers: ArrayLike<number>): readonly number[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < numbers.length; i++) {
    if (numbers[i] < low) low = numbers[i];
    if (numbers[i] > high) high = numbers[i];
  }
  return numbers.length === 0 ? [] : [low, high];
}

/** Mean and standard deviation, in units of the largest number, so that no square overflows. */
function moments(numbers: ArrayLike<number>): { mean: number; deviation: number } {
  const [low, high] = limits(endsOf(numbers));
  const unit = Math.max(-low, high);
  if (!(unit > 0)) return { mean: 0, deviation: 0 };
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] / unit;
  const mean = sum / numbers.length;
  let squares = 0;
  for (let i = 0; i < numbers.length; i++) {
    const off = numbers[i] / unit - mean;
    squares += off * off;
  }
  return { mean: mean * unit, deviation: Math.sqrt(squares / numbers.length) * unit };
}
