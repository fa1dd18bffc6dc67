/** Operations on tensors that are compared, and what they should give, in float64. */
import { numbers } from './numbers.mjs';

export const SIZE = 1024;
export const SMALL_ADDITIONS = 1000;

export const EAGER_TASKS = [
  'add',
  'add of a row',
  'relu',
  'exp',
  'tanh',
  'sigmoid',
  'gelu',
  'softmax',
  'sum',
  'sum over axis 0',
  'sum over axis 1',
  'additions of [2, 2]',
];

/** The same random operands for every peer. */
export function operands() {
  return {
    x: numbers(SIZE * SIZE, 1),
    y: numbers(SIZE * SIZE, 2),
    row: numbers(SIZE, 3),
    small: numbers(4, 4),
    other: numbers(4, 5),
  };
}

/** `2/√π Σ (-1)ⁿ z²ⁿ⁺¹ / (n! (2n + 1))`, exact to float64 for the small z of these operands. */
function erf(z) {
  let [sum, power] = [0, z];
  for (let n = 0; n < 40; n++) {
    sum += power / (2 * n + 1);
    power *= (-z * z) / (n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);
const rowOf = (x, i) => Array.from(x.subarray(i * SIZE, (i + 1) * SIZE));
const columnOf = (x, j) => Array.from({ length: SIZE }, (_, i) => x[i * SIZE + j]);

/** The element of the result with a number. */
const EXPECTED = {
  add: ({ x, y }, i) => x[i] + y[i],
  'add of a row': ({ x, row }, i) => x[i] + row[i % SIZE],
  relu: ({ x }, i) => Math.max(x[i], 0),
  exp: ({ x }, i) => Math.exp(x[i]),
  tanh: ({ x }, i) => Math.tanh(x[i]),
  sigmoid: ({ x }, i) => 1 / (1 + Math.exp(-x[i])),
  gelu: ({ x }, i) => 0.5 * x[i] * (1 + erf(x[i] * Math.SQRT1_2)),
  softmax: ({ x }, i) =>
    Math.exp(x[i]) / sumOf(rowOf(x, Math.floor(i / SIZE)).map((value) => Math.exp(value))),
  sum: ({ x }) => sumOf(Array.from(x)),
  'sum over axis 0': ({ x }, i) => sumOf(columnOf(x, i)),
  'sum over axis 1': ({ x }, i) => sumOf(rowOf(x, i)),
  'additions of [2, 2]': ({ small, other }, i) => small[i] + SMALL_ADDITIONS * other[i],
};

/** The largest error of some elements, relative to the largest of them. */
export function eagerError(name, actual, given) {
  const stride = Math.max(1, Math.floor(actual.length / 1000));
  let [worst, largest] = [0, 0];
  for (let i = 0; i < actual.length; i += stride) {
    const expected = EXPECTED[name](given, i);
    worst = Math.max(worst, Math.abs(actual[i] - expected));
    largest = Math.max(largest, Math.abs(expected));
  }
  return Number.isFinite(largest) ? worst / largest : Number.NaN;
}
