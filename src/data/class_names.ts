/** Classes by number, from names or numbers. */
import { describe, describeShape } from '../errors/describe.ts';
import { DataError, ShapeError } from '../errors/errors.ts';
import { tensor } from '../tensor/create.ts';
import { packed } from '../tensor/strided.ts';
import type { Tensor } from '../tensor/tensor.ts';

export interface Classes {
  /** `[samples]`, int32. */
  readonly targets: Tensor;
  readonly classNames?: readonly string[];
}

/**
 * Targets as class numbers.
 * @param targets the name or the number of each sample's class
 * @param names the classes in order; by default the names that occur, sorted by code unit
 * @throws DataError naming the row of a class that there is not
 */
export function classIndices(
  targets: Tensor | readonly unknown[],
  names?: readonly string[],
): Classes {
  if (!Array.isArray(targets)) return fromNumbers(targets as Tensor, names);
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

function fromNumbers(targets: Tensor, classNames?: readonly string[]): Classes {
  if (targets.rank !== 1) {
    throw new ShapeError({
      where: 'fromArrays.targets',
      expected: 'classes as a flat list, shape [samples]',
      received: `shape ${describeShape(targets.shape)}`,
      remedy:
        'Give one class for each sample; to turn one-hot rows into classes: targets.argmax({ axis: 1 }).',
    });
  }
  const count = classNames?.length ?? 2 ** 31;
  const flat = packed(targets);
  for (let row = 0; row < flat.length; row++) {
    const target = flat[row];
    if (Number.isInteger(target) && target >= 0 && target < count) continue;
    const range = classNames === undefined ? 'or more' : `to ${count - 1}`;
    throw noClass(target, row, `a class: a whole number, 0 ${range}`);
  }
  const made = { targets: tensor(Int32Array.from(flat)) };
  return classNames === undefined ? made : { ...made, classNames };
}

function noClass(target: unknown, row: number, expected: string): DataError {
  return new DataError({
    where: 'fromArrays.targets',
    expected,
    received: `${describe(target)} in row ${row}`,
    remedy: 'Correct this row.',
  });
}
