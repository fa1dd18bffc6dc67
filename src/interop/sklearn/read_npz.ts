/**
 * The attributes of estimators in a `.npz` file, as three lines of Python write them: each in an array
 * named `0.StandardScaler.mean_`, by the place in the pipeline, the class and the attribute; of a list of
 * arrays each by its number, `1.MLPClassifier.coefs_.0`.
 */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { type Inflate, unpackZip } from '../../formats/zip/unpack.ts';
import { type Attribute, type Estimator, isKnown, unknownClass } from './estimator.ts';

/** How such an entry is called. */
export const ENTRY = /^(\d{1,4})\.(\w{1,100})\.(\w{1,100})(?:\.(\d{1,4}))?\.npy$/;

/** What an archive may unpack to, in bytes. */
export const MAX_BYTES = 2 ** 32;

/** @throws DataError for other entries, and for classes that are not known */
export function readEstimators(
  where: string,
  bytes: Uint8Array,
  inflate: Inflate | undefined,
): readonly Estimator[] {
  const contents = unpackZip(where, bytes, { inflate, maxBytes: MAX_BYTES });
  const estimators = new Map<number, { type: string; attributes: Map<string, Attribute> }>();
  const lists = new Map<string, Attribute[]>();
  for (const [entry, data] of contents) {
    const [, place, type, name, index] = ENTRY.exec(entry) ?? [];
    if (place === undefined) {
      throw new DataError({
        where,
        expected: 'arrays with names such as 1.MLPClassifier.alpha',
        received: describe(entry),
        remedy: 'Write the file with the lines of docs/scikit_learn.md.',
      });
    }
    if (!isKnown(type)) throw unknownClass(where, type);
    const known = estimators.get(Number(place));
    if (known !== undefined && known.type !== type) {
      throw contradiction(where, `${place}.${known.type} and ${place}.${type}`);
    }
    const estimator = known ?? { type, attributes: new Map<string, Attribute>() };
    estimators.set(Number(place), estimator);
    const attribute: Attribute = { kind: 'array', bytes: data, from: entry.slice(0, -4) };
    if (index === undefined) {
      if (estimator.attributes.has(name)) throw contradiction(where, entry);
      estimator.attributes.set(name, attribute);
      continue;
    }
    const key = `${place}.${name}`;
    let items = lists.get(key);
    if (items === undefined) {
      if (estimator.attributes.has(name)) throw contradiction(where, entry);
      items = [];
      lists.set(key, items);
      estimator.attributes.set(name, { kind: 'list', items });
    }
    items[Number(index)] = attribute;
  }
  for (const [key, items] of lists) {
    for (let i = 0; i < items.length; i++) {
      if (items[i] === undefined) throw contradiction(where, `${key} without number ${i}`);
    }
  }
  return [...estimators]
    .sort(([a], [b]) => a - b)
    .map(([place, estimator]) => ({ ...estimator, where: `${where}, ${place}.${estimator.type}` }));
}

function contradiction(where: string, received: string): DataError {
  return new DataError({
    where,
    expected: 'each estimator and attribute once, and all arrays of a list',
    received,
    remedy: 'Write the file again with the lines of docs/scikit_learn.md.',
  });
}
