export { type ConstantOptions, constant, ones, zeros } from './constant.ts';
export { type InitializerDescription, initializerFromJSON } from './from_json.ts';
export type { Initializer, InitializerRequest } from './initializer.ts';
export { type OrthogonalOptions, orthogonal } from './orthogonal.ts';
export {
  type NormalOptions,
  normal,
  truncatedNormal,
  type UniformOptions,
  uniform,
} from './random.ts';
export {
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  lecunNormal,
  lecunUniform,
} from './variance_scaling.ts';
