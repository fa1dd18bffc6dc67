/** Every record of the table of operations again, through `compile`: the bits of the reference. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/autograd/backward.ts';
import { compile } from '../../../src/graph/compile_function.ts';
import { mul } from '../../../src/ops/elementwise/arithmetic.ts';
import { type Computation, computations, layouts, repeated } from '../../ops/records/samples.ts';
import { type Dtype, type Tensor, uniform } from '../../tensors.ts';

/**
 * The result, the result as read by another operation (so that nothing keeps the first from being
 * computed within a loop), and the gradients of inputs that have one.
 */
function outcomes({ record, run }: Computation, inputs: readonly Tensor[]): Tensor[] {
  const output = run(inputs);
  const results = [output, mul(run(inputs), 1)];
  if (!record.differentiable || !output.requiresGrad) return results;
  const outputGradient = uniform(output.shape, { seed: 3, dtype: output.dtype });
  const leaves = inputs.filter(({ requiresGrad }) => requiresGrad);
  const found = gradients(output, leaves, { outputGradient });
  return [...results, ...found.filter((gradient) => gradient !== null)];
}

function expectSameBits(received: readonly Tensor[], expected: readonly Tensor[]): void {
  expect(received.length).toBe(expected.length);
  received.forEach((one, k) => {
    expect(one).toBeBitIdenticalTo(expected[k]);
  });
}

const learning = (inputs: readonly Tensor[]) =>
  inputs.map((input) => Object.assign(input, { requiresGrad: input.dtype !== 'int32' }));

const tableOf = (...dtypes: Dtype[]) =>
  dtypes.flatMap((dtype) =>
    computations(dtype).map((computation) => ({ dtype, computation, title: computation.title })),
  );

describe('a compiled operation gives the bits of the reference', () => {
  const table = tableOf('float32', 'int32', 'float64');
  it.each(table)('on inputs that are given: $title in $dtype', ({ computation }) => {
    const inputs = learning(computation.inputs);
    const expected = outcomes(computation, inputs);
    const only = compile((...given: Tensor[]) => outcomes(computation, given)[1]);
    const all = compile((...given: Tensor[]) => outcomes(computation, given).slice(1));
    for (const _ of ['traced', 'compiled']) {
      expectSameBits([only(...inputs)], [expected[1]]);
      expectSameBits(all(...inputs), expected.slice(1));
    }
    expect(only.obstacle()).toBeUndefined();
    expect(only.reports()).toHaveLength(1);
  });
});

describe('a compiled operation on captured tensors, however they lie,', () => {
  const arrangements = [...layouts.map(({ arrange }) => arrange), repeated];
  const table = tableOf('float32', 'int32'); // float64 always runs the reference
  it.each(table)('gives the bits of the reference: $title in $dtype', ({ computation }) => {
    for (const arrange of arrangements) {
      const inputs = learning(computation.inputs.map((input) => arrange(input)));
      const expected = outcomes(computation, inputs).slice(1);
      const compiled = compile(() => outcomes(computation, inputs).slice(1));
      for (const _ of ['traced', 'compiled']) expectSameBits(compiled(), expected);
    }
  });
});
