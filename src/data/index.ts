/** `epochal/data`: datasets, their parts and batches, scaling, generated and real sets. */
export { Tensor } from '../autograd/methods.ts';
export { type ByteTensorOptions, byteTensor } from '../tensor/byte_tensor.ts';
export { type BatchesOptions, batchIndices } from './batches.ts';
export type { BundledOptions, BundledSet } from './bundled.ts';
export { type OneHotOptions, oneHotTargets } from './classes.ts';
export type { Dataset } from './dataset.ts';
export { diabetes } from './diabetes.ts';
export { digits } from './digits.ts';
export { type ArraysOptions, fromArrays, type Numbers, type Targets } from './from_arrays.ts';
export { type BlobsOptions, blobs } from './generators/blobs.ts';
export { type CirclesOptions, circles } from './generators/circles.ts';
export {
  type LinearRegression,
  type LinearRegressionOptions,
  linearRegression,
} from './generators/linear_regression.ts';
export { moons } from './generators/moons.ts';
export type { GeneratorOptions } from './generators/options.ts';
export { type SpiralsOptions, spirals } from './generators/spirals.ts';
export { xor } from './generators/xor.ts';
export { iris } from './iris.ts';
export { copyRows, subset, takeRows } from './rows.ts';
export { balancedClassWeights, balancedWeights } from './sampling/balanced.ts';
export type { OrderRequest, Sampling } from './sampling/sampling.ts';
export { type WeightedSamplingOptions, weightedSampling } from './sampling/weighted.ts';
export { scalerFromJSON } from './scaling/from_json.ts';
export { type MinMaxOptions, type MinMaxScaler, minMax } from './scaling/min_max.ts';
export type { Part, Scaler, ScalerDescription, ScalerOptions } from './scaling/scaler.ts';
export { type StandardScaler, standardize } from './scaling/standardize.ts';
export { type Split, type SplitOptions, split } from './split.ts';
export { type SampleStream, type StreamOptions, stream } from './stream/stream.ts';
