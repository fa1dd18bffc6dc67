/**
 * Gives every tensor its methods: the operations, with the tensor as first input. This is the `Tensor`
 * that all entry points export; importing it from here is what brings the methods along.
 */

import { relu } from '../ops/activations.ts';
import { abs, add, div, mul, neg, sign, sqrt, square, sub } from '../ops/arithmetic.ts';
import { cast } from '../ops/cast.ts';
import { equal, greater, greaterEqual, less, lessEqual, notEqual } from '../ops/comparison.ts';
import { detach } from '../ops/detach.ts';
import { clip, maximum, minimum } from '../ops/extrema.ts';
import { argmax, gather } from '../ops/indexing.ts';
import { matmul } from '../ops/matmul.ts';
import { max, mean, min, sum } from '../ops/reduction.ts';
import { slice } from '../ops/slice.ts';
import { norm, variance } from '../ops/statistics.ts';
import { broadcastTo, reshape, transpose } from '../ops/views.ts';
import type { TensorMethods } from '../tensor/methods.ts';
import { Tensor } from '../tensor/tensor.ts';
import { backward } from './backward.ts';

type WithTensorFirst<F> = F extends (...rest: infer R) => infer T
  ? (x: Tensor, ...rest: R) => T
  : never;

const operations: {
  readonly [K in keyof TensorMethods<Tensor>]: WithTensorFirst<TensorMethods<Tensor>[K]>;
} = {
  add,
  sub,
  mul,
  div,
  neg,
  abs,
  sign,
  square,
  sqrt,
  minimum,
  maximum,
  clip,
  equal,
  notEqual,
  less,
  lessEqual,
  greater,
  greaterEqual,
  relu,
  sum,
  mean,
  max,
  min,
  variance,
  norm,
  argmax,
  matmul,
  reshape,
  transpose,
  slice,
  broadcastTo,
  gather,
  cast,
  detach,
  backward,
};

for (const [name, operation] of Object.entries(operations)) {
  const call = operation as (x: Tensor, ...rest: unknown[]) => unknown;
  Object.defineProperty(Tensor.prototype, name, {
    value(this: Tensor, ...rest: unknown[]) {
      return call(this, ...rest);
    },
    writable: true,
    configurable: true,
  });
}

export { Tensor };
