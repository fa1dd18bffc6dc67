/** Random inputs for the cases of the records, and the layouts in memory that they may have. */
import { random } from '../../../src/tensor/rng.ts';
import { Storage } from '../../../src/tensor/storage.ts';
import { type Dtype, Tensor, tensor } from '../../tensors.ts';
import { type Index, sizeOf } from './grid.ts';
import { records } from './index.ts';
import { type Case, type Domain, domainOf, type OperationRecord } from './record.ts';

/** An operation with attributes and inputs: one computation. */
export interface Computation {
  /** `sum, axis 1, on [2, 3]` */
  readonly title: string;
  readonly record: OperationRecord;
  readonly example: Case;
  readonly shapes: readonly Index[];
  readonly inputs: readonly Tensor[];
  run(inputs: readonly Tensor[]): Tensor;
}

/** Every case of every record on every sample, in one dtype. The same numbers at each call. */
export function computations(dtype: Dtype): Computation[] {
  const fitting = records.filter(({ dtypes }) => dtypes.includes(dtype));
  return fitting.flatMap((record) => computationsOf(record, dtype));
}

export function computationsOf(record: OperationRecord, dtype: Dtype): Computation[] {
  return record.cases.flatMap((example) =>
    example.samples.map((shapes) => ({
      title: titleOf(record, example, shapes),
      record,
      example,
      shapes,
      inputs: randomInputs(example, shapes, dtype),
      run: (inputs) => example.run(...inputs),
    })),
  );
}

function titleOf({ name }: OperationRecord, { label }: Case, shapes: readonly Index[]): string {
  const on = shapes.map((shape) => `[${shape.join(', ')}]`).join(' and ');
  return `${name}${label === '' ? '' : `, ${label},`} on ${on}`;
}

export function randomInputs(example: Case, shapes: readonly Index[], dtype: Dtype): Tensor[] {
  return shapes.map((shape, k) => {
    const domain = domainOf(example, k);
    return randomTensor(shape, domain, domain.indices ? 'int32' : dtype, `${example.label}/${k}`);
  });
}

/** How far random numbers stay away from kinks. */
const CLEARANCE = 1 / 32;

export function randomTensor(shape: Index, domain: Domain, dtype: Dtype, seed: string): Tensor {
  const { low, high, kinks = [], whole = dtype === 'int32' } = domain;
  const stream = random(seed, `tests/${shape.join('x')}`);
  const draw = (): number => {
    const value = low + (high - low) * stream.uniform();
    const fits = whole || kinks.every((kink) => Math.abs(value - kink) > CLEARANCE);
    return fits ? value : draw();
  };
  const values = Array.from({ length: sizeOf(shape) }, draw);
  return tensor(whole ? values.map(Math.floor) : values, { shape, dtype });
}

/** The same values, laid out in memory in another way. */
export interface Layout {
  readonly name: string;
  arrange(x: Tensor): Tensor;
}

export const layouts: readonly Layout[] = [
  {
    name: 'the axes of the memory reversed',
    arrange: (x) => {
      const order = x.shape.map((_, axis) => x.rank - 1 - axis);
      return laidOut(x, order, 1, 0);
    },
  },
  {
    name: 'the first axis moved to the end of the memory',
    arrange: (x) => laidOut(x, [...x.shape.keys()].slice(1).concat(x.rank > 0 ? [0] : []), 1, 0),
  },
  { name: 'every third element of a larger memory', arrange: (x) => laidOut(x, undefined, 3, 5) },
  { name: 'backwards in memory', arrange: (x) => laidOut(x, undefined, -1, 0) },
];

/**
 * @param order the axes from the slowest to the fastest in memory
 * @param gap how far neighbours in memory are apart; negative for backwards
 * @param before how many elements of the memory come before the tensor
 */
function laidOut(x: Tensor, order = [...x.shape.keys()], gap = 1, before = 0): Tensor {
  const strides = new Array<number>(x.rank);
  let stride = gap;
  for (const axis of [...order].reverse()) {
    strides[axis] = stride;
    stride *= x.shape[axis];
  }
  const span = Math.abs(gap) * Math.max(1, x.size);
  const data = x.toTypedArray().constructor as new (length: number) => Float64Array;
  const numbers = new data(before + span + 3).fill(-99);
  const storage = new Storage(x.dtype, numbers.length, numbers);
  const offset = before + (gap < 0 ? span - 1 : 0);
  const { dtype, shape } = x;
  const arranged = new Tensor({ dtype, shape, strides, offset, storage });
  arranged.assign(x);
  return arranged;
}

/** The first row along the first axis, repeated: a tensor in which neighbours share memory. */
export function repeated(x: Tensor): Tensor {
  if (x.rank === 0 || x.shape[0] === 0) return x;
  const { dtype, shape, strides, offset, storage } = x;
  return new Tensor({ dtype, shape, strides: [0, ...strides.slice(1)], offset, storage });
}
