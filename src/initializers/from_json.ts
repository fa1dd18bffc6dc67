import { registry } from '../errors/registry.ts';
import * as all from './all.ts';
import type { Initializer } from './initializer.ts';

/** An initializer as it is written down: what `JSON.stringify` keeps of it. */
export type InitializerDescription = Pick<Initializer, 'name'> &
  Partial<Pick<Initializer, 'options'>>;

type Factory = (options: InitializerDescription['options']) => Initializer;

// Each reads its own options completely, so what comes out of a file is checked there.
const known = registry('an initializer', all as Readonly<Record<string, unknown>>);

/**
 * The initializer that a description names.
 * @throws DataError for a name that is not one of this library's; OptionError as the initializer does
 * @example initializerFromJSON({ name: 'constant', options: { value: 0.1 } })
 */
export function initializerFromJSON(description: InitializerDescription): Initializer {
  const factory = known.get(
    'initializerFromJSON',
    description?.name,
    'An initializer of your own cannot be read back: build the network from its layers.',
  ) as Factory;
  return factory(description.options);
}
