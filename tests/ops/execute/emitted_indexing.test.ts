/** Gathers, their gradients and one-hot in emitted code, eagerly and in plans, against the reference. */
import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/autograd/backward.ts';
import { compile } from '../../../src/graph/compile_function.ts';
import { apply } from '../../../src/ops/apply.ts';
import { runKernel } from '../../../src/ops/execute/emitted_kernel.ts';
import { referenceOnly } from '../../../src/ops/execute/execute.ts';
import {
  gather,
  gatherOperation,
  oneHot,
  scatterAddOperation,
} from '../../../src/ops/shape/indexing.ts';
import { slice } from '../../../src/ops/shape/slice.ts';
import { broadcastTo, transpose } from '../../../src/ops/shape/views.ts';
import { Tensor, tensor, uniform } from '../../tensors.ts';
import { backwards, expectSameCompiled } from './same_compiled.ts';

const big = (...shape: number[]) => uniform(shape, { seed: shape.length, low: -4, high: 4 });

/** Whole numbers below a limit, many of them more than once, in no order. */
function below(limit: number, ...shape: number[]): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const numbers = Int32Array.from({ length: size }, (_, i) => (i * i * 7919 + i) % limit);
  return tensor(numbers, { shape });
}

const whole = below(9, 6, 7);
const layouts: [string, Tensor, Tensor, number][] = [
  ['rows of neighbours', big(9, 37), below(9, 50), 0],
  ['rows of three', big(9, 3), below(9, 50), 0],
  ['single numbers', big(9), below(9, 50), 0],
  ['a middle axis', big(5, 9, 6), below(9, 4, 3), 1],
  ['the last axis', big(5, 4, 9), below(9, 11), 2],
  ['a transposed table', transpose(big(37, 9)), below(9, 50), 0],
  ['a transposed box', transpose(big(6, 9, 5), [2, 1, 0]), below(9, 8), 1],
  ['a slice of a table', slice(big(12, 40), [2, 11], [3, 40]), below(9, 50), 0],
  ['a table read backwards', backwards(big(9, 10)), below(9, 50), 0],
  ['one row repeated', broadcastTo(big(1, 10), [9, 10]), below(9, 20), 0],
  ['transposed indices', big(9, 8), transpose(whole), 0],
  ['repeated indices', big(9, 8), broadcastTo(slice(whole, [0, 1]), [3, 7]), 0],
  ['one index', big(9, 8), tensor(4, { dtype: 'int32' }), 0],
  ['whole numbers', below(1000, 9, 8), below(9, 50), 0],
];

describe('gather in emitted code', () => {
  it.each(layouts)('of %s in a plan', (_, x, indices, axis) => {
    expectSameCompiled((from, at) => gather(from, at, { axis }), x, indices);
  });

  it.each(layouts)('of %s on its own', (_, x, indices, axis) => {
    const attributes = { axis };
    const many = broadcastTo(indices, [400, ...indices.shape]);
    const outcome = gatherOperation.infer([x, many], attributes);
    const run = () => runKernel(gatherOperation, [x, many], outcome, attributes);
    for (let time = 0; time < 300 && run() === undefined; time++);
    const expected = referenceOnly(() => gather(x, many, { axis }));
    expect(new Tensor(run() as Tensor)).toBeBitIdenticalTo(expected);
  });

  it.each(layouts)('adds up gradients of %s', (_, x, indices, axis) => {
    if (x.dtype === 'int32') return;
    const { shape } = x;
    const gradient = big(...gather(x, indices, { axis }).shape);
    const added = (g: Tensor, at: Tensor) => apply(scatterAddOperation, [g, at], { axis, shape });
    expectSameCompiled(added, gradient, indices);
    const order = gradient.shape.map((_, i) => i).reverse();
    expectSameCompiled(
      (g, at) => added(transpose(g, order), at),
      transpose(gradient, order),
      indices,
    );
  });

  it('adds up in float64, so that digits are lost once', () => {
    const values = tensor([2 ** 24, 1, 1, 1, -(2 ** 24), 0.5], { shape: [6, 1] });
    const attributes = { axis: 0, shape: [2, 1] };
    const sums = compile((g: Tensor) =>
      apply(scatterAddOperation, [g, tensor([1, 1, 1, 1, 1, 1], { dtype: 'int32' })], attributes),
    );
    expect(sums(values).toArray()).toEqual([[0], [3.5]]);
  });

  it('refuses a bad index wherever it runs, before anything is written', () => {
    const table = big(9, 200);
    const compiled = compile((at: Tensor) => gather(table, at));
    const good = below(9, 300);
    const expected = referenceOnly(() => gather(table, good));
    for (let time = 0; time < 8; time++) {
      expect(gather(table, good)).toBeBitIdenticalTo(expected);
      expect(compiled(good)).toBeBitIdenticalTo(expected);
    }
    for (const index of [9, -1, 2 ** 31 - 1, -(2 ** 31)]) {
      const bad = tensor([...below(9, 299).toTypedArray(), index], { dtype: 'int32' });
      const says = `gather: index out of range. Expected 0 to 8; received ${index}`;
      const ways = [() => gather(table, bad), () => compiled(bad)];
      for (const way of [...ways, () => referenceOnly(() => gather(table, bad))]) {
        expect(way).toThrow(says);
      }
    }
    expect(compiled(good)).toBeBitIdenticalTo(expected);
  });
});

it('one-hot in a plan has no reference in it', () => {
  expectSameCompiled((classes) => oneHot(classes, 9), below(9, 30));
  expectSameCompiled((classes) => oneHot(transpose(classes), 9), below(9, 5, 6));
});

it('gradients of a lookup in a plan are those of the reference', () => {
  const table = Object.assign(big(50, 8), { requiresGrad: true });
  const slope = (at: Tensor) => gradients(gather(table, at).square().sum(), [table])[0] as Tensor;
  expectSameCompiled(slope, below(50, 40, 3));
});
