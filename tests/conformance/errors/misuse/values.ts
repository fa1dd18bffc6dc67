/** Values that are wrong almost everywhere, by name: of every kind that a program passes by mistake. */
import { relu } from '../../../../src/nn/index.ts';
import { adam } from '../../../../src/optimizers/index.ts';
import { Trainer } from '../../../../src/train/index.ts';
import { tensor } from '../../../tensors.ts';

class Own {}

/** Made anew for each call, because a call may change what it is given. */
export const WRONG: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  '0': () => 0,
  '-1': () => -1,
  '1.5': () => 1.5,
  '2 ** 40': () => 2 ** 40,
  "''": () => '',
  "'abc'": () => 'abc',
  true: () => true,
  '[]': () => [],
  '[1]': () => [1],
  '[[1, 2], [3]]': () => [[1, 2], [3]],
  "['abc']": () => ['abc'],
  '[undefined]': () => [undefined],
  '[2 ** 40]': () => [2 ** 40],
  '{}': () => ({}),
  '{ abc: 1 }': () => ({ abc: 1 }),
  'no prototype': () => Object.create(null),
  'a symbol': () => Symbol('abc'),
  'a bigint': () => 1n,
  'a function': () => (x: unknown) => x,
  'a factory': () => adam,
  'an operation': () => relu,
  'a class': () => Trainer,
  'an instance': () => new Own(),
  'a date': () => new Date(0),
  'a map': () => new Map([['abc', 1]]),
  'a promise': () => Promise.resolve(1),
  'a scalar': () => tensor(1.5),
  'an empty tensor': () => tensor(new Float32Array(0), { shape: [0, 3] }),
  'a float64 tensor': () => tensor([[[1, 2, 3]]], { dtype: 'float64' }),
  'an int32 tensor': () => tensor([7, -7], { dtype: 'int32' }),
  'a typed array': () => Uint8Array.of(1, 2, 3),
};
