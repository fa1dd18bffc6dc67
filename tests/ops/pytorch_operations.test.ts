import { describe, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import * as operations from '../../src/ops/public.ts';
import type { NestedArray } from '../../src/tensor/rank.ts';
import { type Dtype, parameter, range, type Tensor, tensor } from '../tensors.ts';
import { expectGolden, golden } from './golden.ts';

interface Attributes {
  readonly axes: number[] | null;
  readonly keepDims: boolean;
  readonly unbiased: boolean;
  readonly axis: number;
  readonly indices: NestedArray;
  readonly condition: boolean[] | boolean[][];
  readonly min: number;
  readonly max: number;
  readonly before: number[];
  readonly after: number[];
  readonly value: number;
  readonly start: number[];
  readonly stop: number[];
  readonly stride: number[];
  readonly transposeLeft?: boolean;
  readonly transposeRight?: boolean;
}

interface GoldenOperation {
  readonly name: string;
  readonly note?: string;
  readonly attributes: Attributes;
  readonly inputs: readonly NestedArray[];
  readonly output: NestedArray;
  readonly upstream: NestedArray;
  readonly gradients: readonly NestedArray[];
}

type Call = (inputs: readonly Tensor[], attributes: Attributes) => Tensor;

const { concat, gather, matmul, pad, reshape, slice, stack, transpose, variance, where } =
  operations;
const { add, div, maximum, minimum, mul, sub } = operations;

const whole = (values: NestedArray) => tensor(values, { dtype: 'int32' });

const elementwise =
  (run: (a: Tensor, b: Tensor) => Tensor): Call =>
  ([a, b]) =>
    run(a, b);

type Reduce = (x: Tensor, options: { axis?: number[]; keepDims: boolean }) => Tensor;

const reduction =
  (run: Reduce): Call =>
  ([x], { axes, keepDims }) =>
    run(x, { axis: axes ?? undefined, keepDims });

/** How PyTorch's operations are written here. */
const calls: Readonly<Record<string, Call>> = {
  add: elementwise(add),
  sub: elementwise(sub),
  mul: elementwise(mul),
  div: elementwise(div),
  maximum: elementwise(maximum),
  minimum: elementwise(minimum),
  where: ([a, b], { condition }) => {
    const mask = tensor(condition.map((row) => [row].flat().map(Number)));
    const shape = Array.isArray(condition[0]) ? mask.shape : [condition.length];
    return where(mask.reshape(shape).cast(a.dtype), a, b);
  },
  clip: ([x], { min, max }) => operations.clip(x, { min, max }),
  matmul: ([a, b], { transposeLeft, transposeRight }) =>
    matmul(transposeLeft ? transpose(a) : a, transposeRight ? transpose(b) : b),
  sum: reduction(operations.sum),
  mean: reduction(operations.mean),
  logSumExp: reduction(operations.logSumExp),
  norm: reduction(operations.norm),
  max: reduction(operations.max),
  min: reduction(operations.min),
  variance: ([x], { axes, keepDims, unbiased }) =>
    variance(x, { axis: axes ?? undefined, keepDims, correction: unbiased ? 1 : 0 }),
  pad: ([x], { before, after, value }) =>
    pad(
      x,
      before.map((n, axis) => [n, after[axis]]),
      { value },
    ),
  gather: ([x], { axis, indices }) => gather(x, whole(indices), { axis }),
  takeAlongAxis: ([x], { indices }) => {
    const [rows, columns] = x.shape;
    const starts = reshape(range(rows, { dtype: 'int32' }).mul(columns), [rows, 1]);
    return gather(reshape(x, [-1]), add(starts, whole(indices)));
  },
  concat: (parts, { axis }) => concat(parts, { axis }),
  stack: (parts, { axis }) => stack(parts, { axis }),
  slice: ([x], { start, stop, stride }) =>
    stride.every((n) => n === 1)
      ? slice(x, ...start.map((from, axis): [number, number] => [from, stop[axis]]))
      : stride.reduce((cut, n, axis) => {
          const count = Math.ceil((stop[axis] - start[axis]) / n);
          const taken = range(count, { dtype: 'int32' }).mul(n).add(start[axis]);
          return gather(cut, taken, { axis });
        }, x),
  transpose: ([x], { axes }) => transpose(x, axes ?? undefined),
};

/** PyTorch sums up the variance as it goes, where exact arithmetic gives our digits. */
const slacks: Readonly<Record<string, number>> = { 'large mean': 1e-10 };

const cases = golden<{ operations: GoldenOperation[] }>('operations').operations.map((given) => ({
  ...given,
  title: titleOf(given),
}));
/** `sum, axes [0,2], keepDims true`. */
function titleOf({ name, note, attributes }: GoldenOperation): string {
  const settings = Object.entries(attributes).map(
    ([key, value]) => `${key} ${JSON.stringify(value)}`,
  );
  return [name, ...settings, ...(note === undefined ? [] : [note])].join(', ');
}

const exactIn32 = cases.filter(({ inputs }) =>
  ([inputs].flat(9) as number[]).every((value) => Math.fround(value) === value),
);

describe.each([
  { dtype: 'float64' as Dtype, given: cases },
  { dtype: 'float32' as Dtype, given: exactIn32 },
])('operations in $dtype agree with PyTorch, and so do their gradients', ({ dtype, given }) => {
  it.each(given)('$title', ({ name, note, attributes, inputs, ...expected }) => {
    const leaves = inputs.map((values) => parameter(values, { dtype }));
    const output = calls[name](leaves, attributes);
    const outputGradient = tensor(expected.upstream, { dtype });
    const slack = slacks[note ?? ''];
    expectGolden(output, expected.output, dtype, slack);
    gradients(output, leaves, { outputGradient }).forEach((gradient, k) => {
      expectGolden(gradient, expected.gradients[k], dtype, slack);
    });
  });
});
