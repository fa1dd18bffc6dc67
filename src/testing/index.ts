/** `epochal/testing`: what a unit test of training mathematics needs, for any test runner. */
export { Tensor } from '../autograd/methods.ts';
export { assertFrozen } from './assert_frozen.ts';
export {
  type Disagreement,
  type GradcheckOptions,
  type GradcheckResult,
  gradcheck,
} from './gradcheck.ts';
export { type Closeness, type MatchResult, matchers, type TensorMatchers } from './matchers.ts';
export { type UniformOptions, uniform } from './uniform.ts';
