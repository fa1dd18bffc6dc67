import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerPower } from '../../src/numerics/integer_power.ts';

describe('integerPower', () => {
  it('is the product, exactly where it can be', () => {
    expect([0, 1, 2, 3, 10, 53].map((n) => integerPower(2, n))).toEqual([
      1, 2, 4, 8, 1024, 9007199254740992,
    ]);
    expect(integerPower(-3, 3)).toBe(-27);
    expect(integerPower(0, 0)).toBe(1);
    expect(integerPower(0, 7)).toBe(0);
    expect(integerPower(2, 1023)).toBe(2 ** 1023);
    expect(integerPower(2, 1024)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is as near to the power as it says', () => {
    const base = fc.double({ min: 0.5, max: 2, noNaN: true });
    fc.assert(
      fc.property(base, fc.integer({ min: 1, max: 900 }), (x, n) => {
        const off = Math.abs(integerPower(x, n) / x ** n - 1);
        expect(off).toBeLessThan((n + 2) * 2 ** -53);
      }),
    );
  });

  it('reaches exponents beyond 32 bits', () => {
    expect(integerPower(1, 2 ** 40 + 1)).toBe(1);
    expect(integerPower(-1, 2 ** 40 + 1)).toBe(-1);
    expect(integerPower(0.999, 1e9)).toBe(0);
  });
});
