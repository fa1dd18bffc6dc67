/** What metrics expect of classes. */
import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';
import { isClass } from '../losses/class_numbers.ts';
import type { TypedArray } from '../tensor/dtype.ts';

/** For where the number of classes is not known. */
export const MANY = 2 ** 31;

/** Whole numbers from 0 to below `count`. */
export function checkClasses(where: string, what: string, values: TypedArray, count: number): void {
  const at = values.findIndex((value) => !isClass(value, count));
  if (at < 0) return;
  throw new DataError({
    where,
    expected: `${what} from 0 ${count === MANY ? 'on' : `to ${count - 1}`}`,
    received: `${describe(values[at])} at element ${at}`,
    remedy: 'Classes are whole numbers from 0; the network needs an output for each.',
  });
}
