/** Which layouts the emitted loops walk, which are left to the reference, and that both are right. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/graph/compile_function.ts';
import { add, mul, neg } from '../../src/ops/elementwise/arithmetic.ts';
import { where } from '../../src/ops/elementwise/comparison.ts';
import { matmul } from '../../src/ops/matmul/matmul.ts';
import { dropoutMask } from '../../src/ops/random/dropout_mask.ts';
import { normalNoise } from '../../src/ops/random/normal_noise.ts';
import { max, sum } from '../../src/ops/reduction/reduction.ts';
import { softmax } from '../../src/ops/reduction/softmax.ts';
import { broadcastTo, reshape, transpose } from '../../src/ops/shape/views.ts';
import { createModule } from '../../src/wasm/module.ts';
import { full, Tensor, tensor, uniform, zeros } from '../tensors.ts';

const counter = tensor(5, { dtype: 'int32' });
const attributes = { key: 3, dtype: 'float32' } as const;

/** Computes compiled, twice, and on the reference, and emits it again; gives the names of fallbacks. */
function fallbacksOf(compute: () => Tensor): readonly string[] {
  const expected = compute();
  const compiled = compile(compute);
  compiled();
  expect(compiled()).toBeBitIdenticalTo(expected);
  const [{ emit, shared, codeBytes, fallbacks }] = compiled.reports();
  const again = createModule(shared);
  emit(again);
  expect(again.bytes()).toHaveLength(codeBytes);
  return fallbacks;
}

const box = uniform([3, 5, 4], { seed: 1 });
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/** The same numbers from the last to the first. */
function backwards({ dtype, shape, strides, storage }: Tensor): Tensor {
  const offset = storage.size - 1;
  return new Tensor({ dtype, shape, strides: strides.map((stride) => -stride), offset, storage });
}

describe('a loop', () => {
  it.each(orders.map((order) => ({ order })))(
    'walks three axes in the order $order, beside others',
    ({ order }) => {
      const turned = transpose(box, order);
      const other = uniform(turned.shape, { seed: 2 });
      const row = uniform(turned.shape.slice(1), { seed: 3 });
      const column = uniform([turned.shape[0], 1, 1], { seed: 4 });
      expect(fallbacksOf(() => mul(add(add(turned, other), row), column))).toEqual([]);
    },
  );

  it.each([8, 9])(
    'walks four axes and more, written out or as loops: %s times 8 turns',
    (turns) => {
      const four = transpose(uniform([2, turns, 3, 8], { seed: 1 }), [1, 3, 0, 2]);
      const other = uniform([8, 1, 3], { seed: 2 });
      expect(fallbacksOf(() => add(mul(four, other), 1))).toEqual([]);
    },
  );

  it('walks six axes, and copies what no strides can show', () => {
    const six = transpose(uniform([3, 4, 2, 5, 2, 3], { seed: 1 }), [0, 1, 3, 5, 2, 4]);
    expect(fallbacksOf(() => add(six, 1))).toEqual([]);
    expect(fallbacksOf(() => reshape(six, [3, 4, 5, 3, 4]))).toEqual([]);
    expect(fallbacksOf(() => add(broadcastTo(six.slice([0, 1]), [3, 4, 5, 3, 2, 2]), six))).toEqual(
      [],
    );
  });

  it('leaves draws beside more axes than two to a loop of their own', () => {
    const four = transpose(uniform([9, 2, 3, 8], { seed: 1 }), [2, 0, 3, 1]);
    const draw = () => normalNoise(counter, { ...attributes, shape: [3, 9, 8, 2] });
    expect(fallbacksOf(() => mul(draw(), four))).toEqual([]);
  });

  it('leaves what lies backwards in memory to the reference', () => {
    expect(fallbacksOf(() => add(backwards(box), 1))).toEqual(['add']);
  });

  it('computes scalars, and repeats a single element', () => {
    const [a, b] = [tensor(2), tensor([3])];
    expect(fallbacksOf(() => add(mul(a, b), broadcastTo(b, [2, 3])))).toEqual([]);
  });

  it.each<[string, (shape: number[]) => Tensor]>([
    ['dropoutMask', (shape) => dropoutMask(counter, { ...attributes, rate: 0.4, shape })],
    ['normalNoise', (shape) => normalNoise(counter, { ...attributes, shape })],
  ])('draws %s of every shape, beside what it walks in another order', (_, draw) => {
    expect(fallbacksOf(() => mul(draw([3, 5, 4]), box))).toEqual([]);
    expect(fallbacksOf(() => mul(draw([5, 3]), transpose(uniform([3, 5], { seed: 1 }))))).toEqual(
      [],
    );
    const turned = transpose(box, [2, 1, 0]);
    expect(fallbacksOf(() => mul(draw([4, 5, 3]), turned))).toEqual([]);
  });
});

