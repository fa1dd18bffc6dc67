/** Dropout: statistics of the mask, and of what it depends on. */
import { describe, expect, it } from 'vitest';
import { dense, dropout, type LayerLike, residual, sequential, tanh } from '../../src/nn/index.ts';
import { ones, type Tensor, tensor, uniform } from '../tensors.ts';

const draw = (counter: number) => tensor(counter, { dtype: 'int32' });

/** What a dropout layer gives for ones: the mask itself. */
function mask(
  rate: number,
  { seed = 1, counter = 1, shape = [100, 1000], before = [] as LayerLike[] } = {},
) {
  const model = sequential({ inputShape: shape.slice(1), seed }, [...before, dropout({ rate })]);
  return model.forward(ones(shape), { training: true, counter: draw(counter) });
}

const bits = (t: Tensor) => Array.from(t.toTypedArray(), (value) => (value === 0 ? 0 : 1));
const share = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** The correlation of two masks, which for independent ones of n elements is 1/√n or so. */
function correlation(a: number[], b: number[]): number {
  const [p, q] = [share(a), share(b)];
  const covariance = share(a.map((value, i) => (value - p) * (b[i] - q)));
  return covariance / Math.sqrt(p * (1 - p) * q * (1 - q));
}

describe('dropout in training', () => {
  it.each([0.1, 0.5, 0.8])('drops a share of %d, and keeps the expected value', (rate) => {
    const y = mask(rate);
    const kept = share(bits(y));
    const deviation = Math.sqrt((rate * (1 - rate)) / y.size);
    expect(Math.abs(kept - (1 - rate))).toBeLessThan(4 * deviation);
    const values = new Set(y.toTypedArray());
    expect([...values].sort()).toEqual([0, Math.fround(1 / (1 - rate))]);
    expect(Math.abs(y.mean().item() - 1)).toBeLessThan((4 * deviation) / (1 - rate));
  });

  it('drops evenly over samples and over units', () => {
    const flat = bits(mask(0.5));
    const rows = Array.from({ length: 100 }, (_, i) => share(flat.slice(1000 * i, 1000 * (i + 1))));
    const columns = Array.from({ length: 1000 }, (_, j) =>
      share(Array.from({ length: 100 }, (_, i) => flat[1000 * i + j])),
    );
    expect(Math.max(...rows.map((p) => Math.abs(p - 0.5)))).toBeLessThan(
      5 * Math.sqrt(0.25 / 1000),
    );
    expect(Math.max(...columns.map((p) => Math.abs(p - 0.5)))).toBeLessThan(
      5 * Math.sqrt(0.25 / 100),
    );
  });

  it('draws neighbours, iterations, seeds and layers independently', () => {
    const one = bits(mask(0.5));
    const independent = 4 / Math.sqrt(one.length);
    const others = {
      'the next element': [...one.slice(1), one[0]],
      'the next iteration': bits(mask(0.5, { counter: 2 })),
      'another seed': bits(mask(0.5, { seed: 2 })),
      'another layer': bits(mask(0.5, { before: [(x) => x.mul(1)] })),
    };
    for (const [what, other] of Object.entries(others)) {
      expect(Math.abs(correlation(one, other)), what).toBeLessThan(independent);
    }
  });

  it('is a pure function of seed, layer, iteration and element', () => {
    expect(mask(0.5)).toBeBitIdenticalTo(mask(0.5));
    // The fate of an element does not depend on how many there are.
    const small = bits(mask(0.5, { shape: [1, 70] }));
    expect(bits(mask(0.5)).slice(0, 70)).toEqual(small);
  });

  it('with rate 0 does nothing', () => {
    expect(mask(0, { shape: [2, 3] })).toBeBitIdenticalTo(ones([2, 3]));
  });

  it('lets gradients through where it lets values through, scaled alike', () => {
    const model = sequential({ inputShape: [50] }, [dropout({ rate: 0.5 })]);
    const x = ones([4, 50]);
    x.requiresGrad = true;
    const y = model.forward(x, { training: true, counter: draw(3) });
    y.sum().backward();
    expect(x.gradient).toBeBitIdenticalTo(y.detach());
  });
});

describe('dropout in evaluation', () => {
  const x = uniform([5, 6], { seed: 1 });
  const model = sequential({ inputShape: [6] }, [dropout({ rate: 0.9 })]);

  it('does nothing', () => {
    expect(model.predict(x)).toBeBitIdenticalTo(x);
    expect(model.forward(x)).toBeBitIdenticalTo(x);
  });
});

describe('a dropout layer', () => {
  it('leaves the initial weights of all others as they are', () => {
    const weights = (...between: LayerLike[]) =>
      sequential({ inputShape: [4], seed: 7 }, [
        dense({ units: 3 }),
        residual([tanh(), ...between]),
        dense({ units: 2 }),
      ])
        .parameters()
        .map((parameter) => `${parameter.toArray()}`);
    expect(weights(dropout({ rate: 0.5 }))).toEqual(weights());
  });
});
