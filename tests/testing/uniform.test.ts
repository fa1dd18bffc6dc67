import { describe, expect, it } from 'vitest';
import { Tensor, uniform } from '../../src/testing/index.ts';

describe('uniform', () => {
  it('is the same for the same seed, and another for another', () => {
    const a = Array.from(uniform([50], { seed: 4 }).toTypedArray());
    expect(Array.from(uniform([50], { seed: 4 }).toTypedArray())).toEqual(a);
    expect(Array.from(uniform([50], { seed: 5 }).toTypedArray())).not.toEqual(a);
    expect(Array.from(uniform([50], { seed: 'four' }).toTypedArray())).not.toEqual(a);
  });

  it('lies between its bounds, on both sides of 0 unless told otherwise', () => {
    const values = Array.from(uniform([1000], { dtype: 'float64' }).toTypedArray());
    expect(Math.min(...values)).toBeLessThan(-0.98);
    expect(Math.max(...values)).toBeGreaterThan(0.98);
    expect(values.every((value) => value >= -1 && value < 1)).toBe(true);
    const high = uniform([100], { dtype: 'float64', low: 5, high: 6 }).toTypedArray();
    expect(high.every((value) => value >= 5 && value < 6)).toBe(true);
  });

  it('is whole in int32', () => {
    const x = uniform([200], { dtype: 'int32', low: 0, high: 3 });
    expect([...new Set(x.toTypedArray())].sort()).toEqual([0, 1, 2]);
  });

  it('has the shape asked for, and methods for anyone who imports nothing else', () => {
    const x = uniform([2, 0, 3]);
    expect(x).toBeInstanceOf(Tensor);
    expect(x.shape).toEqual([2, 0, 3]);
    expect(uniform([2]).add(1).shape).toEqual([2]);
  });

  it('refuses bounds in the wrong order, and seeds that are none', () => {
    expect(() => uniform([1], { low: 1, high: 1 })).toThrow(
      'low below high; received low 1, high 1',
    );
    expect(() => uniform([1], { seed: Number.NaN })).toThrow('uniform.seed: Expected a seed');
    expect(() => uniform(3 as unknown as number[])).toThrow('uniform: Expected a shape');
  });
});
