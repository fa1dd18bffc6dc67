/** What the papers say, computed once more in plain numbers. */
import { describe, expect, it } from 'vitest';
import { adam, adamW, lamb, nadam, radam, rmsprop, sgd } from '../../src/optimizers/index.ts';
import { random } from '../../src/tensor/rng.ts';
import { tensor } from '../tensors.ts';
import { begin, trace, update } from './descent.ts';
import { records } from './records.ts';

const start = [0.5, -1.25, 2];
const gradients = Array.from({ length: 50 }, (_, t) => {
  const source = random(5, `gradients/${t}`);
  return [1e-3, 1, 30].map((scale) => scale * source.normal());
});

function expectClose(actual: number[][], expected: number[][]): void {
  actual.forEach((row, t) => {
    row.forEach((value, k) => {
      const off = Math.abs(value - expected[t][k]) / Math.max(1, Math.abs(expected[t][k]));
      expect(off, `update ${t + 1}, element ${k}`).toBeLessThan(1e-12);
    });
  });
}

describe('adam', () => {
  it('corrects the bias: whatever the first gradient, the first update is the learning rate', () => {
    const [first] = trace(adam({ learningRate: 0.01 }), [0, 0, 0], [[1e-3, 1, -1000]]);
    expect(first[0]).toBeCloseTo(-0.01, 6);
    expect(first[1]).toBeCloseTo(-0.01, 9);
    expect(first[2]).toBeCloseTo(0.01, 9);
  });

  it('corrects the bias: equal gradients give equal updates', () => {
    const values = trace(adam({ learningRate: 0.01 }), [0], new Array(200).fill([3]));
    values.forEach(([value], t) => {
      expect(value).toBeCloseTo(-0.01 * (t + 1), 7);
    });
  });

  it('does not move for a gradient of 0', () => {
    expect(trace(adam(), [1], [[0]])).toEqual([[1]]);
  });
});

describe('two kinds of decay', () => {
  it('l2 goes through the scaling of adam, weightDecay does not', () => {
    const [[penalized]] = trace(adam({ learningRate: 0.1, l2: 0.5 }), [4], [[0]]);
    const [[decayed]] = trace(adam({ learningRate: 0.1, weightDecay: 0.5 }), [4], [[0]]);
    expect(penalized).toBeCloseTo(4 - 0.1, 6);
    expect(decayed).toBeCloseTo(4 - 0.1 * 0.5 * 4, 12);
  });

  it('l2 goes into the momentum of sgd, weightDecay does not', () => {
    const none = [[0], [0]];
    const options = { learningRate: 0.1, momentum: 0.5 };
    const penalized = trace(sgd({ ...options, l2: 1 }), [1], none);
    const decayed = trace(sgd({ ...options, weightDecay: 1 }), [1], none);
    expectClose(penalized, [[0.9], [0.9 - 0.1 * (0.5 * 1 + 0.9)]]);
    expectClose(decayed, [[0.9], [0.81]]);
  });

  it('adamW is adam with decay', () => {
    const options = { learningRate: 0.01, weightDecay: 0.01 };
    expect(trace(adamW({ learningRate: 0.01 }), start, gradients)).toEqual(
      trace(adam(options), start, gradients),
    );
  });
});

describe('rmsprop, centered', () => {
  it('takes a variance that rounding brings below 0 for 0', () => {
    const optimizer = rmsprop({ centered: true, rho: 0.5 });
    for (const value of [0.1, 0.3, 0.7, 1.1, 2.3]) {
      const gradient = tensor([value]);
      let now = begin(optimizer, [0], 'float32');
      for (let t = 1; t <= 60; t++) now = update(optimizer, now, gradient, t);
      expect(now.parameter.item()).toBeLessThan(0);
    }
  });
});

describe.each(records.filter(({ formula }) => formula !== undefined))('$name', ({ formula }) => {
  it('follows the paper', () => {
    const { optimizer, trace: expected } = formula as NonNullable<typeof formula>;
    expectClose(trace(optimizer, start, gradients), expected(start, gradients));
  });
});

describe('lamb', () => {
  it('moves a parameter of length 0 like adam, and stays where there is no gradient', () => {
    const [first] = trace(lamb({ learningRate: 0.1 }), [0, 0], [[3, -3]]);
    expect(first[0]).toBeCloseTo(-0.1, 6);
    expect(first[1]).toBeCloseTo(0.1, 6);
    expect(trace(lamb(), [1, 2], [[0, 0]])).toEqual([[1, 2]]);
  });
});

describe('numbers of an iteration', () => {
  it('do not depend on which were asked for before', () => {
    const forward = nadam();
    const inOrder = Array.from({ length: 40 }, (_, t) => forward.scalars(t + 1));
    const anyhow = nadam();
    for (const t of [40, 39, 7, 8, 1, 40, 40]) {
      expect(anyhow.scalars(t)).toEqual(inOrder[t - 1]);
    }
  });

  it('of radam change over when enough squares are seen, at iteration 6 for beta2 0.999', () => {
    const { scalars } = radam();
    expect([1, 2, 3, 4, 5].map((t) => scalars(t).rectification)).toEqual([0, 0, 0, 0, 0]);
    expect(scalars(6).rectification).toBeGreaterThan(0);
  });

  it('stay finite after a million iterations', () => {
    for (const optimizer of [adam(), radam(), lamb()]) {
      for (const value of Object.values(optimizer.scalars(1e6))) {
        expect(value).toBeCloseTo(1, 6);
      }
    }
  });
});

describe('lamb, where squares leave float32,', () => {
  it.each([3e20, 1e-30])('makes updates as long as parameters of about %d are', (size) => {
    const optimizer = lamb({ learningRate: 0.5 });
    const parameter = tensor([3 * size, 4 * size]);
    const request = {
      parameter,
      gradient: tensor([1, 1]),
      state: optimizer.init(parameter),
      scalars: Object.fromEntries(
        Object.entries({ learningRate: 0.5, ...optimizer.scalars(1) }).map(([name, value]) => [
          name,
          tensor(value),
        ]),
      ),
    };
    const moved = parameter.sub(optimizer.update(request).parameter).div(size).toArray();
    // Half of ‖p‖, in the direction of (1, 1).
    expect(moved).toEqual(new Array(2).fill(expect.closeTo((0.5 * 5) / Math.SQRT2, 4)));
  });
});
