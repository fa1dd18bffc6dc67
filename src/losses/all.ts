/** Every loss that this library has. A loss of this list is known by its name in model files, too. */
export {
  type BinaryCrossEntropyOptions,
  binaryCrossEntropyOfProbabilities,
  sigmoidBinaryCrossEntropy,
} from './binary_cross_entropy.ts';
export { cosineSimilarity } from './cosine_similarity.ts';
export {
  type ClassWeightsOptions,
  negativeLogLikelihood,
  type SoftmaxCrossEntropyOptions,
  softmaxCrossEntropy,
} from './cross_entropy.ts';
export { hinge, squaredHinge } from './hinge.ts';
export { type HuberOptions, huber } from './huber.ts';
export { klDivergence } from './kl_divergence.ts';
export { logCosh } from './log_cosh.ts';
export type { LossAndMetric } from './loss_and_metric.ts';
export { meanAbsoluteError } from './mean_absolute_error.ts';
export { meanSquaredError } from './mean_squared_error.ts';
export { expPoisson, poisson } from './poisson.ts';
