/**
 * Schedules: pure functions from a count of iterations or epochs to a factor of the learning rate.
 * Where decay is spoken of in epochs (stepDecay, multiStep, exponential, cosineRestarts) they count
 * epochs unless told otherwise by `per`; all others count iterations.
 */
export { type ConstantOptions, constant } from './constant.ts';
export { type CosineOptions, cosine } from './cosine.ts';
export { type CosineRestartsOptions, cosineRestarts } from './cosine_restarts.ts';
export { type ExponentialOptions, exponential } from './exponential.ts';
export { type InverseSquareRootOptions, inverseSquareRoot } from './inverse_square_root.ts';
export { type JoinOptions, join } from './join.ts';
export { type LinearOptions, linear } from './linear.ts';
export { type MultiStepOptions, multiStep } from './multi_step.ts';
export { type OneCycleOptions, oneCycle } from './one_cycle.ts';
export { type PolynomialOptions, polynomial } from './polynomial.ts';
export type { Schedule, Unit } from './schedule.ts';
export { type StepDecayOptions, stepDecay } from './step.ts';
export { type WarmUpOptions, warmUp } from './warm_up.ts';
