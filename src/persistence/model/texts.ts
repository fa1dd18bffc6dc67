/** The texts of a model file, of which most are JSON. */
import { DataError } from '../../errors/errors.ts';
import { UNCHANGED } from '../../formats/remedies.ts';
import { parseJson } from '../../formats/text.ts';

export type Texts = Readonly<Record<string, string>>;

/** What stands under `format`; the number changes when older readers would misread the file. */
export const FORMAT = 'epochal model 1';

/** The keys that are the library's; all others are the user's own texts. */
export const KEYS: readonly string[] = [
  ...['format', 'architecture', 'task', 'loss', 'lossOptions', 'classOutputs'],
  ...['classNames', 'featureNames', 'scalers', 'schema'],
];

/** A layer inside of a layer takes four levels; nobody nests this deep. */
const MAX_DEPTH = 256;

/** Plain data; undefined where there is no such text. @throws DataError for what is not JSON */
export function readJson(place: string, texts: Texts, key: string): unknown {
  if (texts[key] === undefined) return undefined;
  const where = `${place}, ${key}`;
  const value = parseJson(where, texts[key]);
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      // Anyone who walks through it would run out of stack.
      throw new DataError({
        where,
        expected: `at most ${MAX_DEPTH} objects and arrays inside of each other`,
        received: 'more',
        remedy: UNCHANGED,
      });
    }
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    );
  }
  return value;
}
