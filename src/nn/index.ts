export * from './activation.ts';
export type { Architecture, LayerDescription } from './architecture.ts';
export { batchNorm, type BatchNormOptions } from './batch_norm.ts';
export type { NamedLayer } from './build.ts';
export { dense, type DenseOptions } from './dense.ts';
export { dropout } from './dropout.ts';
export { flatten } from './flatten.ts';
export { modelFromJSON } from './from_json.ts';
export type {
  BuildRequest,
  BuiltLayer,
  Layer,
  LayerContext,
  LayerFunction,
  LayerLike,
} from './layer.ts';
export { layerNorm, type LayerNormOptions } from './layer_norm.ts';
export { residual } from './residual.ts';
export { type Model, parameterCount, sequential, type SequentialOptions } from './sequential.ts';
export type { ModelState } from './state.ts';
export type { Summary, SummaryRow } from './summary.ts';
