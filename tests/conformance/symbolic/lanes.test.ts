/** What a formula is worth: compared with mathjs, node by node, and between the two interpretations. */
import fc from 'fast-check';
import { all, create, type MathJsInstance } from 'mathjs/number';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/graph/compile_function.ts';
import { float32 } from '../../../src/numerics/float32.ts';
import { float64 } from '../../../src/numerics/float64.ts';
import * as functions from '../../../src/numerics/functions/index.ts';
import { formulaActivation } from '../../../src/symbolic/activation.ts';
import {
  childrenOf,
  type Expression,
  mapChildren,
  nameOf,
} from '../../../src/symbolic/expression.ts';
import { functionNames, functionOf } from '../../../src/symbolic/functions.ts';
import { toFormula } from '../../../src/symbolic/lanes.ts';
import { print } from '../../../src/symbolic/print.ts';
import { evaluate, expressions, parse, points, variables } from '../../symbolic/formulas.ts';
import { tensor, uniform } from '../../tensors.ts';

/** What mathjs does not know, and what it does with a tolerance. */
const more = {
  relu: (x: number) => Math.max(x, 0),
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  softplus: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  floor: Math.floor,
  ceil: Math.ceil,
  smaller: (a: number, b: number) => a < b,
  smallerEq: (a: number, b: number) => a <= b,
  larger: (a: number, b: number) => a > b,
  largerEq: (a: number, b: number) => a >= b,
  equal: (a: number, b: number) => a === b,
  unequal: (a: number, b: number) => a !== b,
};

function mathjsWith(overrides: object): MathJsInstance {
  const math = create(all ?? {});
  math.import({ ...more, ...overrides }, { override: true });
  return math;
}

describe('a formula computes', () => {
  const math = mathjsWith({});

  it('each operation as mathjs does, within a few units in the last place', () => {
    fc.assert(
      fc.property(expressions({ anyPower: true }), points, points, (expression, x, y) => {
        const visit = (node: Expression): void => {
          childrenOf(node).forEach(visit);
          // The same operation on the values of the nodes below, so that no error adds up.
          const scope: Record<string, number> = { x, y };
          const flat = mapChildren(node, (child) => {
            const name = `v${Object.keys(scope).length}`;
            scope[name] = evaluate(child, x, y);
            return nameOf(name);
          });
          const values = Object.values(scope);
          if (!values.every(Number.isFinite) || print(flat) === print(node)) return;
          if (node.kind === 'call' && node.operation === 'mod' && values[3] === 0) return;
          // So large an angle has no place in a turn any more.
          if (/^(sin|cos)\(/.test(print(node)) && Math.abs(values[2]) > 2 ** 40) return;
          const ours = evaluate(node, x, y);
          const theirs: unknown = math.evaluate(print(flat), scope);
          if (typeof theirs !== 'number') return; // complex
          // A power of an exponent of 64 is up to seven products, and a general one is within 1e-14.
          const tolerance = 2 ** -50 * Math.abs(theirs) + 2e-14 * powerOf(node, ours);
          const same = Object.is(ours, theirs) || Math.abs(ours - theirs) <= tolerance + 1e-300;
          if (!same) expect({ [print(node)]: ours }).toEqual({ [print(node)]: theirs });
        };
        visit(expression);
      }),
      { numRuns: 2000 },
    );
  });

  it('every operation of the text in the order of mathjs: the same bits with the same functions', () => {
    const own = Object.fromEntries(
      functionNames.map((name) => {
        const { formula } = functionOf(name) as NonNullable<ReturnType<typeof functionOf>>;
        return [name, (...inputs: number[]) => formula<number, boolean>(float64, ...inputs)];
      }),
    );
    const pow = (a: number, b: number) =>
      Number.isInteger(b) ? evaluate(`x ^ ${b}`, a) : functions.pow<number, boolean>(float64, a, b);
    const withOurs = mathjsWith({ ...own, pow });
    fc.assert(
      fc.property(expressions(), points, points, (expression, x, y) => {
        const theirs: unknown = withOurs.evaluate(print(expression), { x, y });
        expect(evaluate(expression, x, y)).toBe(theirs);
      }),
      { numRuns: 2000 },
    );
  });

  it('in float32 as SIMD instructions what it computes on numbers', () => {
    fc.assert(
      fc.property(expressions({ anyPower: true }), (expression) => {
        const text = print(expression).replaceAll('y', '(1 - x)').concat(' + 0 * x');
        fc.pre(text.length <= 1000);
        const activation = formulaActivation(text);
        const x = uniform([37], { low: -4, high: 4, seed: text.length });
        const compiled = compile((input) => activation(input));
        compiled(x); // traced
        expect(compiled(x)).toBeBitIdenticalTo(activation(x));
      }),
      { numRuns: 150 },
    );
  });

  it('what holds no variable in float64, rounded once', () => {
    const formula = toFormula(parse('x * sqrt(2 / pi)'), { variables, constants: new Map() });
    const rounded = float32.mul(float32.constant(3), Math.fround(Math.sqrt(2 / Math.PI)));
    expect(formula<number, boolean>(float32, 3)).toBe(rounded);
  });

  it('whole powers as products, others by the function', () => {
    const x = Math.fround(1.1);
    expect(formulaActivation('x ^ 3')(tensor([x])).item()).toBe(
      Math.fround(Math.fround(x * x) * x),
    );
    expect(evaluate('x ^ -2', 3)).toBe(1 / 9);
    expect(evaluate('x ^ 0', Number.NaN)).toBe(1);
    expect(evaluate('x ^ 64', 2)).toBe(2 ** 64);
    expect(evaluate('x ^ 65', 2)).toBe(2 ** 65);
    expect(evaluate('x ^ 0.5', 2)).toBeCloseTo(Math.SQRT2, 14);
    expect(evaluate('x ^ 1.5', -2)).toBeNaN();
  });

  it.each([
    [0.5, 1],
    [-0.5, -1],
    [1.5, 2],
    [-2.5, -3],
    [0.49999999999999994, 0],
    [2 ** 52 + 1, 2 ** 52 + 1],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [Number.NaN, Number.NaN],
  ])('round(%d) as %d: halves go away from zero', (x, rounded) => {
    expect(evaluate('round(x)', x)).toBe(rounded);
  });

  it('only the branch that is taken: what the other is does not matter', () => {
    expect(evaluate('x > 0 ? log(x) : 0', -1)).toBe(0);
    expect(evaluate('x > 0 ? 1 / 0 : 0', -1)).toBe(0);
    expect(evaluate('x == x ? 1 : 0', Number.NaN)).toBe(0);
  });
});

/** How large the error of a power may be, as a share of its value. */
function powerOf(node: Expression, value: number): number {
  return node.kind === 'call' && (node.operation === 'pow' || node.operation === 'erf')
    ? Math.abs(value)
    : 0;
}
