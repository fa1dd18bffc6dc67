import type { Initializer } from '../initializers/initializer.ts';
import { parameter } from '../tensor/create.ts';
import { uniformRandom } from '../tensor/rng.ts';
import type { Shape } from '../tensor/shape.ts';
import { Storage } from '../tensor/storage.ts';
import { packedCopy } from '../tensor/strided.ts';
import { type Tensor, tensorOver } from '../tensor/tensor.ts';
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
  request: Pick<BuildRequest, 'name' | 'dtype' | 'seed' | 'values' | 'ownsValues'>,
  fans: { readonly fanIn: number; readonly fanOut: number },
): Tensor {
  const { name, dtype, seed, values, ownsValues = false } = request;
  const fullName = `${name}.${localName}`;
  if (values !== undefined) {
    return parameterOf(checkGiven(values, fullName, { shape, dtype }), fullName, ownsValues);
  }
  const stream = uniformRandom(seed, `init/${fullName}`);
  const drawn = initializer.sample({ shape, dtype, random: stream, ...fans });
  return parameter(drawn, { shape, dtype, name: fullName });
}

/** Storages that parameters have taken over: a tensor that two layers are given is copied for the second. */
const taken = new WeakSet<Storage>();

/** A parameter with these numbers: in their own memory where that may be kept, and in a copy otherwise. */
function parameterOf(given: Tensor, name: string, mayKeep: boolean): Tensor {
  const { storage, shape, dtype, size, offset } = given;
  const keeps =
    mayKeep &&
    given.isContiguous &&
    offset === 0 &&
    storage.size === size &&
    !storage.isLent &&
    !taken.has(storage);
  const own = keeps ? storage : new Storage(dtype, size, packedCopy(given));
  taken.add(own);
  const made = tensorOver(own, shape);
  made.requiresGrad = true;
  made.name = name;
  return made;
}
