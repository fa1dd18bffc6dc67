export * from './activation.ts';
export type { Architecture, LayerDescription } from './architecture.ts';
export { type BatchNormOptions, batchNorm } from './batch_norm.ts';
export type { NamedLayer } from './build.ts';
export {
  type Constraint,
  type MaxNormOptions,
  maxNorm,
  nonNegative,
  unitNorm,
} from './constraint.ts';
export { type DenseOptions, dense } from './dense.ts';
export { dropout } from './dropout.ts';
export { flatten } from './flatten.ts';
export { modelFromJSON } from './from_json.ts';
export { type GaussianNoiseOptions, gaussianNoise } from './gaussian_noise.ts';
export type {
  BuildRequest,
  BuiltLayer,
  Layer,
  LayerContext,
  LayerFunction,
  LayerLike,
} from './layer.ts';
export type { LayerChoice } from './layer_choice.ts';
export { type LayerNormOptions, layerNorm } from './layer_norm.ts';
export type { Names } from './names.ts';
export {
  type ElasticPenaltyOptions,
  elasticPenalty,
  l1Penalty,
  l2Penalty,
  type Penalty,
  type PenaltyOptions,
} from './penalty.ts';
export { residual } from './residual.ts';
export { type Model, parameterCount, type SequentialOptions, sequential } from './sequential.ts';
export type { ModelState } from './state.ts';
export type { Summary, SummaryRow } from './summary.ts';
