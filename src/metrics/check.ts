/** What metrics expect of classes. */
import { describe } from '../errors/describe.ts';
import { DataError } from '../errors/errors.ts';

/** Whole numbers from 0 to below `count`. */
export function checkClasses(where: string, what: string, values: Int32Array, count: number): void {
  const at = values.findIndex((value) => value < 0 || value >= count);
  if (at < 0) return;
  throw new DataError({
    where,
    expected: `${what} from 0 to ${count - 1}`,
    received: `${describe(values[at])} at element ${at}`,
    remedy: 'Classes count from 0; the network needs an output for each.',
  });
}
