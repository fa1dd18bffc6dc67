import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { constant, ones, zeros } from './constant.ts';
import type { Initializer } from './initializer.ts';
import { orthogonal } from './orthogonal.ts';
import { normal, truncatedNormal, uniform } from './random.ts';
import {
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  lecunNormal,
  lecunUniform,
} from './variance_scaling.ts';

/** An initializer as it is written down: what `JSON.stringify` keeps of it. */
export type InitializerDescription = Pick<Initializer, 'name'> &
  Partial<Pick<Initializer, 'options'>>;

type Factory = (options: InitializerDescription['options']) => Initializer;

// Each factory reads its own options completely, so what comes out of a file is checked there.
const factories: ReadonlyMap<string, Factory> = new Map(
  Object.entries({
    zeros,
    ones,
    constant,
    uniform,
    normal,
    truncatedNormal,
    glorotUniform,
    glorotNormal,
    heUniform,
    heNormal,
    lecunUniform,
    lecunNormal,
    orthogonal,
  }) as [string, Factory][],
);

/**
 * The initializer that a description names.
 * @throws DataError for a name that is not one of this library's; OptionError as the initializer does
 * @example initializerFromJSON({ name: 'constant', options: { value: 0.1 } })
 */
export function initializerFromJSON(description: InitializerDescription): Initializer {
  const factory = factories.get(description?.name);
  if (factory === undefined) {
    throw new DataError({
      where: 'initializerFromJSON',
      expected: `the name of an initializer: ${[...factories.keys()].join(', ')}`,
      received: describe(description?.name),
      remedy: 'An initializer of your own cannot be read back: build the network from its layers.',
    });
  }
  return factory(description.options);
}
