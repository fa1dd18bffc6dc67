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
import * as activations from '../../../src/ops/elementwise/activations.ts';
import { parameter, type Tensor, zeros } from '../../tensors.ts';

/** A formula that holds from one number to another. */
interface Branch {
  readonly from: number;
  readonly to: number;
  readonly formula: string;
}

interface Activation {
  readonly name: string;
  readonly run: (x: Tensor) => Tensor;
  readonly branches: readonly Branch[];
}

const everywhere = (formula: string): Branch[] => [{ from: -12, to: 12, formula }];

const aroundZero = (below: string, above: string): Branch[] => [
  { from: -12, to: 0, formula: below },
  { from: 0, to: 12, formula: above },
];

const { elu, gelu, geluTanh, hardSigmoid, hardTanh, leakyRelu, mish } = activations;
const { relu, selu, sigmoid, silu, softplus, tanh } = activations;

const lambda = '1.0507009873554805';
const alpha = '1.6732632423543772';

const table: readonly Activation[] = [
  { name: 'relu', run: relu, branches: aroundZero('0 x', 'x') },
  { name: 'leakyRelu', run: leakyRelu, branches: aroundZero('0.01 x', 'x') },
  { name: 'elu', run: elu, branches: aroundZero('exp(x) - 1', 'x') },
  {
    name: 'elu of another alpha',
    run: (x) => elu(x, { alpha: 0.5 }),
    branches: aroundZero('0.5 (exp(x) - 1)', 'x'),
  },
  {
    name: 'selu',
    run: selu,
    branches: aroundZero(`${lambda} * ${alpha} * (exp(x) - 1)`, `${lambda} x`),
  },
  { name: 'gelu', run: gelu, branches: everywhere('x * (1 + erf(x / sqrt(2))) / 2') },
  {
    name: 'geluTanh',
    run: geluTanh,
    branches: everywhere('x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x^3)))'),
  },
  { name: 'silu', run: silu, branches: everywhere('x / (1 + exp(-x))') },
  { name: 'mish', run: mish, branches: everywhere('x * tanh(log(1 + exp(x)))') },
  { name: 'softplus', run: softplus, branches: everywhere('log(1 + exp(x))') },
  { name: 'sigmoid', run: sigmoid, branches: everywhere('1 / (1 + exp(-x))') },
  { name: 'tanh', run: tanh, branches: everywhere('tanh(x)') },
  {
    name: 'hardSigmoid',
    run: hardSigmoid,
    branches: [
      { from: -12, to: -3, formula: '0 x' },
      { from: -3, to: 3, formula: '(x + 3) / 6' },
      { from: 3, to: 12, formula: '1 + 0 x' },
    ],
  },
  {
    name: 'hardTanh',
    run: hardTanh,
    branches: [
      { from: -12, to: -1, formula: '-1 + 0 x' },
      { from: -1, to: 1, formula: 'x' },
      { from: 1, to: 12, formula: '1 + 0 x' },
    ],
  },
];

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
  it('has every activation', () => {
    const names = Object.keys(activations).filter((name) => name.endsWith('Operation'));
    const tried = new Set(table.map(({ name }) => `${name}Operation`));
    expect(names.filter((name) => !tried.has(name))).toEqual([]);
  });

  it('knows the constants of selu, for which mean 0 and variance 1 stay', () => {
    // Klambauer et al. (2017), equation 14, with c = erfc(1/√2) and d = erfc(√2).
    const scope = { c: evaluate('1 - erf(1 / sqrt(2))'), d: evaluate('1 - erf(sqrt(2))') };
    const ofAlpha = '-sqrt(2 / pi) / (c * sqrt(e) - 1)';
    const spread = '2 d * e^2 + pi * c^2 * e - 2 * (2 + pi) * c * sqrt(e) + pi + 2';
    const ofLambda = `(1 - c * sqrt(e)) * sqrt(2 * pi) / sqrt(${spread})`;
    expect(evaluate(ofAlpha, scope)).toBeCloseTo(Number(alpha), 13);
    expect(evaluate(ofLambda, scope)).toBeCloseTo(Number(lambda), 13);
  });
});