describe('a reduction', () => {
  const choices = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];
  it.each(choices.map((axis) => ({ axis })))(
    'runs along every axis and several: $axis',
    ({ axis }) => {
      for (const order of orders) {
        const turned = transpose(box, order);
        expect(fallbacksOf(() => sum(turned, { axis }))).toEqual([]);
        expect(fallbacksOf(() => max(mul(turned, 2), { axis }))).toEqual([]);
      }
    },
  );

  it.each([[1], [3], [1, 3], [0, 2, 4], [2, 4]].map((axis) => ({ axis })))(
    'runs along axes with others between them, over more elements than a block has: $axis',
    ({ axis }) => {
      const big = uniform([3, 20, 2, 30, 7], { seed: 1 });
      for (const x of [big, transpose(big), big.slice([1, 3], [2, 19], null, [3, 28], [1, 6])]) {
        expect(fallbacksOf(() => sum(x, { axis }))).toEqual([]);
        expect(fallbacksOf(() => max(neg(x), { axis }))).toEqual([]);
      }
    },
  );

  it('takes in what is broadcast', () => {
    const [row, column] = [uniform([4], { seed: 5 }), uniform([5, 1], { seed: 6 })];
    expect(fallbacksOf(() => sum(mul(row, column), { axis: 0 }))).toEqual([]);
    expect(fallbacksOf(() => sum(mul(row, column), { axis: 1 }))).toEqual([]);
    expect(fallbacksOf(() => softmax(mul(row, column)))).toEqual([]);
  });

  it('leaves to a loop of its own what is broadcast in two ways at once', () => {
    const weights = uniform([3, 1, 1], { seed: 5 });
    expect(fallbacksOf(() => sum(neg(where(weights, box, 0)), { axis: 2 }))).toEqual([]);
  });

  it('of a constant runs the reference', () => {
    expect(fallbacksOf(() => sum(broadcastTo(full([], 0.1), [3, 4]), { axis: 1 }))).toEqual([
      'sum',
    ]);
  });
});

describe('a matrix product', () => {
  it.each([
    { a: [3, 4], b: [4, 5] },
    { a: [1, 4], b: [4, 1] },
    { a: [2, 3, 4], b: [4, 5] },
    { a: [2, 1, 3, 4], b: [3, 4, 2] },
  ])('of $a and $b is compiled, transposed or not', ({ a, b }) => {
    const [left, right] = [uniform(a, { seed: 1 }), uniform(b, { seed: 2 })];
    expect(fallbacksOf(() => matmul(left, right))).toEqual([]);
    const flip = (x: Tensor) => {
      const axes = x.shape.map((_, axis) => axis);
      return transpose(x, [...axes.slice(0, -2), x.rank - 1, x.rank - 2]);
    };
    const [flippedLeft, flippedRight] = [flip(left), flip(right)].map((x) => add(x, 0));
    expect(fallbacksOf(() => matmul(flip(flippedLeft), flip(flippedRight)))).toEqual([]);
  });

  it('reads repeated rows and columns', () => {
    const row = uniform([1, 4], { seed: 1 });
    const column = uniform([4, 1], { seed: 2 });
    expect(
      fallbacksOf(() => matmul(broadcastTo(row, [5, 4]), broadcastTo(column, [4, 6]))),
    ).toEqual([]);
  });

  it('of more matrices than 64, backwards, or with nothing to sum, runs the reference', () => {
    const many = uniform([65, 2, 2], { seed: 1 });
    expect(fallbacksOf(() => matmul(many, many))).toEqual(['matmul']);
    const matrix = uniform([3, 3], { seed: 2 });
    expect(fallbacksOf(() => matmul(backwards(matrix), matrix))).toEqual(['matmul']);
    expect(fallbacksOf(() => matmul(zeros([0, 3]), matrix))).toEqual(['matmul']);
  });

  it('with an inner size of 0 is zeros', () => {
    expect(fallbacksOf(() => matmul(zeros([2, 0]), zeros([0, 3])))).toEqual([]);
  });
});
