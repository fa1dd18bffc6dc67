import type { Initializer } from './initializer.ts';
import { glorotUniform, heNormal, lecunNormal } from './variance_scaling.ts';

/** Activations that pass about half of what comes in. */
const RELU_FAMILY = new Set('relu leakyRelu elu gelu geluTanh silu mish softplus'.split(' '));

/**
 * How the weights before an activation begin, unless told otherwise:
 *
 * | activation | initializer |
 * | --- | --- |
 * | relu, leakyRelu, elu, gelu, geluTanh, silu, mish, softplus | `heNormal` |
 * | selu | `lecunNormal` |
 * | every other, or none: tanh, sigmoid, hardTanh, hardSigmoid, softmax, logSoftmax, ... | `glorotUniform` |
 */
export function defaultInitializer(activation?: string): Initializer {
  if (activation === 'selu') return lecunNormal();
  return activation !== undefined && RELU_FAMILY.has(activation) ? heNormal() : glorotUniform();
}
