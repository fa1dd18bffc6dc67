/**
 * Two sets that both have names: columns are found by name, and so are classes. This is the one place
 * where that happens; anyone who brings sets together (training runs, evaluations, scalers, streams, saved
 * models) asks here.
 */
import { describe, describeShape } from '../errors/describe.ts';
import { DataError, ShapeError } from '../errors/errors.ts';
import type { Names } from '../nn/names.ts';
import { allocate, type TypedArray } from '../tensor/dtype.ts';
import { packedCopy } from '../tensor/strided.ts';
import { makeTensor, type Tensor } from '../tensor/tensor.ts';
import type { Dataset } from './dataset.ts';
import { readNames } from './names.ts';

/** Whose names they are, in words: `the training set`. */
type Owner = string;

/**
 * The dataset in the terms of others' names: the columns of its inputs in their order, its classes by
 * their numbers. Where one side has no names, or both have the same in the same order, it is the dataset
 * as it is. Classes that no sample has may be missing on either side.
 * @param where the dataset, for errors
 * @throws DataError for other columns, and for samples of a class that the names do not have
 */
export function reconcile(where: string, dataset: Dataset, names: Names, owner: Owner): Dataset {
  const inputs = reconcileInputs(where, dataset, names, owner);
  const targets = reconcileTargets(where, dataset, names, owner);
  if (inputs === dataset.inputs && targets === dataset.targets) return dataset;
  return { ...dataset, inputs, targets, ...joinNames(names, dataset) };
}

/** The names of the one, and where it has none those of the other. */
export function joinNames(first: Names, second: Names): Names {
  const classNames = first.classNames ?? second.classNames;
  const featureNames = first.featureNames ?? second.featureNames;
  return { ...(classNames && { classNames }), ...(featureNames && { featureNames }) };
}

/**
 * A name that two lists have at different places, so that both cannot be true of the same numbers; other
 * names for the same are no contradiction.
 */
export function contradiction(
  first: readonly string[] | undefined = [],
  second: readonly string[] | undefined = [],
): string | undefined {
  const place = new Map(second.map((name, at) => [name, at]));
  return first.find((name, at) => place.has(name) && place.get(name) !== at);
}

/** The inputs with their columns in the order of the names. */
export function reconcileInputs(
  where: string,
  { inputs, featureNames }: Pick<Dataset, 'inputs' | 'featureNames'>,
  names: Names,
  owner: Owner,
): Tensor {
  const known = names.featureNames;
  const own = readNames(`${where}.featureNames`, featureNames);
  if (own === undefined || known === undefined || areEqual(own, known)) return inputs;
  if (inputs.rank !== 2 || inputs.shape[1] !== own.length) {
    throw new ShapeError({
      where: `${where}.featureNames`,
      expected: `a name for each of the columns of inputs ${describeShape(inputs.shape)}`,
      received: `${own.length} names`,
      remedy: 'Make the dataset with fromArrays({ inputs, targets, featureNames }).',
    });
  }
  const [place, wanted] = [placesOf(own), placesOf(known)];
  const missing = known.filter((name) => !place.has(name));
  const others = own.filter((name) => !wanted.has(name));
  if (missing.length + others.length > 0) {
    const found = [
      ...(missing.length > 0 ? [`none named ${listed(missing)}`] : []),
      ...(others.length > 0 ? [`others named ${listed(others)}`] : []),
    ];
    throw new DataError({
      where: `${where}.featureNames`,
      expected: `the columns of ${owner}`,
      received: found.join(', and '),
      remedy:
        'Give both the same columns, in any order. For CSV files there is readCsvWith(schema, text).',
    });
  }
  return takeColumns(
    inputs,
    known.map((name) => place.get(name) as number),
    0,
  );
}

function reconcileTargets(
  where: string,
  { targets, classNames }: Dataset,
  names: Names,
  owner: Owner,
): Tensor {
  const known = names.classNames;
  const own = readNames(`${where}.classNames`, classNames);
  if (own === undefined || known === undefined || areEqual(own, known)) return targets;
  const place = placesOf(known);
  const numbers = own.map((name) => place.get(name) ?? -1);
  const width = targets.rank < 2 ? 1 : targets.shape[targets.rank - 1];
  const hasColumns = targets.rank > 1 && width === own.length;
  const isNumbered = targets.dtype === 'int32' && !hasColumns;
  const values = packedCopy(targets);
  const used = isNumbered ? usedNumbers(where, values, own) : usedColumns(values, own.length);
  const unknown = own.filter((_, k) => numbers[k] < 0 && (hasColumns || isNumbered) && used.has(k));
  if (unknown.length > 0) {
    throw new DataError({
      where: `${where}.classNames`,
      expected: `classes of ${owner}, ${listed(known)}`,
      received: `samples of ${listed(unknown)}`,
      remedy: `Leave these samples out, or train a network for all of them, with all names in every set: fromArrays({ classNames: ${describe([...known, ...unknown])} }).`,
    });
  }
  if (isNumbered) {
    const renumbered = values.map((value) => numbers[value]);
    return makeTensor(renumbered, targets.shape, targets.dtype);
  }
  if (hasColumns) {
    const places = placesOf(own);
    const absent = values.includes(-1) ? -1 : 0; // of hinge losses it is -1
    return takeColumns(
      targets,
      known.map((name) => places.get(name) ?? -1),
      absent,
    );
  }
  // One output for two classes, which are the same two the other way round.
  if (width === 1 && own.length === 2 && known.length === 2 && numbers[0] === 1) {
    const signs = values.includes(-1);
    const flipped = values.map((value) => (signs ? -value : 1 - value));
    return makeTensor(flipped, targets.shape, targets.dtype);
  }
  throw new DataError({
    where: `${where}.classNames`,
    expected: `those of ${owner}, ${listed(known)}, for ${targets.dtype} targets of shape ${describeShape(targets.shape)}`,
    received: listed(own),
    remedy: `Give all sets the same names in the same order: fromArrays({ classNames: ${describe(known)} }).`,
  });
}

function usedNumbers(where: string, values: TypedArray, own: readonly string[]): Set<number> {
  const used = new Set(values);
  const stranger = values.find((value) => !(value >= 0 && value < own.length));
  if (stranger === undefined) return used;
  throw new DataError({
    where: `${where}.classNames`,
    expected: 'a name for each of the classes',
    received: `${own.length} names, and class ${stranger}`,
    remedy: 'Make the dataset with fromArrays({ inputs, targets, classNames }).',
  });
}

/** The columns in which a sample has more than nothing. */
function usedColumns(values: TypedArray, width: number): Set<number> {
  const used = new Set<number>();
  values.forEach((value, at) => {
    if (value > 0) used.add(at % width);
  });
  return used;
}

/** Columns of the last axis by number; -1 is one that there is not, and is filled. */
function takeColumns(x: Tensor, columns: readonly number[], fill: number): Tensor {
  const width = x.shape[x.rank - 1];
  const rows = x.size / width;
  const from = packedCopy(x);
  const into = allocate(x.dtype, rows * columns.length);
  for (let row = 0; row < rows; row++) {
    columns.forEach((column, k) => {
      into[row * columns.length + k] = column < 0 ? fill : from[row * width + column];
    });
  }
  return makeTensor(into, [...x.shape.slice(0, -1), columns.length], x.dtype);
}

function placesOf(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, at) => [name, at]));
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((name, at) => name === b[at]));
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6).map(describe).join(', ');
  return names.length > 6 ? `${shown}, … ${names.length} in all` : shown;
}
