import { describe, expect, it } from 'vitest';
import { dropoutMask } from '../../../src/ops/random/dropout_mask.ts';
import { randomKey } from '../../../src/tensor/rng.ts';
import { type Tensor, tensor } from '../../tensors.ts';

const count = 40_000;
const key = randomKey(7, 'dropout/layers.1');

function mask(rate: number, draw: number, own = key): Tensor {
  const counter = tensor(draw, { dtype: 'int32' });
  return dropoutMask(counter, { key: own, rate, shape: [200, 200], dtype: 'float32' });
}

const dropped = (x: Tensor) => Array.from(x.toTypedArray()).filter((value) => value === 0).length;

/** How often both of two masks drop the same element. */
function together(a: Tensor, b: Tensor): number {
  const other = b.toTypedArray();
  return a.toTypedArray().filter((value, i) => value === 0 && other[i] === 0).length;
}

/** Five standard deviations of a count of independent events. */
const chance = (probability: number) => 5 * Math.sqrt(count * probability * (1 - probability));

describe('a dropout mask', () => {
  it.each([0.1, 0.5, 0.8])('drops a share of %d, and scales what it keeps', (rate) => {
    const x = mask(rate, 1);
    expect(Math.abs(dropped(x) - count * rate)).toBeLessThan(chance(rate));
    const kept = new Set(x.toTypedArray().filter((value) => value !== 0));
    expect([...kept]).toEqual([Math.fround(1 / (1 - rate))]);
  });

  it('is the same for the same draw', () => {
    expect(mask(0.5, 3)).toBeBitIdenticalTo(mask(0.5, 3));
  });

  it.each([
    ['the next draw', mask(0.5, 2)],
    ['another layer', mask(0.5, 1, randomKey(7, 'dropout/layers.3'))],
    ['another seed', mask(0.5, 1, randomKey(8, 'dropout/layers.1'))],
  ])('has nothing to do with that of %s', (_, other) => {
    expect(Math.abs(together(mask(0.5, 1), other) - count / 4)).toBeLessThan(chance(0.25));
  });

  it('treats neighbours independently', () => {
    const flat = mask(0.5, 1).toTypedArray();
    for (const distance of [1, 2, 200]) {
      const pairs = flat.filter((value, i) => value === 0 && flat[i + distance] === 0).length;
      expect(Math.abs(pairs - count / 4)).toBeLessThan(chance(0.25));
    }
  });
});
