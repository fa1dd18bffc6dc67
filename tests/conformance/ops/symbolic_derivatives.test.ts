/** The gradient of each activation is the derivative that mathjs finds from its formula. */
import {
  derivative,
  evaluate,
  isFunctionNode,
  isSymbolNode,
  type MathNode,
  parse,
  SymbolNode,
} from 'mathjs';
import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/autograd/backward.ts';
import { activations, type Branch, variantsOf } from '../../ops/records/activations.ts';
import { parameter, type Tensor, zeros } from '../../tensors.ts';

const table = activations.flatMap((record) =>
  variantsOf(record).map(({ label, options, run }) => ({
    name: `${record.activation.type} ${label}`.trim(),
    run,
    branches: record.branches(options),
  })),
);

/** 101 points inside of a branch, none of them at its ends. */
function pointsOf({ from, to }: Branch): number[] {
  return Array.from({ length: 101 }, (_, i) => from + ((to - from) * (i + 0.5)) / 101);
}

/** The derivative by mathjs, and by the chain rule for erf, whose derivative it does not know. */
function derive(formula: MathNode): MathNode {
  const inner: MathNode[] = [];
  const withSymbol = formula.transform((node) => {
    if (!isFunctionNode(node) || node.fn.name !== 'erf') return node;
    inner.push(node.args[0]);
    return new SymbolNode('W');
  });
  const direct = derivative(withSymbol, 'x');
  const [u] = inner;
  if (u === undefined) return direct;
  const through = `(${derivative(withSymbol, 'W')}) * 2 / sqrt(pi) * exp(-(${u})^2)`;
  const whole = parse(`${direct} + ${through} * (${derivative(u, 'x')})`);
  return whole.transform((node) =>
    isSymbolNode(node) && node.name === 'W' ? parse(`erf(${u})`) : node,
  );
}

describe.each(table)('$name', ({ run, branches }) => {
  it.each(branches)('is $formula from $from to $to, and so are two derivatives', (branch) => {
    const points = pointsOf(branch);
    const x = parameter(points, { dtype: 'float64' });
    const y = run(x);
    const first = slope(y, x);
    const formula = parse(branch.formula);
    const derived = derive(formula);
    const at = (node: MathNode) => {
      const compiled = node.compile();
      return points.map((point): number => compiled.evaluate({ x: point }));
    };
    const closeness = { relativeTolerance: 1e-12, absoluteTolerance: 1e-13 };
    expect(y).toBeCloseToTensor(at(formula), closeness);
    expect(first).toBeCloseToTensor(at(derived), closeness);
    expect(slope(first, x)).toBeCloseToTensor(at(derive(derived)), closeness);
  });
});

function slope(y: Tensor, x: Tensor): Tensor {
  if (!y.requiresGrad) return zeros(x.shape, { dtype: x.dtype }); // constant, as the slope of relu
  const [gradient] = gradients(y.sum(), [x], { createGraph: true });
  return gradient as Tensor;
}

describe('the table', () => {
  it.each(table)('covers $name from -12 to 12', ({ branches }) => {
    const ends = branches.flatMap(({ from, to }) => [from, to]);
    expect([ends[0], ends.at(-1)]).toEqual([-12, 12]);
    branches.slice(1).forEach(({ from }, k) => {
      expect(from).toBe(branches[k].to);
    });
  });

  it('knows the constants of selu, for which mean 0 and variance 1 stay', () => {
    // Klambauer et al. (2017), equation 14, with c = erfc(1/√2) and d = erfc(√2).
    const scope = { c: evaluate('1 - erf(1 / sqrt(2))'), d: evaluate('1 - erf(sqrt(2))') };
    const ofAlpha = '-sqrt(2 / pi) / (c * sqrt(e) - 1)';
    const spread = '2 d * e^2 + pi * c^2 * e - 2 * (2 + pi) * c * sqrt(e) + pi + 2';
    const ofLambda = `(1 - c * sqrt(e)) * sqrt(2 * pi) / sqrt(${spread})`;
    expect(evaluate(ofAlpha, scope)).toBeCloseTo(1.6732632423543772, 13);
    expect(evaluate(ofLambda, scope)).toBeCloseTo(1.0507009873554805, 13);
  });
});
