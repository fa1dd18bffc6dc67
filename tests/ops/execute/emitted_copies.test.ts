/** Blocks copied into a larger tensor in emitted code, eagerly and in plans, against the reference. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/autograd/backward.ts';
import { compile } from '../../../src/graph/compile_function.ts';
import { runKernel } from '../../../src/ops/execute/emitted_kernel.ts';
import { referenceOnly } from '../../../src/ops/execute/execute.ts';
import { concat, stack } from '../../../src/ops/shape/concat.ts';
import { type Padding, pad, padOperation, slice } from '../../../src/ops/shape/slice.ts';
import { broadcastTo, transpose } from '../../../src/ops/shape/views.ts';
import { Tensor, tensor, uniform } from '../../tensors.ts';
import { backwards, expectSameCompiled } from './same_compiled.ts';

const big = (...shape: number[]) => uniform(shape, { seed: shape.length, low: -4, high: 4 });
const whole = (...shape: number[]) => big(...shape).cast('int32');

const layouts: [string, Tensor][] = [
  ['a vector', big(37)],
  ['one number', big(1)],
  ['rows of neighbours', big(5, 37)],
  ['rows of three', big(9, 3)],
  ['a box', big(4, 5, 6)],
  ['a transposed matrix', transpose(big(7, 9))],
  ['a box with its axes in another order', transpose(big(4, 5, 6), [1, 2, 0])],
  ['a slice', slice(big(12, 40), [2, 11], [3, 40])],
  ['a matrix read backwards', backwards(big(9, 10))],
  ['one row repeated', broadcastTo(big(1, 10), [9, 10])],
  ['nothing', big(3, 0)],
  ['whole numbers', whole(9, 8)],
];

describe('pad in emitted code', () => {
  const paddings: [string, (axis: number) => readonly [number, number]][] = [
    ['before and after', (axis) => [axis + 1, 2]],
    ['on the first axis', (axis) => (axis === 0 ? [3, 1] : [0, 0])],
    ['after only', () => [0, 1]],
    ['nowhere', () => [0, 0]],
  ];
  const both = layouts.flatMap(([what, x]) =>
    paddings.map(([where, pair]): [string, string, Tensor, Padding] => [
      ...([what, where, x] as const),
      x.shape.map((_, axis) => pair(axis)),
    ]),
  );

  it.each(both)('of %s, %s, in a plan', (_, _where, x, padding) => {
    if (pad(x, padding).size === 0) return;
    expectSameCompiled((given) => pad(given, padding), x);
    expectSameCompiled((given) => pad(given, padding, { value: -7 }), x);
  });

  it.each(layouts)('of %s on its own', (_, x) => {
    if (x.size === 0) return;
    const many = broadcastTo(x, [400, ...x.shape]);
    const padding = many.shape.map((_, axis): Padding[number] => [axis + 1, 2]);
    const attributes = { padding, value: 3 };
    const outcome = padOperation.infer([many], attributes);
    const run = () => runKernel(padOperation, [many], outcome, attributes);
    for (let time = 0; time < 300 && run() === undefined; time++);
    const expected = referenceOnly(() => pad(many, padding, { value: 3 }));
    expect(new Tensor(run() as Tensor)).toBeBitIdenticalTo(expected);
  });

  it.each([0.1, -0, Number.NaN, Number.NEGATIVE_INFINITY, 1e-45])('with %s', (value) => {
    expectSameCompiled((x) => pad(x, [[1, 6]], { value }), big(5));
  });

  it('with the largest whole number', () => {
    expectSameCompiled((x) => pad(x, [[1, 6]], { value: 2 ** 31 - 1 }), whole(5));
    expect(() => pad(whole(5), [[1, 0]], { value: 0.5 })).toThrow('a whole number beside int32');
  });

  it('another value is another kernel', () => {
    const x = big(3);
    const around = (value: number) => compile((given: Tensor) => pad(given, [[1, 0]], { value }));
    expect([0, -0, 2].map((value) => slice(around(value)(x), [0, 1]).item())).toEqual([0, -0, 2]);
  });
});

describe('concat in emitted code', () => {
  it.each(layouts)('of %s with itself, on every axis', (_, x) => {
    if (x.size === 0) return;
    x.shape.forEach((_, axis) => {
      expectSameCompiled((a) => concat([a, a, a], { axis }), x);
      expectSameCompiled((a) => stack([a, a], { axis }), x);
    });
  });

  it('of tensors of different sizes and layouts', () => {
    const side = [big(6, 3), transpose(big(5, 6)), big(6, 0), slice(big(9, 8), [1, 7], [2, 3])];
    expectSameCompiled((...given) => concat(given, { axis: 1 }), ...side);
    expectSameCompiled(
      (...given) => concat(given),
      ...side.filter(({ size }) => size > 0).map((one) => transpose(one)),
    );
  });
});

it('gradients of slices, of which padding is the reverse, are emitted', () => {
  const x = Object.assign(big(6, 8, 5), { requiresGrad: true });
  const parts = (given: Tensor) => [slice(x, [1, 4]), slice(given, null, [2, 7], [0, -1])];
  const slope = (scale: Tensor) => {
    const [a, b] = parts(x).map((part) => part.square().sum()) as [Tensor, Tensor];
    return gradients(a.mul(scale).add(b), [x])[0] as Tensor;
  };
  expectSameCompiled(slope, tensor(3));
});
