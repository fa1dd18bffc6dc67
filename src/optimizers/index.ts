export * from './all.ts';
export type { OptimizerOptions } from './define.ts';
export { type Direction, defineOptimizer, type OptimizerDefinition } from './define_optimizer.ts';
export { type OptimizerDescription, optimizerFromJSON, optimizerToJSON } from './from_json.ts';
export { groupOf } from './groups.ts';
export type {
  Optimizer,
  OptimizerStart,
  OptimizerState,
  ParameterGroup,
  Update,
  UpdateRequest,
} from './optimizer.ts';
