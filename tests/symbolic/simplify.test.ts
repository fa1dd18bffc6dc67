import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOwn } from '../../src/symbolic/parse.ts';
import { print } from '../../src/symbolic/print.ts';
import { simplify } from '../../src/symbolic/simplify.ts';
import { evaluate, expressions, points } from './formulas.ts';

describe('simplifying', () => {
  it.each([
    ['1 * x + 0', 'x'],
    ['x * 1 - 0', 'x'],
    ['0 * sin(x) + y', 'y'],
    ['0 - x', '-x'],
    ['x - -y', 'x + y'],
    ['x + -y', 'x - y'],
    ['-(-x)', 'x'],
    ['-x * -y', 'x * y'],
    ['-x / y', '-(x / y)'],
    ['x / -y', '-(x / y)'],
    ['x + x', '2 * x'],
    ['x - x', '0'],
    ['x / x', '1'],
    ['x ^ 1 + y ^ 0', 'x + 1'],
    ['(x ^ 2) ^ 3', 'x ^ 6'],
    ['(x ^ 2) ^ 0.5', '(x ^ 2) ^ 0.5'],
    ['x * (y * 2)', '2 * x * y'],
    ['x + (y + 1)', 'x + y + 1'],
    ['x - (y - 1)', 'x - (y - 1)'],
    ['2 * 3 * x', '6 * x'],
    ['0.1 * 3 * x', '0.1 * 3 * x'],
    ['4 * x / 2', '2 * x'],
    ['4 * x / (2 * y)', '2 * x / y'],
    ['x / 3', 'x / 3'],
    ['2 * x / 3', '2 * x / 3'],
    ['log(1) + log(e)', '1'],
    ['x > 0 ? y : y', 'y'],
    ['exp(2) * x', 'exp(2) * x'],
    ['x > 0 + y * 1 ? x : y', 'x > y ? x : y'],
  ])('%s is %s', (before, after) => {
    expect(print(simplify(parseOwn(before)))).toBe(after);
  });

  it('changes no value by more than a rounding, where there is one', () => {
    fc.assert(
      fc.property(expressions(), points, points, (expression, x, y) => {
        const [before, after] = [expression, simplify(expression)].map((e) => evaluate(e, x, y));
        // Differences that cancel, and choices at their border, magnify roundings without limit.
        fc.pre(Number.isFinite(before) && Math.abs(before) > 1e-3 && Math.abs(before) < 1e6);
        fc.pre(!/ - |mod|sin|cos|floor|ceil|round|\?|sign/.test(print(expression)));
        expect(Math.abs(after - before)).toBeLessThanOrEqual(1e-9 * Math.abs(before));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves nothing to simplify', () => {
    fc.assert(
      fc.property(expressions(), (expression) => {
        const once = simplify(expression);
        expect(print(simplify(once))).toBe(print(once));
      }),
      { numRuns: 500 },
    );
  });
});
