/** Cutting a block out of a tensor, and its inverse: setting it into a larger one. */
import { describe, describeShape } from '../../errors/describe.ts';
import { ShapeError } from '../../errors/errors.ts';
import { number, readOptions, withDefault } from '../../errors/options.ts';
import type { SliceRange } from '../../tensor/axes.ts';
import { checkTensor } from '../../tensor/check.ts';
import { copyInto } from '../../tensor/strided.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import { checkNumber } from '../functions.ts';
import type { Operation } from '../operation.ts';
import { emitCopies } from './copy_simd.ts';

interface SliceAttributes {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export const sliceOperation: Operation<SliceAttributes> = {
  name: 'slice',
  infer: ([x], { starts, ends }) => ({
    dtype: x.dtype,
    shape: starts.map((start, axis) => ends[axis] - start),
  }),
  body: {
    kind: 'view',
    view: ({ strides, offset }, _, { starts }) => ({
      strides,
      offset: starts.reduce((sum, start, axis) => sum + start * strides[axis], offset),
    }),
  },
  gradients: [
    (g, [x], _, { starts, ends }) =>
      pad(
        g,
        starts.map((start, axis) => [start, x.shape[axis] - ends[axis]]),
      ),
  ],
  rules: ['g set into zeros of the shape of x'],
};

/**
 * A block of `x`: for each axis a range `[start, end)`, negative numbers counting from the end, or
 * null for all of it; axes not named stay whole. Always a view.
 * @throws ShapeError for a range outside of the axis, or more ranges than axes
 * @example slice(x, [0, 2], null, [-1]) // rows 0 and 1, all columns, the last of the third axis
 */
export function slice<Rank extends number>(x: Tensor<Rank>, ...ranges: SliceRange[]): Tensor<Rank> {
  checkTensor('slice', x);
  if (ranges.length > x.rank) {
    throw new ShapeError({
      where: 'slice',
      expected: `at most ${x.rank} ranges, one for each axis of ${describeShape(x.shape)}`,
      received: `${ranges.length} ranges`,
      remedy: 'Leave the last ranges out.',
    });
  }
  const resolved = x.shape.map((n, axis) => resolveRange(ranges[axis] ?? null, n, axis));
  return apply(sliceOperation, [x], {
    starts: resolved.map(([start]) => start),
    ends: resolved.map(([, end]) => end),
  });
}

function resolveRange(given: SliceRange, n: number, axis: number): [number, number] {
  const isRange = given === null || (Array.isArray(given) && given.length <= 2);
  const range = isRange ? given : [Number.NaN];
  const [from = 0, to = n] = range ?? [];
  const start = from < 0 ? from + n : from;
  const end = to < 0 ? to + n : to;
  const whole = Number.isInteger(start) && Number.isInteger(end);
  if (!whole || start < 0 || end > n || start > end) {
    throw new ShapeError({
      where: 'slice',
      expected: `a range within axis ${axis} of size ${n}`,
      received: describe(given),
      remedy: 'Give [start, end], end excluded, or null for the whole axis.',
    });
  }
  return [start, end];
}

/** For each axis, how many elements are added before and after. */
export type Padding = readonly (readonly [before: number, after: number])[];

interface PadAttributes {
  readonly padding: Padding;
  readonly value: number;
}

export const padOperation: Operation<PadAttributes> = {
  name: 'pad',
  infer: ([x], { padding }) => ({
    dtype: x.dtype,
    shape: x.shape.map((n, axis) => n + padding[axis][0] + padding[axis][1]),
  }),
  body: {
    kind: 'kernel',
    run: ([x], output, { padding, value }) => {
      output.storage.data.fill(value);
      copyInto(x, output, startOf(padding));
    },
    emit: (inputs, output, { padding, value }) =>
      emitCopies(inputs, output, [startOf(padding)], value),
  },
  gradients: [
    (g, [x], _, { padding }) =>
      slice(g, ...padding.map(([before], axis): SliceRange => [before, before + x.shape[axis]])),
  ],
  rules: ['the block of g where x lies'],
};

function startOf(padding: Padding): number[] {
  return padding.map(([before]) => before);
}

/**
 * `x` surrounded by a value.
 * @param padding for each axis the numbers of elements added before and after
 * @throws ShapeError unless there is a pair of whole numbers for each axis
 */
export function pad<Rank extends number>(
  x: Tensor<Rank>,
  padding: Padding,
  options?: { readonly value?: number },
): Tensor<Rank> {
  checkTensor('pad', x);
  const { value } = readOptions<{ value: number }>('pad', options, {
    value: withDefault(number, 0),
  });
  const fits = Array.isArray(padding) && padding.length === x.rank && padding.every(isPadding);
  if (!fits) {
    throw new ShapeError({
      where: 'pad',
      expected: `[before, after] for each of the ${x.rank} axes, whole numbers, 0 or more`,
      received: describe(padding),
      remedy: 'Pass for example [[0, 0], [1, 1]] for two axes.',
    });
  }
  checkNumber(value, x.dtype);
  return apply(padOperation, [x], { padding, value });
}

function isPadding(pair: unknown): boolean {
  const fits = (n: unknown) => Number.isSafeInteger(n) && (n as number) >= 0;
  return Array.isArray(pair) && pair.length === 2 && pair.every(fits);
}
