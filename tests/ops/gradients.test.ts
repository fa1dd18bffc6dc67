/** Every gradient rule against finite differences, and so are the gradients of gradients. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import { gradcheck, parameter, type Tensor, uniform } from '../tensors.ts';
import { records } from './records/index.ts';
import { type Computation, computations, computationsOf } from './records/samples.ts';

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
