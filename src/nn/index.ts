export * from './all.ts';
export type { Architecture, LayerDescription } from './architecture.ts';
export type { NamedLayer } from './build.ts';
export {
  type Constraint,
  type MaxNormOptions,
  maxNorm,
  nonNegative,
  unitNorm,
} from './constraint.ts';
export { type DefinedLayerRequest, defineLayer, type LayerDefinition } from './define_layer.ts';
export { modelFromJSON } from './from_json.ts';
export type {
  BuildRequest,
  BuiltLayer,
  Layer,
  LayerContext,
  LayerFunction,
  LayerLike,
} from './layer.ts';
export type { LayerChoice } from './layer_choice.ts';
export type { Names } from './names.ts';
export { parameterCount } from './parameter_count.ts';
export {
  type ElasticPenaltyOptions,
  elasticPenalty,
  l1Penalty,
  l2Penalty,
  type Penalty,
  type PenaltyOptions,
} from './penalty.ts';
export { type Model, type SequentialOptions, sequential } from './sequential.ts';
export type { ModelState } from './state.ts';
export type { Summary, SummaryRow } from './summary.ts';
