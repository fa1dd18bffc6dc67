/**
 * Gives every tensor its methods: the operations, with the tensor as first input. This is the `Tensor`
 * that all entry points export; importing it from here is what brings the methods along.
 */

import { foreignToTensors, withForeign } from '../errors/foreign_members.ts';
import { relu } from '../ops/elementwise/activations.ts';
import { add, div, mul, neg, sub } from '../ops/elementwise/arithmetic.ts';
import { cast } from '../ops/elementwise/cast.ts';
import {
  equal,
  greater,
  greaterEqual,
  less,
  lessEqual,
  notEqual,
} from '../ops/elementwise/comparison.ts';
import { clip, maximum, minimum } from '../ops/elementwise/extrema.ts';
import { abs, sign, sqrt, square } from '../ops/elementwise/unary.ts';
import { matmul } from '../ops/matmul/matmul.ts';
import { max, mean, min, sum } from '../ops/reduction/reduction.ts';
import { norm, variance } from '../ops/reduction/statistics.ts';
import { detach } from '../ops/shape/detach.ts';
import { argmax, gather } from '../ops/shape/indexing.ts';
import { slice } from '../ops/shape/slice.ts';
import { broadcastTo, reshape, transpose } from '../ops/shape/views.ts';
import { Tensor, type TensorMethods } from '../tensor/tensor.ts';
import { backward } from './backward.ts';

type WithTensorFirst<F> = F extends (...rest: infer R) => infer T
  ? (x: Tensor, ...rest: R) => T
  : never;

const operations: {
  readonly [K in keyof TensorMethods<number>]: WithTensorFirst<TensorMethods<number>[K]>;
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

withForeign(Tensor.prototype, foreignToTensors, true);

export { Tensor };
