/** The operations on tensors that the library exports as functions. Activations come with the layers. */
export { add, div, mul, neg, sub } from './elementwise/arithmetic.ts';
export { cast } from './elementwise/cast.ts';
export {
  equal,
  greater,
  greaterEqual,
  less,
  lessEqual,
  notEqual,
  where,
} from './elementwise/comparison.ts';
export { cos, erf, exp, expm1, log, log1p, pow, sin } from './elementwise/exponential.ts';
export { clip, maximum, minimum } from './elementwise/extrema.ts';
export { abs, sign, sqrt, square } from './elementwise/unary.ts';
export { matmul } from './matmul/matmul.ts';
export { max, mean, min, sum } from './reduction/reduction.ts';
export { logSumExp } from './reduction/softmax.ts';
export { norm, variance } from './reduction/statistics.ts';
export { concat, stack } from './shape/concat.ts';
export { detach } from './shape/detach.ts';
export { argmax, gather, oneHot } from './shape/indexing.ts';
export { pad, slice } from './shape/slice.ts';
export { broadcastTo, expandDims, reshape, squeeze, transpose } from './shape/views.ts';
