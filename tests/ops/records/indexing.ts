import { DtypeError, OptionError, ShapeError } from '../../../src/errors/errors.ts';
import { apply } from '../../../src/ops/apply.ts';
import * as indexing from '../../../src/ops/shape/indexing.ts';
import { type Tensor, tensor, zeros } from '../../tensors.ts';
import { type Grid, grid, type Index, indices, read } from './grid.ts';
import { ALL_DTYPES, around0, type Case, type Domain, type OperationRecord } from './record.ts';

const { argmax, gather, oneHot } = indexing;

/** Indices into axes of three or more; many are drawn twice. */
const belowThree: Domain = { low: 0, high: 3, indices: true };
const whole = (values: number[]) => tensor(values, { dtype: 'int32' });

function gathered(
  axis: number,
  options: { axis?: number } | undefined,
  ...samples: Index[][]
): Case {
  return {
    label: options === undefined ? '' : `axis ${options.axis}`,
    run: (x, at) => gather(x, at, options),
    oracle: (x, at) => {
      const rank = at.shape.length;
      const shape = x.shape.toSpliced(axis, 1, ...at.shape);
      return grid(shape, (index) => {
        const chosen = read(at, index.slice(axis, axis + rank));
        return read(x, index.toSpliced(axis, rank, chosen));
      });
    },
    samples,
    domains: [around0, belowThree],
  };
}

const gatherRecord: OperationRecord = {
  name: 'gather',
  operation: indexing.gatherOperation,
  cases: [
    gathered(
      0,
      undefined,
      [[4], [5]],
      [
        [3, 2],
        [2, 2],
      ],
      [[3, 2], []],
      [[3, 2], [0]],
      [[3, 0], [2]],
    ),
    gathered(1, { axis: 1 }, [[2, 3], [4]], [[2, 3, 2], [2]]),
    gathered(2, { axis: -1 }, [
      [2, 2, 3],
      [2, 1],
    ]),
  ],
  dtypes: ALL_DTYPES,
  differentiable: true,
  mistakes: [
    {
      given: 'an index beyond the axis',
      run: () => gather(zeros([2, 3]), whole([0, 2])),
      error: ShapeError,
      says: 'gather: index out of range. Expected 0 to 1; received 2',
    },
    {
      given: 'a negative index',
      run: () => gather(zeros([2, 3]), whole([-1])),
      error: ShapeError,
      says: 'Expected 0 to 1; received -1',
    },
    {
      given: 'indices that are not int32',
      run: () => gather(zeros([2]), zeros([1])),
      error: DtypeError,
      says: "Expected int32 indices; received float32. Make them with tensor(values, { dtype: 'int32' })",
    },
    {
      given: 'indices as an array',
      run: () => gather(zeros([2]), [0, 1] as unknown as Tensor),
      error: DtypeError,
      says: 'Expected int32 indices; received [0, 1]',
    },
    {
      given: 'an unknown option',
      run: () => gather(zeros([2]), whole([0]), { axes: 0 } as object),
      error: OptionError,
      says: 'Did you mean axis?',
    },
  ],
};

function scattered(axis: number, shape: Index, ...samples: Index[][]): Case {
  return {
    label: `axis ${axis} into [${shape.join(', ')}]`,
    run: (x, at) => apply(indexing.scatterAddOperation, [x, at], { axis, shape }),
    oracle: (x, at) =>
      grid(shape, (index) => {
        const sources = indices(at.shape).filter((place) => read(at, place) === index[axis]);
        return sources
          .map((place) => read(x, index.toSpliced(axis, 1, ...place)))
          .reduce((sum, value) => sum + value, 0);
      }),
    samples,
    domains: [around0, belowThree],
  };
}

