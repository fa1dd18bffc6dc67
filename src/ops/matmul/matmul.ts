/**
 * Matrix multiplication, `c[i, j] = Σₖ a[i, k] · b[k, j]`. The sum starts at +0 and runs over k in
 * order, each product and each sum rounded; fast versions compute many outputs at once, but each of
 * them in this order.
 */
import { describeShape } from '../../errors/describe.ts';
import { ShapeError } from '../../errors/errors.ts';
import { checkFloat, commonDtype } from '../../tensor/check.ts';
import type { Broadcast } from '../../tensor/rank.ts';
import { forEachRow, mergeAxes } from '../../tensor/rows.ts';
import { broadcastShapes, broadcastStrides, sizeOf } from '../../tensor/shape.ts';
import type { Layout, Strided } from '../../tensor/strided.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { call } from '../../wasm/function.ts';
import { apply } from '../apply.ts';
import type { Outcome } from '../body.ts';
import type { KernelCode } from '../emission.ts';
import type { Operation } from '../operation.ts';
import { transpose } from '../shape/views.ts';
import { defineMatmul, matmulScratchBytes, type Product } from './blocks.ts';

export const matmulOperation: Operation<undefined> = {
  name: 'matmul',
  infer: inferMatmul,
  body: { kind: 'kernel', run: runMatmul, emit: emitMatmul },
  gradients: [(g, [, b]) => matmul(g, swapLast(b)), (g, [a]) => matmul(swapLast(a), g)],
  rules: ['g · bᵀ', 'aᵀ · g'],
};

/**
 * The matrix product of `a` `[..., m, k]` and `b` `[..., k, n]`, giving `[..., m, n]`. The axes
 * before the last two broadcast. Transposed operands are read in place.
 * @throws ShapeError when either has fewer than two axes or the inner sizes differ
 */
export function matmul<A extends number, B extends number>(
  a: Tensor<A>,
  b: Tensor<B>,
): Tensor<Broadcast<A, B>> {
  return apply(matmulOperation, [a, b], undefined);
}

function inferMatmul(inputs: readonly Tensor[]): Outcome {
  const dtype = commonDtype('matmul', inputs);
  checkFloat('matmul', dtype);
  const [a, b] = inputs;
  const received = `${describeShape(a.shape)} x ${describeShape(b.shape)}`;
  if (a.rank < 2 || b.rank < 2) {
    throw new ShapeError({
      where: 'matmul',
      expected: 'operands with two or more axes',
      received,
      remedy: 'Reshape a vector to [1, n] or [n, 1].',
    });
  }
  const [m, k] = a.shape.slice(-2);
  const [inner, n] = b.shape.slice(-2);
  if (k !== inner) {
    throw new ShapeError({
      where: 'matmul',
      problem: 'inner sizes differ',
      expected: `[*, ${inner}] x [${inner}, *]`,
      received,
      remedy: a.rank > 2 ? 'Flatten or transpose the first operand.' : 'Transpose one of them.',
    });
  }
  const batch = broadcastShapes('matmul', [a.shape.slice(0, -2), b.shape.slice(0, -2)]);
  return { dtype, shape: [...batch, m, n] };
}

/** Visits the matrices of a batched product with the offsets of c, a and b. */
function forEachMatrix(
  [a, b]: readonly Layout[],
  c: Layout,
  visit: (c: number, a: number, b: number) => void,
): void {
  const batch = c.shape.slice(0, -2);
  const outer = (operand: Layout): readonly number[] =>
    broadcastStrides(operand.shape.slice(0, -2), operand.strides.slice(0, -2), batch);
  const walk = mergeAxes(batch, [outer(c), outer(a), outer(b)]);
  const [sc, sa, sb] = walk.strides.map((strides) => strides[walk.shape.length - 1]);
  forEachRow(walk, [c.offset, a.offset, b.offset], ([oc, oa, ob], count) => {
    for (let i = 0; i < count; i++) visit(oc + i * sc, oa + i * sa, ob + i * sb);
  });
}

function productOf([a, b]: readonly Layout[], { shape }: Layout): Product {
  const [m, n] = shape.slice(-2);
  const [row, column] = a.strides.slice(-2);
  const [rowB, columnB] = b.strides.slice(-2);
  const k = a.shape[a.shape.length - 1];
  return { m, n, k, a: { row, column }, b: { row: rowB, column: columnB } };
}

/** Where the matrices of a batch cannot be walked by one loop, so many of them are written out. */
const MOST_MATRICES = 64;

function emitMatmul(inputs: readonly Layout[], c: Layout): KernelCode | undefined {
  const product = productOf(inputs, c);
  const { m, n, k, a, b } = product;
  const forward = [a.row, a.column, b.row, b.column].every((stride) => stride >= 0);
  const count = sizeOf(c.shape.slice(0, -2));
  if (c.dtype !== 'float32' || !forward || count > MOST_MATRICES) return undefined;
  return {
    scratchBytes: matmulScratchBytes(product),
    work: count * m * n * k,
    emit(module, f, { inputs: [placeA, placeB], output, scratch }) {
      const multiply = defineMatmul(module, product);
      forEachMatrix(inputs, c, (atC, atA, atB) => {
        const addresses = { a: placeA + 4 * atA, b: placeB + 4 * atB, c: output + 4 * atC };
        f.run(call(multiply, { ...addresses, scratch }));
      });
    },
    ...(count === 1 && { product: { ...product, offsets: inputs.map(({ offset }) => offset) } }),
  };
}

function runMatmul(inputs: readonly Strided[], c: Strided): void {
  const [a, b] = inputs;
  const [m, n] = c.shape.slice(-2);
  const k = a.shape[a.shape.length - 1];
  const [rowA, columnA] = a.strides.slice(-2);
  const [rowB, columnB] = b.strides.slice(-2);
  const multiply = c.dtype === 'float32' ? addMultipleFloat32 : addMultipleFloat64;
  const [x, y] = [a.storage.data, b.storage.data];
  forEachMatrix(inputs, c, (oc, oa, ob) => {
    for (let i = 0; i < m; i++) {
      const row = c.storage.data.subarray(oc + i * n, oc + (i + 1) * n);
      for (let p = 0; p < k; p++) {
        multiply(row, x[oa + i * rowA + p * columnA], y, ob + p * rowB, columnB);
      }
    }
  });
}

/** `row += factor * (a row of y)`. Storing into the row rounds the sum. */
function addMultipleFloat32(
  row: Strided['storage']['data'],
  factor: number,
  y: Strided['storage']['data'],
  start: number,
  stride: number,
): void {
  for (let j = 0; j < row.length; j++) row[j] += Math.fround(factor * y[start + j * stride]);
}

function addMultipleFloat64(
  row: Strided['storage']['data'],
  factor: number,
  y: Strided['storage']['data'],
  start: number,
  stride: number,
): void {
  for (let j = 0; j < row.length; j++) row[j] += factor * y[start + j * stride];
}

function swapLast(x: Tensor): Tensor {
  const axes = x.shape.map((_, axis) => axis);
  return transpose(x, [...axes.slice(0, -2), x.rank - 1, x.rank - 2]);
}
