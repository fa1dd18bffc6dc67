/** Every gradient rule against finite differences, and so are the gradients of gradients. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/autograd/backward.ts';
import { withGradients } from '../../../src/ops/gradient_mode.ts';
import { records } from '../../ops/records/index.ts';
import { type Computation, computations, computationsOf } from '../../ops/records/samples.ts';
import { gradcheck, parameter, type Tensor, uniform, zeros } from '../../tensors.ts';

const DOUBLE = { dtype: 'float64' } as const;
const all = computations('float64');
const differentiable = all.filter(({ record }) => record.differentiable);
const constant = records
  .filter((record) => !record.differentiable)
  .flatMap((record) => record.dtypes.map((dtype) => computationsOf(record, dtype)[0]));

describe('every gradient', () => {
  it.each(differentiable)('agrees with finite differences, twice: $title', ({ inputs, run }) => {
    const checked = gradcheck((...given: Tensor[]) => run(given), inputs, { order: 2 });
    expect(checked).toPassGradcheck();
  });

  it.each(differentiable)('agrees with them in third order: $title', ({ inputs, run }) => {
    const random = (shape: readonly number[], seed: number) =>
      uniform(shape, { low: -1, high: 1, dtype: 'float64', seed });
    const slope = (...given: Tensor[]) =>
      withGradients(true, () => {
        const output = run(given);
        const wrt = given.filter(({ requiresGrad }) => requiresGrad);
        const outputGradient = random(output.shape, 3);
        return gradients(output, wrt, { createGraph: true, outputGradient })
          .map((one, k) => (one ?? zeros([], DOUBLE)).mul(random(wrt[k].shape, 4 + k)).sum())
          .reduce((a, b) => a.add(b), zeros([], DOUBLE));
      });
    expect(gradcheck(slope, inputs, { order: 2 })).toPassGradcheck();
  });

  it.each(differentiable)('can be differentiated again and again: $title', ({ inputs, run }) => {
    const leaves = inputs.map((input) => (input.dtype === 'int32' ? input : parameter(input)));
    const wrt = leaves.filter(({ requiresGrad }) => requiresGrad);
    let orders = [run(leaves)];
    for (let order = 1; order <= 4; order++) {
      const total = orders.map((one) => one.sum()).reduce((a, b) => a.add(b));
      const found = gradients(total, wrt, { createGraph: true });
      orders = found.filter((one) => one !== null);
      // Nothing flows back to an input that only scales what is differentiated.
      if (orders.length === 0) break;
      expect(orders.every(({ requiresGrad }) => requiresGrad)).toBe(true);
    }
  });

  it.each(differentiable)('has shape and dtype of its input: $title', ({ inputs, run }) => {
    const leaves = inputs.map((input) => (input.dtype === 'int32' ? input : parameter(input)));
    const output = run(leaves);
    const outputGradient = uniform(output.shape, { dtype: 'float64', seed: 2 });
    const wrt = leaves.filter(({ requiresGrad }) => requiresGrad);
    gradients(output, wrt, { outputGradient }).forEach((gradient, k) => {
      if (gradient === null) return;
      expect(gradient).toHaveShape(wrt[k].shape);
      expect(gradient.dtype).toBe('float64');
    });
  });
});

describe('an operation without a gradient', () => {
  it.each(constant)('lets none through: $title', ({ inputs, run }: Computation) => {
    const leaves = inputs.map((input) => (input.dtype === 'int32' ? input : parameter(input)));
    expect(run(leaves).requiresGrad).toBe(false);
  });
});
