import type { Initializer } from '../initializers/initializer.ts';
import { parameter } from '../tensor/create.ts';
import { uniformRandom } from '../tensor/rng.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { BuildRequest } from './layer.ts';
import { checkGiven } from './state.ts';

/**
 * A parameter with initial values from its own stream of random numbers, named after it, so that the
 * values do not depend on what other layers draw.
 * @throws DataError when the request brings values, and others than these; before memory is taken
 */
export function initialize(
  localName: string,
  shape: Shape,
  initializer: Initializer,
  { name, dtype, seed, values }: Pick<BuildRequest, 'name' | 'dtype' | 'seed' | 'values'>,
  fans: { readonly fanIn: number; readonly fanOut: number },
): Tensor {
  const fullName = `${name}.${localName}`;
  if (values !== undefined) {
    return parameter(checkGiven(values, fullName, { shape, dtype }), { dtype, name: fullName });
  }
  const stream = uniformRandom(seed, `init/${fullName}`);
  const drawn = initializer.sample({ shape, dtype, random: stream, ...fans });
  return parameter(drawn, { shape, dtype, name: fullName });
}
