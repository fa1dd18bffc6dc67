/**
 * The elementary functions, each written once over the exact lane operations, for float32 and
 * float64: in float32 never more than 2 units in the last place from the true value.
 */
export { erf } from './erf.ts';
export { exp, expm1 } from './exp.ts';
export { log, log1p } from './log.ts';
export { pow } from './pow.ts';
export { sigmoid } from './sigmoid.ts';
export { softplus } from './softplus.ts';
export { tanh } from './tanh.ts';
export { cos, sin } from './trigonometry.ts';
