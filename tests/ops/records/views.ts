import { ShapeError } from '../../../src/errors/errors.ts';
import { detach, detachOperation } from '../../../src/ops/shape/detach.ts';
import * as views from '../../../src/ops/shape/views.ts';
import { zeros } from '../../tensors.ts';
import { type Grid, grid, type Index, read, readBroadcast } from './grid.ts';
import { ALL_DTYPES, around0, type Case, type OperationRecord } from './record.ts';

const { broadcastTo, expandDims, reshape, squeeze, transpose } = views;

const inputs = { domains: [around0] };
const inShape =
  (shape: Index) =>
  (x: Grid): Grid => ({ ...x, shape });
const common = { dtypes: ALL_DTYPES, differentiable: true };

function reshaped(from: Index, to: Index, outcome = to): Case {
  return {
    label: `to [${to.join(', ')}]`,
    run: (x) => reshape(x, to),
    oracle: inShape(outcome),
    samples: [[from]],
    ...inputs,
  };
}

function permuted(axes: Index | undefined, ...samples: Index[]): Case {
  const order = (shape: Index) =>
    axes?.map((axis) => (axis < 0 ? axis + shape.length : axis)) ?? [...shape.keys()].reverse();
  return {
    label: axes === undefined ? '' : `axes ${axes}`,
    run: (x) => transpose(x, axes),
    oracle: (x) => {
      const from = order(x.shape);
      return grid(
        from.map((axis) => x.shape[axis]),
        (index) =>
          read(
            x,
            x.shape.map((_, axis) => index[from.indexOf(axis)]),
          ),
      );
    },
    samples: samples.map((shape) => [shape]),
    ...inputs,
  };
}

function repeated(from: Index, to: Index): Case {
  return {
    label: `to [${to.join(', ')}]`,
    run: (x) => broadcastTo(x, to),
    oracle: (x) => grid(to, (index) => readBroadcast(x, index)),
    samples: [[from]],
    ...inputs,
  };
}

function withOnes(axis: number | number[], from: Index, to: Index): Case {
  return {
    label: `axis ${axis}`,
    run: (x) => expandDims(x, axis),
    oracle: inShape(to),
    samples: [[from]],
    ...inputs,
  };
}

function withoutOnes(axis: number | number[] | undefined, from: Index, to: Index): Case {
  return {
    label: axis === undefined ? '' : `axis ${axis}`,
    run: (x) => squeeze(x, axis),
    oracle: inShape(to),
    samples: [[from]],
    ...inputs,
  };
}

const reshapeRecord: OperationRecord = {
  name: 'reshape',
  operation: views.reshapeOperation,
  cases: [
    reshaped([2, 6], [3, 4]),
    reshaped([2, 3, 4], [6, -1], [6, 4]),
    reshaped([2, 3], [1, 2, 1, 3, 1]),
    reshaped([1, 1], []),
    reshaped([], [1]),
    reshaped([0, 3], [5, 0]),
  ],
  ...common,
  mistakes: [
    {
      given: 'another number of elements',
      run: () => reshape(zeros([2, 3]), [4]),
      error: ShapeError,
      says: 'Expected a shape of 6 elements, as [2, 3] has; received [4]',
    },
    {
      given: 'two open sizes',
      run: () => reshape(zeros([4]), [-1, -1]),
      error: ShapeError,
      says: 'received [-1, -1]',
    },
    {
      given: 'an open size that is no whole number',
      run: () => reshape(zeros([4]), [3, -1]),
      error: ShapeError,
      says: 'received [3, -1]',
    },
    {
      given: 'a number instead of a shape',
      run: () => reshape(zeros([4]), 4 as unknown as Index),
      error: ShapeError,
      says: 'received 4',
    },
  ],
};

const transposeRecord: OperationRecord = {
  name: 'transpose',
  operation: views.transposeOperation,
  cases: [
    permuted(undefined, [], [3], [2, 3], [2, 3, 4], [0, 2]),
    permuted([2, 0, 1], [2, 3, 4]),
    permuted([0, -1, 1], [2, 3, 2], [2, 0, 1]),
  ],
  ...common,
  mistakes: [
    {
      given: 'an axis left out',
      run: () => transpose(zeros([2, 3]), [0]),
      error: ShapeError,
      says: 'each of the 2 axes exactly once; received [0]',
    },
    {
      given: 'an axis named twice',
      run: () => transpose(zeros([2, 3]), [1, -1]),
      error: ShapeError,
      says: 'each of the 2 axes exactly once; received [1, -1]',
    },
    {
      given: 'an axis that is not there',
      run: () => transpose(zeros([2, 3]), [0, 2]),
      error: ShapeError,
      says: 'Expected an axis from -2 to 1; received 2',
    },
  ],
};

const broadcastToRecord: OperationRecord = {
  name: 'broadcastTo',
  operation: views.broadcastToOperation,
  cases: [
    repeated([], [2, 3]),
    repeated([3], [2, 3]),
    repeated([3, 1], [3, 4]),
    repeated([1, 2], [3, 1, 2]),
    repeated([2], [2]),
    repeated([1], [0]),
  ],
  ...common,
  mistakes: [
    {
      given: 'a size that is neither 1 nor the same',
      run: () => broadcastTo(zeros([3]), [2]),
      error: ShapeError,
      says: 'received [3] and [2]',
    },
    {
      given: 'a smaller shape',
      run: () => broadcastTo(zeros([2, 3]), [3]),
      error: ShapeError,
      says: 'received [2, 3] to [3]',
    },
    {
      given: 'a shape of fractions',
      run: () => broadcastTo(zeros([1]), [2.5]),
      error: ShapeError,
      says: 'Expected a shape',
    },
  ],
};

const expandDimsRecord: OperationRecord = {
  name: 'expandDims',
  cases: [
    withOnes(0, [2, 3], [1, 2, 3]),
    withOnes(-1, [2, 3], [2, 3, 1]),
    withOnes([0, 2], [3], [1, 3, 1]),
    withOnes([-1, 0], [], [1, 1]),
    withOnes(1, [0], [0, 1]),
  ],
  ...common,
  mistakes: [
    {
      given: 'an axis that is not there',
      run: () => expandDims(zeros([2]), 2),
      error: ShapeError,
      says: 'expandDims: no such axis. Expected an axis from -2 to 1; received 2',
    },
  ],
};

const squeezeRecord: OperationRecord = {
  name: 'squeeze',
  cases: [
    withoutOnes(undefined, [1, 2, 1, 3], [2, 3]),
    withoutOnes(0, [1, 2, 1], [2, 1]),
    withoutOnes([-1, 0], [1, 2, 1], [2]),
    withoutOnes(undefined, [1, 1], []),
    withoutOnes(0, [1, 0], [0]),
  ],
  ...common,
  mistakes: [
    {
      given: 'an axis longer than 1',
      run: () => squeeze(zeros([2, 1]), 0),
      error: ShapeError,
      says: 'squeeze: Expected axes of size 1; received axis 0 of shape [2, 1]',
    },
  ],
};

const detachRecord: OperationRecord = {
  name: 'detach',
  operation: detachOperation,
  cases: [
    {
      label: '',
      run: detach,
      oracle: (x) => x,
      samples: [[[]], [[2, 3]], [[2, 0]]],
      ...inputs,
    },
  ],
  dtypes: ALL_DTYPES,
  differentiable: false,
  mistakes: [],
};

export const viewRecords = [
  reshapeRecord,
  transposeRecord,
  broadcastToRecord,
  expandDimsRecord,
  squeezeRecord,
  detachRecord,
];
