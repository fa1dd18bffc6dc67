import { DtypeError, ShapeError } from '../../../src/errors/errors.ts';
import { matmul, matmulOperation } from '../../../src/ops/matmul/matmul.ts';
import { type Tensor, zeros } from '../../tensors.ts';
import { broadcastShape, type Grid, grid, type Index, readBroadcast } from './grid.ts';
import { around0, FLOATS, type OperationRecord } from './record.ts';

function product(a: Grid, b: Grid): Grid {
  const [m, inner] = a.shape.slice(-2);
  const n = b.shape[b.shape.length - 1];
  const batch = broadcastShape([a.shape.slice(0, -2), b.shape.slice(0, -2)]);
  return grid([...batch, m, n], (index) => {
    const [before, i, j] = [index.slice(0, -2), index[index.length - 2], index[index.length - 1]];
    let sum = 0;
    for (let k = 0; k < inner; k++) {
      sum += readBroadcast(a, [...before, i, k]) * readBroadcast(b, [...before, k, j]);
    }
    return sum;
  });
}

const samples: Index[][] = [
  [
    [1, 1],
    [1, 1],
  ],
  [
    [2, 3],
    [3, 4],
  ],
  [
    [5, 1],
    [1, 3],
  ],
  [
    [1, 9],
    [9, 1],
  ],
  [
    [4, 2, 3],
    [4, 3, 2],
  ],
  [
    [2, 2, 3],
    [3, 4],
  ],
  [
    [2, 3],
    [2, 3, 2],
  ],
  [
    [2, 1, 2, 3],
    [3, 3, 2],
  ],
  [
    [0, 3],
    [3, 2],
  ],
  [
    [2, 0],
    [0, 2],
  ],
];

export const matmulRecord: OperationRecord = {
  name: 'matmul',
  operation: matmulOperation,
  cases: [{ label: '', run: matmul, oracle: product, samples, domains: [around0] }],
  dtypes: FLOATS,
  differentiable: true,
  mistakes: [
    {
      given: 'inner sizes that differ',
      run: () => matmul(zeros([2, 3]), zeros([4, 5])),
      error: ShapeError,
      says: 'matmul: inner sizes differ. Expected [*, 4] x [4, *]; received [2, 3] x [4, 5]. Transpose',
    },
    {
      given: 'images that were not flattened',
      run: () => matmul(zeros([64, 28, 28]), zeros([784, 128])),
      error: ShapeError,
      says: '[*, 784] x [784, *]; received [64, 28, 28] x [784, 128]. Flatten',
    },
    {
      given: 'a vector',
      run: () => matmul(zeros([2, 3]), zeros([3])),
      error: ShapeError,
      says: 'operands with two or more axes; received [2, 3] x [3]. Reshape a vector',
    },
    {
      given: 'batches that do not broadcast',
      run: () => matmul(zeros([2, 1, 1]), zeros([3, 1, 1])),
      error: ShapeError,
      says: 'received [2] and [3]',
    },
    {
      given: 'two dtypes',
      run: () => matmul(zeros([1, 1]), zeros([1, 1], { dtype: 'float64' })),
      error: DtypeError,
      says: 'dtypes differ',
    },
    {
      given: 'int32',
      run: () => matmul(zeros([1, 1], { dtype: 'int32' }), zeros([1, 1], { dtype: 'int32' })),
      error: DtypeError,
      says: "matmul: Expected float32 or float64; received int32. Convert first: x.cast('float32')",
    },
    {
      given: 'an array',
      run: () => matmul(zeros([1, 1]), [[1]] as unknown as Tensor),
      error: DtypeError,
      says: 'Expected tensors; received [[1]]',
    },
  ],
};
