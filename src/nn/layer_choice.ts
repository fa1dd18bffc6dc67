/** Which layers of a network are meant: by the beginning of their names, or by depth. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { positiveInteger } from '../errors/options.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { collect, type NamedLayer } from './build.ts';

/**
 * The beginning of names (`layers.0`, or `layers.0.weight`), or a depth: `{ first: 3 }` are the three
 * layers nearest the input, `{ last: 1 }` is the one nearest the output. Depth counts layers that have
 * parameters; activations, dropout and their like do not count.
 */
export type LayerChoice = string | { readonly first: number } | { readonly last: number };

/** The layers that have parameters, from the input to the output: what depth counts. */
export function layersWithParameters(layers: readonly NamedLayer[]): NamedLayer[] {
  return layers.filter(({ built }) => Object.keys(built.parameters ?? {}).length > 0);
}

/**
 * The test whether a parameter or buffer, by its full name, is among the chosen.
 * @param where the function that the caller used
 * @throws OptionError for a choice that is none, or of more layers than there are
 */
export function readChoice(
  where: string,
  layers: readonly NamedLayer[],
  choice: LayerChoice,
): (name: string) => boolean {
  if (typeof choice === 'string') return (name) => matchesPrefix(name, choice);
  const deep = layersWithParameters(layers);
  const [[side, count] = ['', 0], ...others] = Object.entries(choice ?? {});
  const isDepth = (side === 'first' || side === 'last') && others.length === 0;
  if (!isDepth || !positiveInteger.accepts(count) || count > deep.length) {
    throw new OptionError({
      where,
      expected: `the beginning of a name, or { first: n } or { last: n } of the ${deep.length} layers with parameters`,
      received: isDepth ? `{ ${side}: ${describe(count)} }` : describe(choice),
      remedy: 'Give for example "layers.0" or { first: 1 }.',
    });
  }
  const chosen = side === 'first' ? deep.slice(0, count) : deep.slice(-count);
  return (name) => chosen.some((layer) => matchesPrefix(name, layer.name));
}

/**
 * The parameters of the chosen layers.
 * @throws OptionError as `readChoice` does, and when no parameter is meant
 */
export function chosenParameters(
  where: string,
  layers: readonly NamedLayer[],
  choice: LayerChoice,
): Tensor[] {
  const isChosen = readChoice(where, layers, choice);
  const parameters = collect(layers, 'parameters');
  const chosen = parameters.filter(([name]) => isChosen(name));
  if (chosen.length > 0) return chosen.map(([, parameter]) => parameter);
  throw new OptionError({
    where,
    expected: `the beginning of a parameter's name: ${parameters.map(([name]) => name).join(', ')}`,
    received: describe(choice),
    remedy: 'Choose by one of these.',
  });
}

/** Whether a dotted name lies under a prefix: `layers.1` covers `layers.1.bias`, not `layers.10.bias`. */
export function matchesPrefix(name: string, prefix: string): boolean {
  return prefix === '' || name === prefix || name.startsWith(`${prefix}.`);
}
