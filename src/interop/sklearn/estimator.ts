/** An estimator of scikit-learn, as files hold it: its class, and its attributes as data. */
import { describe, describeShape } from '../../errors/describe.ts';
import type { DataError } from '../../errors/errors.ts';
import { type Labels, readLabels } from '../../formats/numpy/labels.ts';
import { parseNpy } from '../../formats/numpy/npy.ts';
import { cast } from '../../ops/elementwise/cast.ts';
import { isFloat } from '../../tensor/dtype.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { notUnderstood } from '../blueprint.ts';

/** What an attribute can be; arrays are the bytes of a `.npy` file, and read when they are asked for. */
export type Attribute =
  | { readonly kind: 'plain'; readonly value: number | boolean | string | null }
  | { readonly kind: 'array'; readonly bytes: Uint8Array; readonly from: string }
  | { readonly kind: 'list'; readonly items: readonly Attribute[] }
  /** An object that nothing here needs. */
  | { readonly kind: 'other'; readonly what: string };

export interface Estimator {
  /** The class, such as `MLPClassifier`. */
  readonly type: string;
  /** For messages: the file, and the place in it. */
  readonly where: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** The classes that are known. Any other is refused by its name, and nothing of it is looked at. */
export const NETWORKS = ['MLPClassifier', 'MLPRegressor'];
export const SCALERS = ['StandardScaler', 'MinMaxScaler'];
export const isKnown = (type: string) => NETWORKS.includes(type) || SCALERS.includes(type);

/** @throws DataError for a class that is none of those */
export function unknownClass(where: string, type: string): DataError {
  return notUnderstood(
    where,
    type,
    `one of ${[...NETWORKS, ...SCALERS].join(', ')}, by itself or in a Pipeline`,
    'Export the whole as ONNX with skl2onnx, or do in your program what this estimator does.',
  );
}

/** A single value; undefined where there is no such attribute, or nothing in it. */
export function plainOf(estimator: Estimator, name: string): number | boolean | string | undefined {
  const attribute = estimator.attributes.get(name);
  if (attribute?.kind === 'plain') return attribute.value ?? undefined;
  if (attribute?.kind !== 'array') return undefined;
  const { kind, texts, shape } = labelsIn(estimator, name, attribute);
  if (shape.length > 0) throw misfit(estimator, name, 'a single value', describeShape(shape));
  if (kind === 'truth') return texts[0] === 'True';
  return kind === 'text' ? texts[0] : Number(texts[0]);
}

/** @throws DataError for something else than a number */
export function numberOf(estimator: Estimator, name: string): number | undefined {
  const value = plainOf(estimator, name);
  if (value === undefined || typeof value === 'number') return value;
  throw misfit(estimator, name, 'a number', describe(value));
}

/** @throws DataError for something else than a text */
export function textOf(estimator: Estimator, name: string): string | undefined {
  const value = plainOf(estimator, name);
  if (value === undefined || typeof value === 'string') return value;
  throw misfit(estimator, name, 'a text', describe(value));
}

/** Names, or numbers that are names; undefined where there is no such attribute. */
export function labelsOf(estimator: Estimator, name: string): readonly string[] | undefined {
  const attribute = estimator.attributes.get(name);
  if (attribute?.kind === 'array') {
    const { shape, texts } = labelsIn(estimator, name, attribute);
    if (shape.length === 1) return texts;
    throw misfit(estimator, name, 'a row of names', `shape ${describeShape(shape)}`);
  }
  if (attribute?.kind !== 'list') return undefined;
  return attribute.items.map((item) => {
    if (item.kind !== 'plain') throw misfit(estimator, name, 'names', item.kind);
    return typeof item.value === 'boolean' ? (item.value ? 'True' : 'False') : String(item.value);
  });
}

function labelsIn(
  estimator: Estimator,
  name: string,
  { bytes }: Extract<Attribute, { kind: 'array' }>,
): Labels {
  return readLabels(`${estimator.where}, ${name}`, bytes);
}

/** An array of numbers with floating point, and where it is from. */
export interface FoundArray {
  readonly tensor: Tensor;
  readonly from: string;
}

/** A row of numbers, float64; undefined where there is no such attribute. */
export function rowOf(estimator: Estimator, name: string): Tensor | undefined {
  const attribute = estimator.attributes.get(name);
  if (attribute?.kind !== 'array') return undefined;
  const { tensor } = floatsIn(estimator, name, attribute);
  if (tensor.rank !== 1) {
    throw misfit(
      estimator,
      name,
      'a number for each column',
      `shape ${describeShape(tensor.shape)}`,
    );
  }
  return cast(tensor, 'float64');
}

/** Arrays in their order, such as `coefs_`. @throws DataError where that is not what there is */
export function arraysOf(estimator: Estimator, name: string): readonly FoundArray[] {
  const attribute = estimator.attributes.get(name);
  if (attribute?.kind !== 'list') {
    throw misfit(estimator, name, 'arrays: those of an estimator after fit', 'none');
  }
  return attribute.items.map((item, i) => {
    if (item.kind !== 'array') throw misfit(estimator, name, 'arrays', item.kind);
    return floatsIn(estimator, `${name}[${i}]`, item);
  });
}

function floatsIn(
  estimator: Estimator,
  name: string,
  { bytes, from }: Extract<Attribute, { kind: 'array' }>,
): FoundArray {
  const tensor = parseNpy(`${estimator.where}, ${name}`, bytes);
  if (isFloat(tensor.dtype)) return { tensor, from };
  throw misfit(estimator, name, 'numbers with floating point', tensor.dtype);
}

export function misfit(
  estimator: Estimator,
  name: string,
  expected: string,
  received: string,
): DataError {
  return notUnderstood(
    `${estimator.where}, ${name}`,
    received,
    expected,
    'Save the estimator again, after fit.',
  );
}
