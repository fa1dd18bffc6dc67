/** Classes by number, from names or numbers. */
import { describe, describeShape } from '../errors/describe.ts';
import { DataError, ShapeError } from '../errors/errors.ts';
import { isClass } from '../losses/class_numbers.ts';
import { tensor } from '../tensor/create.ts';
import type { TypedArray } from '../tensor/dtype.ts';
import { packed } from '../tensor/strided.ts';
import type { Tensor } from '../tensor/tensor.ts';

export interface Classes {
  /** `[samples]`, int32, of classes. */
  readonly targets: Tensor;
  readonly classNames?: readonly string[];
}

/**
 * Targets as class numbers.
 * @param targets the name or the number of each sample's class
 * @param names the classes in order; by default the names that occur, sorted by code unit
 * @param count how many classes there are, where that is known
 * @throws DataError naming the row of a class that there is not
 */
export function classIndices(
  targets: Tensor | readonly unknown[],
  names?: readonly string[],
  count?: number,
): Classes {
  if (!Array.isArray(targets)) return fromNumbers(targets as Tensor, names, count);
  const classNames = names ?? [...new Set(targets)].sort();
  const numbers = new Map(classNames.map((name, index) => [name, index]));
  const classes = targets.map((target, row) => {
    const index = typeof target === 'string' ? numbers.get(target) : undefined;
    if (index === undefined)
      throw noClass(target, row, `one of ${classNames.map(describe).join(', ')}`);
    return index;
  });
  return { targets: tensor(Int32Array.from(classes)), classNames };
}

function fromNumbers(
  targets: Tensor,
  classNames: readonly string[] | undefined,
  count: number | undefined,
): Classes {
  const numbers = classNumbers(targets, count);
  if (numbers === undefined) {
    throw new ShapeError({
      where: 'fromArrays.targets',
      expected: `a class for each sample, or one-hot rows${count === undefined ? '' : ` [samples, ${count}]`}`,
      received: `shape ${describeShape(targets.shape)}`,
      remedy: 'Give one class for each sample, or leave classes and classNames out.',
    });
  }
  const row = numbers.findIndex((number) => !isClass(number, count ?? MANY));
  if (row >= 0) {
    const range = count === undefined ? 'or more' : `to ${count - 1}`;
    throw noClass(numbers[row], row, `a class: a whole number, 0 ${range}`);
  }
  const made = { targets: tensor(Int32Array.from(numbers)) };
  return classNames === undefined ? made : { ...made, classNames };
}

/** What int32 holds, where the number of classes is not known. */
const MANY = 2 ** 31;

/**
 * The number that is given for each sample, `[samples]` or `[samples, 1]`, or the place of the 1 in a
 * one-hot row `[samples, count]`; undefined for targets of another form.
 */
export function classNumbers(targets: Tensor, count?: number): TypedArray | undefined {
  const values = packed(targets);
  const width = targets.rank === 1 ? 1 : targets.shape[1];
  if (targets.rank > 2) return undefined;
  if (width === 1) return values;
  if (count !== undefined && width !== count) return undefined;
  const places = new Int32Array(targets.shape[0]);
  for (let row = 0; row < places.length; row++) {
    const own = values.subarray(row * width, (row + 1) * width);
    if (!own.every((value) => value === 0 || value === 1)) return undefined;
    places[row] = own.indexOf(1);
    if (places[row] < 0 || places[row] !== own.lastIndexOf(1)) return undefined;
  }
  return places;
}

function noClass(target: unknown, row: number, expected: string): DataError {
  return new DataError({
    where: 'fromArrays.targets',
    expected,
    received: `${describe(target)} in row ${row}`,
    remedy: 'Correct this row.',
  });
}
