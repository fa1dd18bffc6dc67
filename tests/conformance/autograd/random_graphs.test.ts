/** Random expressions, with shared parts and broadcasting, against finite differences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sigmoid, softplus, tanh } from '../../../src/ops/elementwise/activations.ts';
import { exp, log1p, sin } from '../../../src/ops/elementwise/exponential.ts';
import { softmax } from '../../../src/ops/reduction/softmax.ts';
import { gradcheck, type Tensor, uniform } from '../../tensors.ts';

/** Smooth functions that stay within reach, whatever they are fed with. */
const unary: readonly ((x: Tensor) => Tensor)[] = [
  tanh,
  sigmoid,
  sin,
  (x) => x.square().add(1).sqrt(),
  (x) => exp(tanh(x)),
  (x) => log1p(x.square()),
  softplus,
  (x) => x.neg().mul(0.5),
  (x) => x.reshape([...x.shape, 1]).sum({ axis: -1 }),
  (x) => x.transpose().transpose(),
  (x) => x.mean({ keepDims: true }).broadcastTo(x.shape),
  (x) => (x.rank === 0 ? x : softmax(x)),
];

const binary: readonly ((a: Tensor, b: Tensor) => Tensor)[] = [
  (a, b) => a.add(b),
  (a, b) => a.sub(b),
  (a, b) => a.mul(b),
  (a, b) => a.div(b.square().add(1)),
  (a, b) =>
    a.rank === 2 && b.rank === 2 && a.shape[1] === b.shape[1] ? a.matmul(b.transpose()).mean() : a,
];

/** All of them broadcast against each other. */
const shapes = [[2, 3], [3], [2, 1], [], [1, 3]];

/** An operation on values that exist already, counted from the last one backwards. */
const operation = fc.record({
  kind: fc.integer({ min: 0, max: unary.length + binary.length - 1 }),
  first: fc.nat({ max: 6 }),
  second: fc.nat({ max: 6 }),
});

const expression = fc.record({
  inputs: fc.array(fc.constantFrom(...shapes), { minLength: 1, maxLength: 3 }),
  operations: fc.array(operation, { minLength: 1, maxLength: 12 }),
  seed: fc.nat(),
});

type Expression = typeof expression extends fc.Arbitrary<infer T> ? T : never;

function compute({ operations }: Expression, inputs: readonly Tensor[]): Tensor {
  const values = [...inputs];
  for (const { kind, first, second } of operations) {
    const [a, b] = [first, second].map((back) => values[Math.max(0, values.length - 1 - back)]);
    values.push(kind < unary.length ? unary[kind](a) : binary[kind - unary.length](a, b));
  }
  // Everything takes part, so that no operation is in vain.
  return values.map((value) => value.mean()).reduce((total, value) => total.add(value));
}

describe('a random expression', () => {
  const inputsOf = ({ inputs, seed }: Expression) =>
    inputs.map((shape, k) => uniform(shape, { dtype: 'float64', seed: seed + k }));

  it('has the gradients of finite differences', () => {
    fc.assert(
      fc.property(expression, (given) => {
        const result = gradcheck((...inputs) => compute(given, inputs), inputsOf(given));
        expect(result).toPassGradcheck();
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it('has the second gradients of finite differences', () => {
    fc.assert(
      fc.property(expression, (given) => {
        const fn = (...inputs: Tensor[]) => compute(given, inputs);
        expect(gradcheck(fn, inputsOf(given), { order: 2 })).toPassGradcheck();
      }),
      { seed: 2, numRuns: 40 },
    );
  });
});
