/** Measuring in units in the last place, and inputs to measure with. */
import type { Lanes } from '../../src/numerics/lanes.ts';

type Precision = Lanes<unknown, unknown>['precision'];

/** Bits of the significand, and the exponents of the smallest and of the largest normal number. */
const formats = {
  float32: { bits: 24, smallest: -126, largest: 127 },
  float64: { bits: 53, smallest: -1022, largest: 1023 },
} as const;

const double = new Float64Array(1);
const doubleBits = new BigUint64Array(double.buffer);

function exponentOf(x: number): number {
  double[0] = x;
  return Number((doubleBits[0] >> 52n) & 0x7ffn) - 1023;
}

/** The distance between the numbers of a precision around `x`; of denormal ones the smallest. */
export function unitInLastPlace(x: number, precision: Precision): number {
  const { bits, smallest, largest } = formats[precision];
  const exponent = Math.min(Math.max(exponentOf(x), smallest), largest);
  return 2 ** (exponent - bits + 1);
}

/**
 * How many units in the last place the result is from the truth, which float64 represents better
 * than the precision. Infinity counts as the power of two that is out of range. NaN where only one
 * of them is NaN or where they have different signs.
 */
export function ulps(result: number, truth: number, precision: Precision): number {
  if (Number.isNaN(truth)) return Number.isNaN(result) ? 0 : Number.NaN;
  if (result === truth) return 0;
  if (result < 0 !== truth < 0 && result !== 0 && truth !== 0) return Number.NaN;
  const unit = unitInLastPlace(truth, precision);
  const overflow =
    unitInLastPlace(Number.POSITIVE_INFINITY, precision) * 2 ** formats[precision].bits;
  const finite = Math.abs(result) === Number.POSITIVE_INFINITY ? overflow : Math.abs(result);
  const beyond = finite === overflow && Math.abs(truth) >= overflow;
  return beyond ? 0 : Math.abs(finite - Math.abs(truth)) / unit;
}

export interface Worst {
  readonly ulps: number;
  readonly input: number;
}

/** The input with the largest error, where NaN is larger than any number. */
export function worst(
  f: (x: number) => number,
  truth: (x: number) => number,
  inputs: Iterable<number>,
  precision: Precision,
): Worst {
  let largest: Worst = { ulps: 0, input: 0 };
  for (const input of inputs) {
    const error = ulps(f(input), truth(input), precision);
    if (!(error <= largest.ulps)) largest = { ulps: error, input };
    if (Number.isNaN(error)) break;
  }
  return largest;
}

/** Pseudo-random words (xorshift), the same in every run and none of the library's making. */
export function randomWords(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

const edges = [
  0,
  2 ** -149,
  2 ** -127,
  2 ** -126,
  1e-20,
  2 ** -24,
  0.25,
  0.5,
  0.875,
  1,
  2,
  Math.PI,
];
const large = [
  10,
  88.7,
  88.73,
  103.9,
  104,
  2 ** 23,
  2 ** 24,
  1e10,
  2 ** 127,
  (2 - 2 ** -23) * 2 ** 127,
];

/** Float32 inputs: special ones, then random bit patterns, then numbers evenly from each interval. */
export function float32Inputs(
  count: number,
  intervals: readonly (readonly [number, number])[],
): Float32Array {
  const special = [...edges, ...large, Number.POSITIVE_INFINITY].flatMap((x) => [x, -x]);
  const inputs = new Float32Array(special.length + 1 + count * (1 + intervals.length));
  inputs.set([...special, Number.NaN]);
  const next = randomWords(0x2545f491);
  const patterns = new Uint32Array(inputs.buffer);
  let at = special.length + 1;
  for (let i = 0; i < count; i += 1) patterns[at++] = next();
  for (const [low, high] of intervals) {
    for (let i = 0; i < count; i += 1) inputs[at++] = low + (high - low) * next() * 2 ** -32;
  }
  return inputs;
}
