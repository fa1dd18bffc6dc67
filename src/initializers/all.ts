/** Every initializer that this library has. One of this list is read from architectures, too. */
export { type ConstantOptions, constant, ones, zeros } from './constant.ts';
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
