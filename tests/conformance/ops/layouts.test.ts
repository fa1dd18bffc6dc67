/** How a tensor lies in memory changes no bit: neither of results nor of gradients. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/autograd/backward.ts';
import { type Computation, computations, layouts, repeated } from '../../ops/records/samples.ts';
import { parameter, type Tensor, tensor, uniform } from '../../tensors.ts';

const packed = (x: Tensor): Tensor => tensor(x.toTypedArray(), { shape: x.shape });

/** The result, and the gradients of inputs that have one. */
function outcomes({ record, run }: Computation, inputs: readonly Tensor[]): Tensor[] {
  const leaves = inputs.map((input) => {
    if (input.dtype === 'int32' || !record.differentiable) return input;
    input.requiresGrad = true;
    return input;
  });
  const output = run(leaves);
  if (!output.requiresGrad) return [output];
  const outputGradient = uniform(output.shape, { dtype: output.dtype, seed: 3 });
  const found = gradients(
    output,
    leaves.filter(({ requiresGrad }) => requiresGrad),
    {
      outputGradient,
    },
  );
  return [output, ...found.filter((gradient) => gradient !== null)];
}

function expectSameBits(computation: Computation, arranged: readonly Tensor[]): void {
  const plain = outcomes(computation, arranged.map(packed));
  const before = arranged.map(packed);
  const ours = outcomes(computation, arranged);
  expect(ours.length).toBe(plain.length);
  ours.forEach((one, k) => {
    expect(one).toBeBitIdenticalTo(plain[k]);
  });
  arranged.forEach((input, k) => {
    expect(input, 'inputs stay as they are').toBeBitIdenticalTo(before[k]);
  });
}

const inFloats = computations('float32');
const inIntegers = computations('int32');

describe.each([...layouts, { name: 'with its first row repeated', arrange: repeated }])(
  'an input that lies $name',
  ({ arrange }) => {
    it.each([...inFloats, ...inIntegers])(
      'gives the bits of a packed one: $title',
      (computation) => {
        const { inputs } = computation;
        expectSameBits(computation, inputs.map(arrange));
      },
    );
  },
);

describe('the layouts', () => {
  it('show the numbers of the packed tensor, in another order of memory', () => {
    const x = uniform([2, 3, 4], { seed: 1 });
    for (const { arrange } of layouts) {
      const arranged = arrange(x);
      expect(arranged).toBeBitIdenticalTo(x);
      expect(arranged.strides).not.toEqual(x.strides);
    }
  });

  it('of a parameter are those of any tensor', () => {
    expect(parameter(uniform([2, 3], { seed: 1 })).isContiguous).toBe(true);
  });
});
