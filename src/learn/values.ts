/** The values of a tensor in a few words: all of them where they are few, their range otherwise. */
import { formatNumber } from '../tensor/format.ts';
import type { NestedArray } from '../tensor/rank.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** Up to this many elements are shown one by one. */
const FEW = 6;
const DIGITS = 4;

export function showValues(tensor: Tensor): string {
  if (tensor.size === 0) return '[]';
  if (tensor.size <= FEW) return showNested(tensor.toArray());
  const values = Array.from(tensor.toTypedArray());
  const numbers = values.filter((value) => !Number.isNaN(value));
  if (numbers.length === 0) return 'NaN everywhere';
  const low = numbers.reduce((least, value) => Math.min(least, value));
  const high = numbers.reduce((most, value) => Math.max(most, value));
  const range = low === high ? `${short(low)} everywhere` : `${short(low)} to ${short(high)}`;
  const holes = values.length - numbers.length;
  return holes === 0 ? range : `${range}, ${holes} NaN`;
}

function showNested(values: NestedArray): string {
  return typeof values === 'number' ? short(values) : `[${values.map(showNested).join(', ')}]`;
}

function short(value: number): string {
  const exact = value === 0 || !Number.isFinite(value);
  return formatNumber(exact ? value : Number(value.toPrecision(DIGITS)));
}
