/** sin and cos of large float32: the angle is reduced with integers of 400 bits. */
import { describe, expect, it } from 'vitest';
import { float32 } from '../../../src/numerics/float32.ts';
import { cos, sin } from '../../../src/numerics/functions/index.ts';
import { randomWords, ulps } from '../precision.ts';

const FRACTION = 300n;

/** arctan(1 / n) as a multiple of 2^-FRACTION */
function arctanOfInverse(n: bigint): bigint {
  let term = (1n << (FRACTION + 32n)) / n;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += k % 4n === 1n ? term / k : -(term / k);
    term /= n * n;
  }
  return sum >> 32n;
}

/** Machin: pi / 4 = 4 arctan(1/5) - arctan(1/239) */
const quarter = 2n * (4n * arctanOfInverse(5n) - arctanOfInverse(239n));

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

/** x as quarter turns and a rest of up to an eighth of a turn either way, for |x| from 2^-100. */
function reduce(x: number): { quarters: number; rest: number } {
  single[0] = x;
  const exponent = ((bits[0] >>> 23) & 0xff) - 150;
  const significand = BigInt((bits[0] & 0x7fffff) | 0x800000);
  const fixed = significand << (FRACTION + BigInt(exponent));
  const whole = (fixed + quarter / 2n) / quarter;
  const rest = Number(fixed - whole * quarter) * 2 ** -300;
  const sign = x < 0 ? -1 : 1;
  return { quarters: sign * Number(whole % 4n), rest: sign * rest };
}

function wave(x: number, ahead: number): number {
  const { quarters, rest } = reduce(x);
  const quadrant = (((quarters + ahead) % 4) + 4) % 4;
  const value = quadrant % 2 === 0 ? Math.sin(rest) : Math.cos(rest);
  return quadrant < 2 ? value : -value;
}

/** Random float32 of each exponent, and multiples of pi / 2 rounded to float32. */
function angles(): number[] {
  const next = randomWords(5);
  const numbers: number[] = [];
  for (let exponent = 127 - 20; exponent < 255; exponent += 1) {
    for (let i = 0; i < 400; i += 1) {
      bits[0] = ((next() & 1) << 31) | (exponent << 23) | (next() >>> 9);
      numbers.push(single[0]);
      numbers.push(Math.fround(Math.round(single[0] / (Math.PI / 2)) * (Math.PI / 2)));
    }
  }
  return numbers.filter((x) => Math.abs(x) > 2 ** -30 && Number.isFinite(x));
}

describe('float32 of any size', () => {
  it('knows pi', () => {
    expect(Number(2n * quarter) * 2 ** -300).toBe(Math.PI);
  });

  it.each([
    ['sin', sin, 0],
    ['cos', cos, 1],
  ] as const)('have the right %s', (_, formula, ahead) => {
    let largest = 0;
    let at = 0;
    for (const x of angles()) {
      const error = ulps(formula(float32, x), wave(x, ahead), 'float32');
      if (!(error <= largest)) [largest, at] = [error, x];
    }
    expect(largest, `at ${at}`).toBeLessThanOrEqual(0.57);
  });

  // The float32 closest to a multiple of pi / 2 is 16367173 * 2^72 (J.-M. Muller, Elementary Functions).
  it('does not lose what is left when nearly all of the angle cancels', () => {
    const x = 16367173 * 2 ** 72;
    expect(Math.abs(reduce(x).rest)).toBeLessThan(2 ** -29);
    expect(ulps(cos(float32, x), wave(x, 1), 'float32')).toBeLessThanOrEqual(0.57);
    expect(ulps(sin(float32, x), wave(x, 0), 'float32')).toBeLessThanOrEqual(0.57);
  });
});
