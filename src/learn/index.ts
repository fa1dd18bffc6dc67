/** `epochal/learn`: look behind the numbers. */
export { Tensor } from '../autograd/methods.ts';
export { type ExplainOptions, type Explanation, explain } from './explain.ts';
export { fingerprint } from './fingerprint.ts';
export {
  type GradientPath,
  type GradientTerm,
  type GradientTerms,
  type GradientTermsOptions,
  gradientTerms,
} from './gradient_terms.ts';
export type { ExplainedValue } from './graph.ts';
export { type Inspection, inspect } from './inspect.ts';
export {
  type Direction,
  type LossSurface,
  type LossSurfaceOptions,
  lossSurface,
} from './loss_surface.ts';
export { type MinimizeOptions, type MinimizePoint, minimize } from './minimize.ts';
export type { Moment, Phase, Place } from './moment.ts';
export { type PerSampleOptions, perSampleGradients, perSampleLosses } from './per_sample.ts';
export { type PlaceRequest, type Timeline, type TimelineOptions, timeline } from './timeline.ts';
