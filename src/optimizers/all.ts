/** Every optimizer that this library has. One of this list is read from JSON and by the command, too. */
export { type AdadeltaOptions, adadelta } from './adadelta.ts';
export { type AdagradOptions, adagrad } from './adagrad.ts';
export { type AdamOptions, adam, type MomentsOptions } from './adam.ts';
export { adamW } from './adam_w.ts';
export { adamax } from './adamax.ts';
export { lamb } from './lamb.ts';
export { type LionOptions, lion } from './lion.ts';
export { type LookaheadOptions, lookahead } from './lookahead.ts';
export { type NadamOptions, nadam } from './nadam.ts';
export { radam } from './radam.ts';
export { type RmspropOptions, rmsprop } from './rmsprop.ts';
export { type SgdOptions, sgd } from './sgd.ts';
