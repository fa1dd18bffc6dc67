/** Everything about a model but its numbers, as the texts that stand in a file's metadata. */
import { describe } from '../../errors/describe.ts';
import { DataError, OptionError } from '../../errors/errors.ts';
import type { Architecture } from '../../nn/architecture.ts';
import type { Model } from '../../nn/sequential.ts';
import type { ReadExtras } from './extras.ts';
import { FORMAT, KEYS, readJson, type Texts } from './texts.ts';

/** @throws OptionError for a layer that no file can hold, and for a user's text under a key of ours */
export function encodeDescription(model: Model, extras: ReadExtras): Texts {
  return { format: FORMAT, architecture: JSON.stringify(model), ...encodeExtras(extras) };
}

/** @throws OptionError for a user's text under a key of ours */
export function encodeExtras(extras: ReadExtras): Texts {
  const { metadata, scalers, task, loss, ...others } = extras;
  const taken = KEYS.find((key) => Object.hasOwn(metadata, key));
  if (taken !== undefined) {
    throw new OptionError({
      where: 'writeModel.metadata',
      expected: `texts under other keys than ${KEYS.join(', ')}`,
      received: taken,
      remedy: 'Choose another key.',
    });
  }
  const json = { ...(scalers.length > 0 && { scalers }), ...others };
  const texts: [string, string | undefined][] = [
    ...Object.entries({ ...metadata, task, loss }),
    ...Object.entries(json).map(([key, value]): [string, string] => [key, JSON.stringify(value)]),
  ];
  return Object.fromEntries(
    texts.filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/** @throws DataError unless the texts are those of a model file */
export function decodeArchitecture(where: string, texts: Texts): Architecture {
  if (texts.format !== FORMAT) {
    const isLater = texts.format?.startsWith('epochal model ') ?? false;
    throw new DataError({
      where,
      expected: `a model file, whose metadata say format: ${describe(FORMAT)}`,
      received: texts.format === undefined ? 'no such text' : describe(texts.format),
      remedy: isLater
        ? 'A later version of epochal wrote it: update.'
        : 'Tensors alone are read by readSafetensors, and put into a model by loadState.',
      ...(!isLater && { advice: [{ kind: 'modelFile' }] }),
    });
  }
  return readJson(where, texts, 'architecture') as Architecture;
}