const scatterAddRecord: OperationRecord = {
  name: 'scatterAdd',
  operation: indexing.scatterAddOperation,
  cases: [
    scattered(
      0,
      [3, 2],
      [[5, 2], [5]],
      [
        [2, 2, 2],
        [2, 2],
      ],
      [[0, 2], [0]],
    ),
    scattered(1, [2, 4], [[2, 3], [3]]),
  ],
  dtypes: ALL_DTYPES,
  differentiable: true,
  mistakes: [],
};

const biggest = (line: readonly number[]) => line.indexOf(Math.max(...line));

function largest(
  axis: number,
  options: { axis?: number } | undefined,
  ...samples: Index[][]
): Case {
  return {
    label: options === undefined ? '' : `axis ${options.axis}`,
    run: (x) => argmax(x, options),
    oracle: (x) =>
      grid(x.shape.toSpliced(axis, 1), (index) =>
        biggest(
          Array.from({ length: x.shape.at(axis) ?? 0 }, (_, i) =>
            read(x, axis < 0 ? [...index, i] : index.toSpliced(axis, 0, i)),
          ),
        ),
      ),
    samples,
    domains: [{ ...around0, whole: true }],
  };
}

const argmaxRecord: OperationRecord = {
  name: 'argmax',
  operation: indexing.argmaxOperation,
  cases: [
    largest(-1, undefined, [[1]], [[7]], [[3, 4]], [[2, 2, 3]], [[0, 2]]),
    largest(0, { axis: 0 }, [[4, 3]], [[4, 0]]),
    largest(1, { axis: 1 }, [[2, 5, 2]]),
  ],
  dtypes: ALL_DTYPES,
  differentiable: false,
  mistakes: [
    {
      given: 'an axis without elements',
      run: () => argmax(zeros([2, 0])),
      error: ShapeError,
      says: 'argmax: Expected an axis 1 of size 1 or more; received [2, 0]',
    },
    {
      given: 'a scalar',
      run: () => argmax(zeros([])),
      error: ShapeError,
      says: 'a scalar has none',
    },
    {
      given: 'an unknown option',
      run: () => argmax(zeros([2]), { axes: 0 } as object),
      error: OptionError,
      says: 'Did you mean axis?',
    },
  ],
};

const oneHotRecord: OperationRecord = {
  name: 'oneHot',
  cases: [
    {
      label: '',
      run: (classes) => oneHot(classes, 4),
      oracle: oneHotOf(4),
      samples: [[[]], [[5]], [[2, 3]], [[0]]],
      domains: [{ low: 0, high: 4, indices: true }],
    },
    {
      label: 'float64',
      run: (classes) => oneHot(classes, 3, { dtype: 'float64' }),
      oracle: oneHotOf(3),
      samples: [[[4]]],
      domains: [belowThree],
    },
  ],
  dtypes: ['int32'],
  differentiable: false,
  mistakes: [
    {
      given: 'a class beyond the count',
      run: () => oneHot(whole([0, 3]), 3),
      error: ShapeError,
      says: 'oneHot: index out of range. Expected 0 to 2; received 3',
    },
    {
      given: 'classes that are not int32',
      run: () => oneHot(zeros([2]), 3),
      error: DtypeError,
      says: 'Expected int32 indices; received float32',
    },
    {
      given: 'a count of 0',
      run: () => oneHot(whole([0]), 0),
      error: OptionError,
      says: 'Expected a whole number, 1 or more; received 0',
    },
    {
      given: 'an unknown dtype',
      run: () => oneHot(whole([0]), 1, { dtype: 'float' } as object),
      error: DtypeError,
      says: 'oneHot.dtype: Expected float32, float64 or int32; received "float"',
    },
  ],
};

function oneHotOf(count: number) {
  return (classes: Grid): Grid =>
    grid([...classes.shape, count], (index) =>
      read(classes, index.slice(0, -1)) === index.at(-1) ? 1 : 0,
    );
}

export const indexingRecords = [gatherRecord, scatterAddRecord, argmaxRecord, oneHotRecord];
