export { type AdadeltaOptions, adadelta } from './adadelta.ts';
export { type AdagradOptions, adagrad } from './adagrad.ts';
export { type AdamOptions, adam, type MomentsOptions } from './adam.ts';
export { adamW } from './adam_w.ts';
export { adamax } from './adamax.ts';
export type { OptimizerOptions } from './define.ts';
export { type OptimizerDescription, optimizerFromJSON, optimizerToJSON } from './from_json.ts';
export { groupOf } from './groups.ts';
export { lamb } from './lamb.ts';
export { type LionOptions, lion } from './lion.ts';
export { type LookaheadOptions, lookahead } from './lookahead.ts';
export { type NadamOptions, nadam } from './nadam.ts';
export type {
  Optimizer,
  OptimizerState,
  ParameterGroup,
  Update,
  UpdateRequest,
} from './optimizer.ts';
export { radam } from './radam.ts';
export { type RmspropOptions, rmsprop } from './rmsprop.ts';
export { type SgdOptions, sgd } from './sgd.ts';
