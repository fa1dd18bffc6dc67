/** The lane operations on numbers, in both precisions. */
import { describe, expect, it } from 'vitest';
import { float32, words } from '../../src/numerics/float32.ts';
import { float64 } from '../../src/numerics/float64.ts';
import { randomWords } from './precision.ts';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

const formats = [
  ['float32', float32, { bits: 24, smallest: -126, largest: 127 }],
  ['float64', float64, { bits: 53, smallest: -1022, largest: 1023 }],
] as const;

describe.each(formats)('%s lanes', (_, l, { bits, smallest, largest }) => {
  const unit = 2 ** (1 - bits); // of the numbers from 1 to 2
  const tiny = 2 ** (smallest - bits + 1);

  it('say their precision', () => {
    expect(l.precision).toBe(bits === 24 ? 'float32' : 'float64');
  });

  it('round to the nearest number, halves to the even one, after every operation', () => {
    expect(l.add(1, unit / 2)).toBe(1);
    expect(l.add(1 + unit, unit / 2)).toBe(1 + 2 * unit);
    expect(l.sub(1, unit / 4)).toBe(1);
    expect(l.mul(1 + unit, 1 + unit)).toBe(1 + 2 * unit);
    expect(l.sub(l.mul(1 + unit, 1 - unit), 1)).toBe(0);
    expect(l.mul(tiny, 0.5)).toBe(0);
    expect(l.mul(3 * tiny, 0.5)).toBe(2 * tiny);
    expect(l.constant(1 + unit / 2)).toBe(1);
  });

  it('overflow to infinity', () => {
    const most = 2 ** largest * (2 - unit);
    expect(l.add(most, most * (unit / 8))).toBe(most);
    expect(l.mul(most, 2)).toBe(inf);
    expect(l.div(-most, 0.5)).toBe(-inf);
    expect(l.div(1, 0)).toBe(inf);
    expect(l.div(1, -0)).toBe(-inf);
    expect(l.sub(inf, inf)).toBe(nan);
  });

  it('sqrt', () => {
    expect(l.sqrt(4)).toBe(2);
    expect(l.sqrt(-0)).toBe(-0);
    expect(l.sqrt(-1)).toBe(nan);
    expect(l.sqrt(1 - unit / 2)).toBe(1 - unit / 2);
  });

  it.each([
    [1, 2, 1, 2],
    [0, -0, -0, 0],
    [-0, 0, -0, 0],
    [-inf, 5, -inf, 5],
    [nan, 1, nan, nan],
    [1, nan, nan, nan],
    [nan, -inf, nan, nan],
  ])('min and max of %d and %d are %d and %d', (a, b, low, high) => {
    expect(l.min(a, b)).toBe(low);
    expect(l.max(a, b)).toBe(high);
  });

  it.each([
    // x, floor, ceil, trunc, nearest
    [0, 0, 0, 0, 0],
    [-0, -0, -0, -0, -0],
    [0.5, 0, 1, 0, 0],
    [-0.5, -1, -0, -0, -0],
    [1.5, 1, 2, 1, 2],
    [-1.5, -2, -1, -1, -2],
    [2.5, 2, 3, 2, 2],
    [-2.5, -3, -2, -2, -2],
    [0.75, 0, 1, 0, 1],
    [-0.75, -1, -0, -0, -1],
    [-1e-30, -1, -0, -0, -0],
    [4.25, 4, 5, 4, 4],
    [2 ** 22 + 0.5, 2 ** 22, 2 ** 22 + 1, 2 ** 22, 2 ** 22],
    [2 ** 22 + 1.5, 2 ** 22 + 1, 2 ** 22 + 2, 2 ** 22 + 1, 2 ** 22 + 2],
    [2 ** 23 + 1, 2 ** 23 + 1, 2 ** 23 + 1, 2 ** 23 + 1, 2 ** 23 + 1],
    [-1e30, -1e30, -1e30, -1e30, -1e30],
    [inf, inf, inf, inf, inf],
    [-inf, -inf, -inf, -inf, -inf],
    [nan, nan, nan, nan, nan],
  ])('floor, ceil, trunc and nearest of %d', (x, floor, ceil, trunc, nearest) => {
    const value = l.constant(x);
    expect(l.floor(value)).toBe(l.constant(floor));
    expect(l.ceil(value)).toBe(l.constant(ceil));
    expect(l.trunc(value)).toBe(l.constant(trunc));
    expect(l.nearest(value)).toBe(l.constant(nearest));
  });

  it('nearest is right next to halves, and where halves end', () => {
    expect(l.nearest(0.5 - unit / 4)).toBe(0);
    expect(l.nearest(-0.5 + unit / 4)).toBe(-0);
    expect(l.nearest(0.5 + unit / 2)).toBe(1);
    expect(l.nearest(-0.5 - unit / 2)).toBe(-1);
    const last = 2 ** (bits - 1) - 0.5; // the largest number that is not an integer
    expect(l.nearest(last)).toBe(2 ** (bits - 1));
    expect(l.nearest(last - 1)).toBe(last - 1.5);
    expect(l.nearest(2 * last + 2)).toBe(2 * last + 2);
  });

  it('copySign, neg and abs work on the sign alone', () => {
    expect(l.copySign(3, -0)).toBe(-3);
    expect(l.copySign(-3, 0)).toBe(3);
    expect(l.copySign(0, -5)).toBe(-0);
    expect(l.copySign(inf, -tiny)).toBe(-inf);
    expect(l.copySign(nan, -1)).toBe(nan);
    expect(l.neg(0)).toBe(-0);
    expect(l.neg(-0)).toBe(0);
    expect(l.abs(-0)).toBe(0);
    expect(l.abs(-inf)).toBe(inf);
  });

  it('pow2 is exact for every exponent of a normal number', () => {
    for (let n = smallest; n <= largest; n += 1) expect(l.pow2(n)).toBe(2 ** n);
    expect(l.pow2(-0)).toBe(1);
  });

  it('exponent and significand take a normal number apart', () => {
    const next = randomWords(bits);
    for (let i = 0; i < 5000; i += 1) {
      const significand = l.constant(1 + next() * 2 ** -32 * (1 - unit));
      const exponent = smallest + (next() % (largest - smallest + 1));
      const x = (next() & 1 ? 1 : -1) * significand * 2 ** exponent;
      expect([l.exponent(x), l.significand(x)]).toEqual([exponent, significand]);
    }
    for (const n of [smallest, -1, 0, 1, largest]) {
      expect([l.exponent(2 ** n), l.significand(2 ** n)]).toEqual([n, 1]);
      const below = 2 ** n * (2 - unit);
      expect([l.exponent(-below), l.significand(-below)]).toEqual([n, 2 - unit]);
    }
  });

  it.each([
    [1, 2, { eq: false, ne: true, lt: true, le: true, gt: false, ge: false }],
    [2, 2, { eq: true, ne: false, lt: false, le: true, gt: false, ge: true }],
    [0, -0, { eq: true, ne: false, lt: false, le: true, gt: false, ge: true }],
    [inf, 1, { eq: false, ne: true, lt: false, le: false, gt: true, ge: true }],
    [nan, nan, { eq: false, ne: true, lt: false, le: false, gt: false, ge: false }],
    [1, nan, { eq: false, ne: true, lt: false, le: false, gt: false, ge: false }],
  ])('compare %d with %d', (a, b, outcome) => {
    const { eq, ne, lt, le, gt, ge } = l;
    const compare = { eq, ne, lt, le, gt, ge };
    const received = Object.entries(compare).map(([name, f]) => [name, f(a, b)]);
    expect(Object.fromEntries(received)).toEqual(outcome);
  });

  it('masks combine and select', () => {
    const [yes, no] = [l.eq(1, 1), l.eq(1, 2)];
    expect([l.and(yes, yes), l.and(yes, no), l.or(no, yes), l.or(no, no)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(l.select(l.not(no), 3, 4)).toBe(3);
    expect(l.select(no, nan, -0)).toBe(-0);
  });
});

describe('float32 lanes', () => {
  const next = randomWords(3);
  const single = new Float32Array(1);
  const pattern = new Uint32Array(single.buffer);

  /** A float32 between 2^-10 and 2^10, and its neighbours. */
  const random = () => {
    pattern[0] = 0x3a800000 + (next() % 0x0a000000);
    return single[0];
  };
  const neighbour = (x: number, places: number) => {
    single[0] = x;
    pattern[0] += places;
    return single[0];
  };

  // Products of two float32 are exact in float64, so the errors of the candidates can be compared.
  it('div and sqrt give the number with the smallest error', () => {
    for (let i = 0; i < 20_000; i += 1) {
      const [a, b] = [random(), random()];
      const quotient = float32.div(a, b);
      const root = float32.sqrt(a);
      for (const places of [-1, 1]) {
        const other = (quotient + neighbour(quotient, places)) / 2; // exact, the border between both
        expect(Math.sign(other * b - a)).toBe(places);
        const border = (root + neighbour(root, places)) / 2;
        expect(Math.sign(border * border - a)).toBe(places);
      }
    }
  });

  it('inDouble computes in float64 and rounds once', () => {
    const result = float32.inDouble((d, x) => d.sub(d.add(x, d.constant(1)), d.constant(1)), 1e-10);
    expect(result).toBe(Math.fround(1 + 1e-10 - 1));
    expect(float64.inDouble((d, x) => d.mul(x, x), 1 / 3)).toBe((1 / 3) ** 2);
    expect(float32.inDouble((d) => d.constant(0.1))).toBe(Math.fround(0.1));
  });
});

describe('words', () => {
  it('keep the low 32 bits', () => {
    expect(words.word(0x9e3779b9)).toBe(0x9e3779b9 | 0);
    expect(words.addWord(0x7fffffff, 1)).toBe(-(2 ** 31));
    expect(words.mulWord(0x10001, 0x10001)).toBe(0x20001);
    expect(words.mulWord(-1, -1)).toBe(1);
    expect(words.mulWord(words.word(0xd35a2d97), words.word(0x21f0aaad))).toBe(
      Number(BigInt.asIntN(32, 0xd35a2d97n * 0x21f0aaadn)),
    );
    expect(words.xorWord(-1, 0x0f0f0f0f)).toBe(0xf0f0f0f0 | 0);
  });

  it('shift zeros in', () => {
    expect(words.shiftRightWord(-1, 16)).toBe(0xffff);
    expect(words.shiftRightWord(-(2 ** 31), 31)).toBe(1);
  });

  it('become numbers from 0 to below 1 by their upper 24 bits', () => {
    expect(words.unit(0)).toBe(0);
    expect(words.unit(-1)).toBe(1 - 2 ** -24);
    expect(words.unit(255)).toBe(0);
    expect(words.unit(256)).toBe(2 ** -24);
    expect(words.unit(-(2 ** 31))).toBe(0.5);
  });
});
