/** The core of the library: everything that `import ... from 'epochal'` gives. */

export { backward, type GradientsOptions, gradients, zeroGradients } from './autograd/backward.ts';
export { Tensor } from './autograd/methods.ts';
export type { Dataset } from './data/dataset.ts';
export * from './errors/index.ts';
export { type CompiledFunction, type CompileOptions, compile } from './graph/compile_function.ts';
export type { PlanReport } from './graph/plan.ts';
export type { Initializer, InitializerRequest } from './initializers/initializer.ts';
export { initializers } from './initializers/initializers.ts';
export { fromNdarray, toNdarray } from './interop/ndarray.ts';
export * from './losses/index.ts';
export * from './metrics/index.ts';
export * from './nn/index.ts';
export { noGrad } from './ops/gradient_mode.ts';
export * from './ops/public.ts';
export * from './optimizers/index.ts';
export * from './schedules/index.ts';
export type { ReduceOptions, SliceRange, VarianceOptions } from './tensor/axes.ts';
export {
  full,
  ones,
  type ParameterOptions,
  parameter,
  range,
  type TensorOptions,
  tensor,
  zeros,
} from './tensor/create.ts';
export type { Dtype, TypedArray } from './tensor/dtype.ts';
export type {
  ArrayOfRank,
  Broadcast,
  Gathered,
  NestedArray,
  OneLess,
  OneMore,
  RankOfShape,
  RankOfValues,
  Reduced,
} from './tensor/rank.ts';
export { normals, type Random, random, type Seed, type UniformRandom } from './tensor/rng.ts';
export type { Shape } from './tensor/shape.ts';
export type { Operand } from './tensor/tensor.ts';
export * from './train/index.ts';
export * from './transfer/index.ts';
