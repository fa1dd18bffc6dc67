/** Penalties and constraints, each with the parameter that it is for. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { checkPrecision } from '../tensor/precision.ts';
import { collect, type NamedLayer } from './build.ts';

/**
 * What layers hold for parameters, each with its parameter, in the order of the layers.
 * @throws OptionError when a layer has no parameter of that name
 */
export function withParameters<K extends 'penalties' | 'constraints'>(
  layers: readonly NamedLayer[],
  kind: K,
) {
  const parameters = new Map(collect(layers, 'parameters'));
  return collect(layers, kind).map(([name, part]) => {
    const parameter = parameters.get(name);
    if (parameter !== undefined) {
      checkPrecision(`${name} (${part.name})`, part.options, parameter.dtype);
      return { parameter, part };
    }
    throw new OptionError({
      where: `sequential, ${kind}`,
      expected: `the name of a parameter: ${[...parameters.keys()].join(', ')}`,
      received: describe(name),
      remedy: 'Correct the name that the layer gives.',
    });
  });
}
