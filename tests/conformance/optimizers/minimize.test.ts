/** Every optimizer finds the minimum of a parabola and gets through Rosenbrock's curved valley. */
import { describe, expect, it } from 'vitest';
import type { Optimizer } from '../../../src/optimizers/index.ts';
import { minimize } from '../../optimizers/descent.ts';
import { records } from '../../optimizers/records.ts';

const distance = (p: readonly number[], to: readonly number[]) =>
  Math.hypot(...p.map((value, k) => value - to[k]));

const titled = (cases: readonly (readonly [Optimizer, number])[]) =>
  cases.map(
    ([optimizer, iterations]) =>
      [optimizer.name, JSON.stringify(optimizer.options), iterations, optimizer] as const,
  );

describe('on a parabola', () => {
  it.each(titled(records.flatMap(({ parabola }) => parabola)))(
    '%s %s comes within 0.02 in %i iterations',
    (_n, _o, iterations, o) => {
      const end = minimize(o, ([x, y]) => [2 * x, 20 * y], [5, -3], iterations);
      expect(distance(end, [0, 0])).toBeLessThan(0.02);
    },
  );
});

describe('in the valley of Rosenbrock', () => {
  it.each(titled(records.flatMap(({ rosenbrock }) => rosenbrock)))(
    '%s %s comes within 0.03 in %i iterations',
    (_n, _o, iterations, o) => {
      const slope = ([x, y]: readonly number[]) => [
        2 * (x - 1) - 400 * x * (y - x * x),
        200 * (y - x * x),
      ];
      expect(distance(minimize(o, slope, [-1.2, 1], iterations), [1, 1])).toBeLessThan(0.03);
    },
  );
});
