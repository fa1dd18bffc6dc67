import { OptionError, ShapeError } from '../../../src/errors/errors.ts';
import { logSoftmax, softmax } from '../../../src/ops/reduction/softmax.ts';
import { type Tensor, zeros } from '../../tensors.ts';
import { type Grid, grid, read } from './grid.ts';
import { around0, type Case, FLOATS, type OperationRecord } from './record.ts';

type AlongAxis = (x: Tensor, options?: { axis?: number }) => Tensor;

/** A function of a list of numbers that gives as many, along one axis. */
function along(f: (values: number[]) => number[], axis: number) {
  return (x: Grid): Grid =>
    grid(x.shape, (index) => {
      const at = axis < 0 ? axis + x.shape.length : axis;
      const line = Array.from({ length: x.shape[at] }, (_, i) => read(x, index.with(at, i)));
      return f(line)[index[at]];
    });
}

function record(
  name: string,
  run: AlongAxis,
  oracle: (values: number[]) => number[],
): OperationRecord {
  const onAxis = (axis: number, label: string, call: (x: Tensor) => Tensor): Case => ({
    label,
    run: call,
    oracle: along(oracle, axis),
    samples: [[[5]], [[2, 3]], [[2, 19]], [[2, 3, 2]], [[0, 3]]].filter(
      ([[...shape]]) => shape.length > Math.max(0, axis) && shape[axis] !== 0,
    ),
    domains: [around0],
  });
  return {
    name,
    cases: [
      onAxis(-1, '', (x) => run(x)),
      onAxis(0, 'axis 0', (x) => run(x, { axis: 0 })),
      onAxis(1, 'axis 1', (x) => run(x, { axis: 1 })),
    ],
    dtypes: FLOATS,
    differentiable: true,
    mistakes: [
      {
        given: 'a scalar, which has no axis',
        run: () => run(zeros([])),
        error: ShapeError,
        says: 'a scalar has none',
      },
      {
        given: 'several axes',
        run: () => run(zeros([2, 3]), { axis: [0, 1] as unknown as number }),
        error: OptionError,
        says: `${name}.axis: Expected a whole number`,
      },
      {
        given: 'an axis that is not there',
        run: () => run(zeros([2, 3]), { axis: -3 }),
        error: ShapeError,
        says: 'Expected an axis from -2 to 1; received -3',
      },
    ],
  };
}

function softmaxOf(values: number[]): number[] {
  const powers = values.map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

export const softmaxRecords = [
  record('softmax', softmax, softmaxOf),
  record('logSoftmax', logSoftmax, (values) => softmaxOf(values).map(Math.log)),
];
