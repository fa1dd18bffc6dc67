/**
 * Operations on tensors outside of any plan: emitted kernels in turns with the reference. Their bits are
 * compared before they are timed.
 */
import {
  add,
  exp,
  gelu,
  relu,
  sigmoid,
  softmax,
  sum,
  type Tensor,
  tanh,
  tensor,
} from '../src/index.ts';
import { referenceOnly } from '../src/ops/execute/execute.ts';
import { random } from '../src/tensor/rng.ts';
import { measure } from './measure.ts';

export interface EagerTimes {
  readonly operation: string;
  /** Milliseconds. */
  readonly emitted: number;
  readonly reference: number;
}

const SIZE = 1024;
const SMALL_ADDITIONS = 1000;

function eagerOperations(): readonly { name: string; compute(): Tensor }[] {
  const source = random(1, 'eager');
  const numbers = (...shape: number[]) =>
    tensor(
      Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => source.normal()),
      { shape },
    );
  const [x, y, row] = [numbers(SIZE, SIZE), numbers(SIZE, SIZE), numbers(SIZE)];
  const [small, other] = [numbers(2, 2), numbers(2, 2)];
  return [
    { name: 'add', compute: () => add(x, y) },
    { name: 'add of a row', compute: () => add(x, row) },
    { name: 'relu', compute: () => relu(x) },
    { name: 'exp', compute: () => exp(x) },
    { name: 'tanh', compute: () => tanh(x) },
    { name: 'sigmoid', compute: () => sigmoid(x) },
    { name: 'gelu', compute: () => gelu(x) },
    { name: 'softmax', compute: () => softmax(x) },
    { name: 'sum', compute: () => sum(x) },
    { name: 'sum over axis 0', compute: () => sum(x, { axis: 0 }) },
    { name: 'sum over axis 1', compute: () => sum(x, { axis: 1 }) },
    {
      name: `${SMALL_ADDITIONS.toLocaleString('en-US')} additions of [2, 2]`,
      compute: () => {
        let total = small;
        for (let i = 0; i < SMALL_ADDITIONS; i++) total = add(total, other);
        return total;
      },
    },
  ];
}

/** Times of operations on [1024, 1024] of random numbers, and of many on small ones. */
export function benchEager(): readonly EagerTimes[] {
  return eagerOperations().map(({ name: operation, compute }) => {
    const reference = () => referenceOnly(compute);
    for (let time = 0; time < 3; time++) compute(); // a kernel is compiled once it pays
    checkBits(operation, compute(), reference());
    const times = measure(
      [
        { name: 'emitted', run: compute },
        { name: 'reference', run: reference },
      ],
      { rounds: 11, roundMilliseconds: 40 },
    );
    const of = (way: string) => times.get(way) ?? Number.NaN;
    return { operation, emitted: of('emitted'), reference: of('reference') };
  });
}

function checkBits(operation: string, actual: Tensor, expected: Tensor): void {
  const [a, b] = [actual.toTypedArray(), expected.toTypedArray()];
  const differs = a.findIndex((value, i) => !Object.is(value, b[i]));
  if (differs >= 0) {
    throw new Error(`${operation}: element ${differs} is ${a[differs]}, not ${b[differs]}`);
  }
}
