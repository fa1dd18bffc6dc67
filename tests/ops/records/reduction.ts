import * as math from 'mathjs';
import { ShapeError } from '../../../src/errors/errors.ts';
import * as reduction from '../../../src/ops/reduction/reduction.ts';
import { logSumExp } from '../../../src/ops/reduction/softmax.ts';
import { norm, variance } from '../../../src/ops/reduction/statistics.ts';
import type { ReduceOptions } from '../../../src/tensor/axes.ts';
import { type Tensor, zeros } from '../../tensors.ts';
import { alongAxes, type Grid, type Index } from './grid.ts';
import {
  ALL_DTYPES,
  type AnyOperation,
  around0,
  type Case,
  FLOATS,
  type Mistake,
  type OperationRecord,
} from './record.ts';

type Reduce = (x: Tensor, options?: ReduceOptions) => Tensor;

interface Definition {
  readonly name: string;
  readonly operation?: AnyOperation;
  readonly run: Reduce;
  /** The same for a list of numbers. */
  readonly oracle: (values: number[]) => number;
  /** Whether something comes out of nothing. */
  readonly ofNothing?: boolean;
  readonly integers?: boolean;
  readonly cases?: readonly Case[];
  readonly mistakes?: readonly Mistake[];
}

interface Variant {
  readonly options: ReduceOptions;
  readonly samples: readonly Index[];
}

/** Longer than the eight lanes of a reduction, by a remainder. */
const LONG = 19;

const variants: readonly Variant[] = [
  { options: {}, samples: [[], [1], [LONG], [2, 3], [2, 3, 2]] },
  { options: { axis: 0 }, samples: [[3], [2, 3], [LONG, 2], [3, 0]] },
  {
    options: { axis: 1, keepDims: true },
    samples: [
      [2, 3, 2],
      [2, LONG],
    ],
  },
  {
    options: { axis: -1 },
    samples: [
      [2, LONG],
      [3, 1],
      [0, 2],
    ],
  },
  {
    options: { axis: [2, 0] },
    samples: [
      [2, 3, 4],
      [3, 1, 3],
    ],
  },
  { options: { axis: [0, 1], keepDims: true }, samples: [[3, 4]] },
];

const nothing: Variant = { options: { axis: 0 }, samples: [[0], [0, 3]] };

export function labelOf({ axis, keepDims }: ReduceOptions): string {
  const axes = axis === undefined ? '' : `axis ${axis}`;
  return [axes, keepDims ? 'keepDims' : ''].filter((part) => part !== '').join(', ');
}

function axesOf({ axis }: ReduceOptions, { shape }: Grid): number[] {
  const named = axis === undefined ? [...shape.keys()] : [axis].flat();
  return named.map((one) => (one < 0 ? one + shape.length : one));
}

function reductionRecord(definition: Definition): OperationRecord {
  const { name, run, oracle, ofNothing = false, integers = false } = definition;
  const tried = ofNothing ? [...variants, nothing] : variants;
  const emptyAxis: Mistake = {
    given: 'an axis without elements',
    run: () => run(zeros([2, 0])),
    error: ShapeError,
    says: 'nothing to reduce',
  };
  return {
    name,
    operation: definition.operation,
    cases: [
      ...tried.map(({ options, samples }) => ({
        label: labelOf(options),
        run: (x: Tensor) => run(x, options),
        oracle: (x: Grid) => alongAxes(oracle, axesOf(options, x), options.keepDims)(x),
        samples: samples.map((shape) => [shape]),
        domains: [around0],
      })),
      ...(definition.cases ?? []),
    ],
    dtypes: integers ? ALL_DTYPES : FLOATS,
    differentiable: true,
    mistakes: [
      {
        given: 'an axis that is not there',
        run: () => run(zeros([2, 3]), { axis: 2 }),
        error: ShapeError,
        says: `${name}: no such axis. Expected an axis from -2 to 1; received 2`,
      },
      {
        given: 'an axis named twice',
        run: () => run(zeros([2, 3]), { axis: [1, -1] }),
        error: ShapeError,
        says: 'an axis is named twice',
      },
      ...(ofNothing ? [] : [emptyAxis]),
      ...(definition.mistakes ?? []),
    ],
  };
}

const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

export const reductionRecords = [
  reductionRecord({
    name: 'sum',
    operation: reduction.sumOperation,
    run: reduction.sum,
    oracle: total,
    ofNothing: true,
    integers: true,
  }),
  reductionRecord({
    name: 'max',
    operation: reduction.maxOperation,
    run: reduction.max,
    oracle: (values) => Math.max(...values),
    integers: true,
  }),
  reductionRecord({
    name: 'min',
    operation: reduction.minOperation,
    run: reduction.min,
    oracle: (values) => Math.min(...values),
    integers: true,
  }),
  reductionRecord({
    name: 'mean',
    run: reduction.mean,
    oracle: (values) => total(values) / values.length,
    ofNothing: true,
  }),
  reductionRecord({
    name: 'logSumExp',
    run: logSumExp,
    oracle: (values) => Math.log(total(values.map(Math.exp))),
  }),
  reductionRecord({
    name: 'norm',
    run: norm,
    oracle: (values) => math.number(math.norm(values)),
    ofNothing: true,
  }),
  reductionRecord({
    name: 'variance',
    run: variance,
    oracle: (values) =>
      values.length === 0 ? Number.NaN : Number(math.variance(values, 'uncorrected')),
    ofNothing: true,
    cases: [
      {
        label: 'axis 1, correction 1',
        run: (x) => variance(x, { axis: 1, correction: 1 }),
        oracle: alongAxes((values) => Number(math.variance(values, 'unbiased')), [1]),
        samples: [[[2, 3]], [[3, LONG]]],
        domains: [around0],
      },
    ],
  }),
];
