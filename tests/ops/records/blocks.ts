/** Operations that cut tensors up and set them together: slice, pad, concat, stack. */
import { DtypeError, OptionError, ShapeError } from '../../../src/errors/errors.ts';
import * as joining from '../../../src/ops/shape/concat.ts';
import * as cutting from '../../../src/ops/shape/slice.ts';
import type { SliceRange } from '../../../src/tensor/axes.ts';
import { type Tensor, zeros } from '../../tensors.ts';
import { type Grid, grid, type Index, read } from './grid.ts';
import { ALL_DTYPES, around0, type Case, type OperationRecord } from './record.ts';

const { concat, stack } = joining;
const { pad, slice } = cutting;

const inputs = { domains: [around0] };
const common = { dtypes: ALL_DTYPES, differentiable: true };

/** @param block the first index and the shape that the ranges mean */
function cut(ranges: SliceRange[], block: { from: Index; shape: Index }, sample: Index): Case {
  return {
    label: JSON.stringify(ranges),
    run: (x) => slice(x, ...ranges),
    oracle: (x) =>
      grid(block.shape, (index) =>
        read(
          x,
          index.map((i, axis) => i + block.from[axis]),
        ),
      ),
    samples: [[sample]],
    ...inputs,
  };
}

const sliceRecord: OperationRecord = {
  name: 'slice',
  operation: cutting.sliceOperation,
  cases: [
    cut([[1, 3]], { from: [1], shape: [2] }, [4]),
    cut([null, [-2]], { from: [0, 2], shape: [3, 2] }, [3, 4]),
    cut([[0, -1], [1, 2], [2]], { from: [0, 1, 2], shape: [1, 1, 2] }, [2, 3, 4]),
    cut([[1]], { from: [1, 0], shape: [2, 2] }, [3, 2]),
    cut([], { from: [0, 0], shape: [2, 3] }, [2, 3]),
    cut([[2, 2]], { from: [2, 0], shape: [0, 3] }, [4, 3]),
    cut([[0, 0]], { from: [0], shape: [0] }, [3]),
    cut([], { from: [], shape: [] }, []),
  ],
  ...common,
  mistakes: [
    {
      given: 'a range beyond the axis',
      run: () => slice(zeros([3]), [1, 4]),
      error: ShapeError,
      says: 'Expected a range within axis 0 of size 3; received [1, 4]',
    },
    {
      given: 'a range that ends before it starts',
      run: () => slice(zeros([2, 3]), null, [2, 1]),
      error: ShapeError,
      says: 'a range within axis 1 of size 3; received [2, 1]',
    },
    {
      given: 'a fraction',
      run: () => slice(zeros([3]), [0.5]),
      error: ShapeError,
      says: 'received [0.5]',
    },
    {
      given: 'more ranges than axes',
      run: () => slice(zeros([3]), null, null),
      error: ShapeError,
      says: 'at most 1 ranges, one for each axis of [3]; received 2 ranges',
    },
  ],
};

function surrounded(padding: readonly [number, number][], value: number, sample: Index): Case {
  return {
    label: `${JSON.stringify(padding)} with ${value}`,
    run: (x) => pad(x, padding, value === 0 ? undefined : { value }),
    oracle: (x) =>
      grid(
        x.shape.map((n, axis) => n + padding[axis][0] + padding[axis][1]),
        (index) => {
          const own = index.map((i, axis) => i - padding[axis][0]);
          return own.every((i, axis) => i >= 0 && i < x.shape[axis]) ? read(x, own) : value;
        },
      ),
    samples: [[sample]],
    ...inputs,
  };
}

const padRecord: OperationRecord = {
  name: 'pad',
  operation: cutting.padOperation,
  cases: [
    surrounded([[1, 2]], 0, [3]),
    surrounded(
      [
        [0, 1],
        [2, 0],
      ],
      -4,
      [2, 3],
    ),
    surrounded(
      [
        [1, 1],
        [0, 0],
        [0, 2],
      ],
      7,
      [2, 1, 3],
    ),
    surrounded([[2, 1]], 5, [0]),
    surrounded([], 0, []),
  ],
  ...common,
  mistakes: [
    {
      given: 'padding for too few axes',
      run: () => pad(zeros([2, 3]), [[1, 1]]),
      error: ShapeError,
      says: '[before, after] for each of the 2 axes',
    },
    {
      given: 'negative padding',
      run: () => pad(zeros([2]), [[-1, 0]]),
      error: ShapeError,
      says: 'received [[-1, 0]]',
    },
    {
      given: 'a single number for an axis',
      run: () => pad(zeros([2]), [[1] as unknown as [number, number]]),
      error: ShapeError,
      says: 'received [[1]]',
    },
    {
      given: 'an unknown option',
      run: () => pad(zeros([2]), [[1, 1]], { values: 1 } as object),
      error: OptionError,
      says: 'Did you mean value?',
    },
    {
      given: 'a fraction around int32',
      run: () => pad(zeros([2], { dtype: 'int32' }), [[1, 1]], { value: 0.5 }),
      error: DtypeError,
      says: 'received 0.5',
    },
  ],
};

