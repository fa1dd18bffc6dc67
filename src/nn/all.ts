/** Every layer that this library has. A layer of this list is read from architectures, by its name here. */
export * from './activations/index.ts';
export { type BatchNormOptions, batchNorm } from './batch_norm.ts';
export { dense } from './dense.ts';
export type { DenseOptions } from './dense_options.ts';
export { dropout } from './dropout.ts';
export { flatten } from './flatten.ts';
export { type GaussianNoiseOptions, gaussianNoise } from './gaussian_noise.ts';
export { type LayerNormOptions, layerNorm } from './layer_norm.ts';
export { residual } from './residual.ts';
