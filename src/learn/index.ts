/** `epochal/learn`: look behind the numbers. */
export { Tensor } from '../autograd/methods.ts';
export { type ExplainOptions, type Explanation, explain } from './explain.ts';
export { fingerprint } from './fingerprint.ts';
export type { ExplainedValue } from './graph.ts';
export { type Inspection, inspect } from './inspect.ts';