function joined(
  label: string,
  axis: number,
  options: { axis?: number },
  ...samples: Index[][]
): Case {
  return {
    label,
    run: (...parts) => concat(parts, options),
    oracle: (...parts) => concatenated(parts, axis),
    samples,
    ...inputs,
  };
}

function concatenated(parts: readonly Grid[], axis: number): Grid {
  const owners = parts.flatMap((part) =>
    Array.from({ length: part.shape[axis] }, (_, i) => ({ part, i })),
  );
  return grid(parts[0].shape.with(axis, owners.length), (index) => {
    const { part, i } = owners[index[axis]];
    return read(part, index.with(axis, i));
  });
}

const concatRecord: OperationRecord = {
  name: 'concat',
  operation: joining.concatOperation,
  cases: [
    joined(
      '',
      0,
      {},
      [[2], [3]],
      [
        [1, 2],
        [3, 2],
        [2, 2],
      ],
      [
        [2, 0],
        [1, 0],
      ],
      [[3]],
    ),
    joined(
      'axis 1',
      1,
      { axis: 1 },
      [
        [2, 1],
        [2, 3],
      ],
      [
        [2, 1, 2],
        [2, 0, 2],
        [2, 2, 2],
      ],
    ),
    joined('axis -1', 2, { axis: -1 }, [
      [2, 2, 1],
      [2, 2, 3],
    ]),
  ],
  ...common,
  mistakes: [
    {
      given: 'sizes that differ on another axis',
      run: () => concat([zeros([2, 3]), zeros([2, 4])]),
      error: ShapeError,
      says: 'sizes that are equal on every axis but 0; received [2, 3] and [2, 4]',
    },
    {
      given: 'ranks that differ',
      run: () => concat([zeros([2]), zeros([2, 1])]),
      error: ShapeError,
      says: 'received [2] and [2, 1]',
    },
    {
      given: 'no tensor at all',
      run: () => concat([]),
      error: ShapeError,
      says: 'concat: Expected one tensor or more; received none',
    },
    {
      given: 'scalars',
      run: () => concat([zeros([]), zeros([])]),
      error: ShapeError,
      says: 'a scalar has none',
    },
    {
      given: 'two dtypes',
      run: () => concat([zeros([1]), zeros([1], { dtype: 'int32' })]),
      error: DtypeError,
      says: 'dtypes differ. Expected float32, as the first operand has; received int32',
    },
    {
      given: 'a tensor that is not in an array',
      run: () => concat(zeros([1]) as unknown as Tensor[]),
      error: DtypeError,
      says: 'an array of tensors',
    },
  ],
};

function stacked(
  label: string,
  axis: number,
  options: { axis?: number },
  ...samples: Index[][]
): Case {
  const insert = (part: Grid): Grid => ({ ...part, shape: part.shape.toSpliced(axis, 0, 1) });
  return {
    label,
    run: (...parts) => stack(parts, options),
    oracle: (...parts) => concatenated(parts.map(insert), axis),
    samples,
    ...inputs,
  };
}

const stackRecord: OperationRecord = {
  name: 'stack',
  cases: [
    stacked('', 0, {}, [[], []], [[3], [3], [3]], [[2, 2]], [[0], [0]]),
    stacked('axis 1', 1, { axis: 1 }, [
      [2, 3],
      [2, 3],
    ]),
    stacked('axis -1', 2, { axis: -1 }, [
      [2, 3],
      [2, 3],
    ]),
  ],
  ...common,
  mistakes: [
    {
      given: 'shapes that differ',
      run: () => stack([zeros([2]), zeros([3])]),
      error: ShapeError,
      says: 'stack: Expected tensors of one shape; received [2] and [3]',
    },
    {
      given: 'no tensor at all',
      run: () => stack([]),
      error: ShapeError,
      says: 'stack: Expected one tensor or more; received none',
    },
    {
      given: 'an axis that the result would not have',
      run: () => stack([zeros([2]), zeros([2])], { axis: 2 }),
      error: ShapeError,
      says: 'stack: no such axis. Expected an axis from -2 to 1; received 2',
    },
  ],
};

export const blockRecords = [sliceRecord, padRecord, concatRecord, stackRecord];
