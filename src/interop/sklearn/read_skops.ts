/**
 * The attributes of estimators in a `.skops` file: an archive with `schema.json`, a tree of nodes that name
 * the class of each object, and a `.npy` file for each array. Of the nodes those that are data are read;
 * classes are looked up among the known ones, and nothing is made or called by its name.
 * @see https://skops.readthedocs.io/en/stable/persistence.html
 */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { DAMAGED } from '../../formats/remedies.ts';
import { decodeText, parseJson } from '../../formats/text.ts';
import { type Inflate, unpackZip } from '../../formats/zip/unpack.ts';
import { type Attribute, type Estimator, isKnown, plainOf, unknownClass } from './estimator.ts';
import { MAX_BYTES } from './read_npz.ts';

export const SCHEMA = 'schema.json';

interface SkopsNode {
  readonly __class__?: unknown;
  readonly __module__?: unknown;
  readonly __loader__?: unknown;
  readonly __id__?: unknown;
  readonly content?: unknown;
  readonly type?: unknown;
  readonly file?: unknown;
}

export interface ReadSkops {
  readonly estimators: readonly Estimator[];
  readonly producer: string;
}

/** Lists inside of lists, at most. */
const MAX_DEPTH = 16;

/** @throws DataError for classes that are not known, by name, and for damage */
export function readSkops(
  where: string,
  bytes: Uint8Array,
  inflate: Inflate | undefined,
): ReadSkops {
  const contents = unpackZip(where, bytes, { inflate, maxBytes: MAX_BYTES });
  const schema = contents.get(SCHEMA);
  if (schema === undefined) throw damaged(where, SCHEMA, 'no such entry');
  const at = `${where}, ${SCHEMA}`;
  const root = parseJson(at, decodeText(at, schema));
  if (!isNode(root)) throw damaged(at, 'an object', describe(root));
  const reader = new SkopsReader(at, contents, root);
  const estimators = reader.estimators(root);
  const skops = (root as { _skops_version?: unknown })._skops_version;
  const version = estimators
    .map((estimator) => plainOf(estimator, '_sklearn_version'))
    .find(Boolean);
  const producer = [
    version === undefined ? 'scikit-learn' : `scikit-learn ${version}`,
    typeof skops === 'string' ? `skops ${skops.slice(0, 20)}` : 'skops',
  ];
  return { estimators, producer: producer.join(', ') };
}

const isNode = (value: unknown): value is SkopsNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class SkopsReader {
  readonly #where: string;
  readonly #contents: ReadonlyMap<string, Uint8Array>;
  /** Arrays by their ids: what stands twice is written once. */
  readonly #byId = new Map<unknown, SkopsNode>();

  constructor(where: string, contents: ReadonlyMap<string, Uint8Array>, root: SkopsNode) {
    this.#where = where;
    this.#contents = contents;
    this.#collect(root);
  }

  /** Level by level, for a file can nest without end. */
  #collect(root: SkopsNode): void {
    let level: unknown[] = [root];
    while (level.length > 0) {
      for (const node of level) {
        if (isNode(node) && node.__id__ !== undefined && node.__loader__ !== 'CachedNode') {
          this.#byId.set(node.__id__, node);
        }
      }
      level = level.flatMap((item) =>
        typeof item === 'object' && item !== null ? Object.values(item) : [],
      );
    }
  }

  estimators(root: SkopsNode): readonly Estimator[] {
    const { type } = this.#classOf(root);
    if (isKnown(type)) return [this.#estimator(root, type)];
    if (type !== 'Pipeline') throw unknownClass(this.#where, type);
    const rows = this.#state(root).steps;
    const items = isNode(rows) && Array.isArray(rows.content) ? rows.content : [];
    const estimators = items.map((row) => {
      const pair: unknown = isNode(row) ? row.content : undefined;
      const node: unknown = Array.isArray(pair) ? pair[1] : undefined;
      if (!isNode(node)) throw damaged(this.#where, 'estimators of a pipeline', describe(row));
      return node;
    });
    return estimators.flatMap((node) => {
      if (isPassthrough(node)) return [];
      const inner = this.#classOf(node);
      if (!isKnown(inner.type)) throw unknownClass(this.#where, inner.type);
      return [this.#estimator(node, inner.type)];
    });
  }

  /** The class, of scikit-learn where it is one of ours: a namesake of another module is another class. */
  #classOf({ __class__: name, __module__: module }: SkopsNode): { readonly type: string } {
    if (typeof name !== 'string' || typeof module !== 'string') {
      throw damaged(this.#where, 'an object with a class', describe(name));
    }
    return { type: module.split('.')[0] === 'sklearn' ? name : `${module}.${name}` };
  }

  #state(node: SkopsNode): Readonly<Record<string, unknown>> {
    const dictionary = node.content;
    const state = isNode(dictionary) ? dictionary.content : undefined;
    if (isNode(state)) return state as Readonly<Record<string, unknown>>;
    throw damaged(this.#where, 'an object with attributes', describe(dictionary));
  }

  #estimator(node: SkopsNode, type: string): Estimator {
    const where = `${this.#where}, ${type}`;
    const attributes = new Map(
      Object.entries(this.#state(node)).map(([name, value]): [string, Attribute] => [
        name,
        this.#attribute(`${where}, ${name}`, `${type}.${name}`, value, 0),
      ]),
    );
    return { type, where, attributes };
  }

  #attribute(where: string, from: string, given: unknown, depth: number): Attribute {
    if (depth > MAX_DEPTH) return { kind: 'other', what: 'lists inside of lists' };
    let node = given;
    if (isNode(node) && node.__loader__ === 'CachedNode') node = this.#byId.get(node.__id__);
    if (!isNode(node)) throw damaged(where, 'a node', describe(given));
    const { __loader__: loader, content, file, type } = node;
    if (loader === 'JsonNode') return plain(where, content);
    if (loader === 'NdArrayNode' && type === 'numpy') {
      const bytes = typeof file === 'string' ? this.#contents.get(file) : undefined;
      if (bytes === undefined) throw damaged(where, 'an array in the archive', describe(file));
      return { kind: 'array', bytes, from };
    }
    const isList = loader === 'ListNode' || loader === 'TupleNode' || loader === 'NdArrayNode';
    if (isList && Array.isArray(content)) {
      const items = content.map((item, i) =>
        this.#attribute(where, `${from}[${i}]`, item, depth + 1),
      );
      return { kind: 'list', items };
    }
    return { kind: 'other', what: String(node.__class__) };
  }
}

function plain(where: string, content: unknown): Attribute {
  const value = typeof content === 'string' ? parseJson(where, content) : undefined;
  if (value === null || ['number', 'boolean', 'string'].includes(typeof value)) {
    return { kind: 'plain', value: value as number | boolean | string | null };
  }
  return { kind: 'other', what: 'JSON' };
}

/** A estimator of a pipeline that does nothing. */
function isPassthrough({ __loader__: loader, content }: SkopsNode): boolean {
  return loader === 'JsonNode' && (content === '"passthrough"' || content === 'null');
}

function damaged(where: string, expected: string, received: string): DataError {
  return new DataError({ where, expected, received, remedy: DAMAGED });
}
