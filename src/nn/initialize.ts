import type { Initializer } from '../initializers/initializer.ts';
import { parameter } from '../tensor/create.ts';
import { random } from '../tensor/rng.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { BuildRequest } from './layer.ts';

/**
 * A parameter with initial values from its own stream of random numbers, named after it, so that the
 * values do not depend on what other layers draw.
 */
export function initialize(
  localName: string,
  shape: Shape,
  initializer: Initializer,
  { name, dtype, seed }: Pick<BuildRequest, 'name' | 'dtype' | 'seed'>,
  fans: { readonly fanIn: number; readonly fanOut: number },
): Tensor {
  const fullName = `${name}.${localName}`;
  const stream = random(seed, `init/${fullName}`);
  const values = initializer.sample({ shape, random: stream, ...fans });
  return parameter(values, { shape, dtype, name: fullName });
}
