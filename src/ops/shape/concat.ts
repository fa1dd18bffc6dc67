/** Several tensors set side by side. */
import { describeShape } from '../../errors/describe.ts';
import { ShapeError } from '../../errors/errors.ts';
import { integer, readOptions, withDefault } from '../../errors/options.ts';
import type { AxisOptions, SliceRange } from '../../tensor/axes.ts';
import { checkTensors, commonDtype } from '../../tensor/check.ts';
import type { OneMore } from '../../tensor/rank.ts';
import { resolveAxis, type Shape, sameShape } from '../../tensor/shape.ts';
import { copyInto } from '../../tensor/strided.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import type { Outcome } from '../body.ts';
import type { Operation } from '../operation.ts';
import { emitCopies } from './copy_simd.ts';
import { slice } from './slice.ts';
import { expandDims } from './views.ts';

export const concatOperation: Operation<{ readonly axis: number }> = {
  name: 'concat',
  infer: inferConcat,
  body: {
    kind: 'kernel',
    run: (inputs, output, { axis }) => {
      const starts = startsOf(inputs, axis);
      inputs.forEach((input, k) => {
        copyInto(input, output, starts[k]);
      });
    },
    emit: (inputs, output, { axis }) => emitCopies(inputs, output, startsOf(inputs, axis)),
  },
  gradients:
    (input) =>
    (g, inputs, _, { axis }) => {
      const before = startsOf(inputs, axis)[input][axis];
      const ranges = g.shape.map((): SliceRange => null);
      ranges[axis] = [before, before + inputs[input].shape[axis]];
      return slice(g, ...ranges);
    },
  rules: ['the block of g where the input lies'],
};

/** The index of the first element of each input. */
function startsOf(inputs: readonly { readonly shape: Shape }[], axis: number): number[][] {
  let before = 0;
  return inputs.map(({ shape }) => {
    const start = shape.map((_, at) => (at === axis ? before : 0));
    before += shape[axis];
    return start;
  });
}

function inferConcat(inputs: readonly Tensor[], { axis }: { axis: number }): Outcome {
  const [first] = inputs;
  const others = (shape: readonly number[]) => shape.map((n, at) => (at === axis ? -1 : n));
  for (const { shape } of inputs) {
    if (!sameShape(others(shape), others(first.shape))) {
      throw new ShapeError({
        where: 'concat',
        expected: `sizes that are equal on every axis but ${axis}`,
        received: inputs.map((input) => describeShape(input.shape)).join(' and '),
        remedy: 'Slice or reshape them.',
      });
    }
  }
  const total = inputs.reduce((sum, { shape }) => sum + shape[axis], 0);
  const shape = first.shape.map((n, at) => (at === axis ? total : n));
  return { dtype: commonDtype('concat', inputs), shape };
}

function readInputs(where: string, inputs: readonly Tensor[], options?: AxisOptions): number {
  checkTensors(where, inputs);
  if (inputs.length === 0) {
    throw new ShapeError({
      where,
      expected: 'one tensor or more',
      received: 'none',
      remedy: 'Give at least one tensor.',
    });
  }
  return readOptions<Required<AxisOptions>>(where, options, { axis: withDefault(integer, 0) }).axis;
}

/**
 * The tensors one after the other along an axis (default 0) that they have.
 * @throws ShapeError when sizes differ on another axis
 */
export function concat<Rank extends number>(
  inputs: readonly Tensor<Rank>[],
  options?: AxisOptions,
): Tensor<Rank> {
  const axis = readInputs('concat', inputs, options);
  return apply(concatOperation, inputs, { axis: resolveAxis('concat', axis, inputs[0].rank) });
}

/**
 * Tensors of one shape along a new axis (default 0).
 * @throws ShapeError when shapes differ
 */
export function stack<Rank extends number>(
  inputs: readonly Tensor<Rank>[],
  options?: AxisOptions,
): Tensor<OneMore[Rank]> {
  const axis = readInputs('stack', inputs, options);
  const at = resolveAxis('stack', axis, inputs[0].rank + 1);
  if (!inputs.every(({ shape }) => sameShape(shape, inputs[0].shape))) {
    throw new ShapeError({
      where: 'stack',
      expected: 'tensors of one shape',
      received: inputs.map(({ shape }) => describeShape(shape)).join(' and '),
      remedy: 'Slice or reshape them.',
    });
  }
  return concat(
    inputs.map((input) => expandDims(input, at)),
    { axis: at },
  );
}
