/** The operations on tensors that the library exports as functions. Activations come with the layers. */
export { abs, add, div, mul, neg, sign, sqrt, square, sub } from './arithmetic.ts';
export { cast } from './cast.ts';
export { equal, greater, greaterEqual, less, lessEqual, notEqual, where } from './comparison.ts';
export { concat, stack } from './concat.ts';
export { detach } from './detach.ts';
export { cos, erf, exp, expm1, log, log1p, pow, sin } from './exponential.ts';
export { clip, maximum, minimum } from './extrema.ts';
export { argmax, gather, oneHot } from './indexing.ts';
export { matmul } from './matmul.ts';
export { max, mean, min, sum } from './reduction.ts';
export { pad, slice } from './slice.ts';
export { logSumExp } from './softmax.ts';
export { norm, variance } from './statistics.ts';
export { broadcastTo, expandDims, reshape, squeeze, transpose } from './views.ts';
