/** Every optimizer finds the minimum of a parabola and gets through Rosenbrock's curved valley. */
import { describe, expect, it } from 'vitest';
import * as optimizers from '../../../src/optimizers/index.ts';
import { minimize } from '../../optimizers/descent.ts';

const { adadelta, adagrad, adam, adamax, adamW, lamb, lion, lookahead, nadam, radam } = optimizers;
const { rmsprop, sgd } = optimizers;

const distance = (p: readonly number[], to: readonly number[]) =>
  Math.hypot(...p.map((value, k) => value - to[k]));

/** x² + 10 y², from (5, -3). */
const parabola = [
  [sgd({ learningRate: 0.05 }), 200],
  [sgd({ learningRate: 0.01, momentum: 0.9 }), 400],
  [sgd({ learningRate: 0.01, momentum: 0.9, nesterov: true }), 400],
  [adam({ learningRate: 0.1 }), 400],
  [adam({ learningRate: 0.1, amsgrad: true }), 400],
  [adamW({ learningRate: 0.1 }), 400],
  [rmsprop({ learningRate: 0.1 }), 200],
  [adagrad({ learningRate: 1 }), 200],
  [adadelta({ learningRate: 3, epsilon: 1e-4 }), 200],
  [adamax({ learningRate: 0.2 }), 400],
  [nadam({ learningRate: 0.2 }), 400],
  [radam({ learningRate: 0.1 }), 800],
  [lion({ learningRate: 0.1 }), 400],
  [lamb({ learningRate: 0.1 }), 400],
  [lookahead({ optimizer: sgd({ learningRate: 0.05 }) }), 400],
] as const;

/** (1 - x)² + 100 (y - x²)², from (-1.2, 1), where Rosenbrock (1960) starts. */
const rosenbrock = [
  [sgd({ learningRate: 0.0015 }), 12_000],
  [sgd({ learningRate: 0.001, momentum: 0.9 }), 2000],
  [sgd({ learningRate: 0.001, momentum: 0.9, nesterov: true }), 2000],
  [adam({ learningRate: 0.1 }), 2000],
  [adam({ learningRate: 0.1, amsgrad: true }), 2000],
  [adamW({ learningRate: 0.1, weightDecay: 1e-5 }), 2000],
  [rmsprop({ learningRate: 0.01 }), 4000],
  [rmsprop({ learningRate: 0.002, momentum: 0.9, centered: true }), 4000],
  [adagrad({ learningRate: 1 }), 8000],
  [adadelta(), 4000],
  [adamax({ learningRate: 0.2 }), 4000],
  [nadam({ learningRate: 0.05 }), 4000],
  [radam({ learningRate: 0.005 }), 16_000],
  [lion({ learningRate: 0.01 }), 2000],
  [lamb({ learningRate: 0.03 }), 2000],
  [lookahead({ optimizer: sgd({ learningRate: 0.0015, momentum: 0.9 }) }), 3000],
  [lookahead({ optimizer: adam({ learningRate: 0.1 }), syncPeriod: 6, alpha: 0.8 }), 2000],
] as const;

const titled = (cases: readonly (readonly [optimizers.Optimizer, number])[]) =>
  cases.map(
    ([optimizer, iterations]) =>
      [optimizer.name, JSON.stringify(optimizer.options), iterations, optimizer] as const,
  );

describe('on a parabola', () => {
  it.each(titled(parabola))('%s %s comes within 0.02 in %i iterations', (_n, _o, iterations, o) => {
    const end = minimize(o, ([x, y]) => [2 * x, 20 * y], [5, -3], iterations);
    expect(distance(end, [0, 0])).toBeLessThan(0.02);
  });
});

describe('in the valley of Rosenbrock', () => {
  it.each(titled(rosenbrock))(
    '%s %s comes within 0.03 in %i iterations',
    (_n, _o, iterations, o) => {
      const slope = ([x, y]: readonly number[]) => [
        2 * (x - 1) - 400 * x * (y - x * x),
        200 * (y - x * x),
      ];
      expect(distance(minimize(o, slope, [-1.2, 1], iterations), [1, 1])).toBeLessThan(0.03);
    },
  );

  it('has a row for every optimizer', () => {
    const all = Object.keys(optimizers).filter((name) => /^[a-z]+W?$/.test(name));
    for (const cases of [parabola, rosenbrock]) {
      expect(new Set(cases.map(([{ name }]) => name))).toEqual(new Set(all));
    }
  });
});
