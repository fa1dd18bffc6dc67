/** What is said of a formula that cannot be read. */
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';

export interface Refusal {
  /** The name of the function that was given the formula. */
  readonly where: string;
  readonly text: string;
  /** What is wrong; `at`, where it begins, counted from 0, is put before it. */
  readonly problem: string;
  readonly at?: number;
  readonly expected: string;
  readonly remedy?: string;
  readonly cause?: unknown;
}

export function refusal({
  where,
  text,
  problem,
  at,
  expected,
  remedy = 'Correct the formula there.',
  cause,
}: Refusal): OptionError {
  const place = at === undefined ? '' : ` at character ${at + 1}`;
  return new OptionError(
    { where, problem: `${problem}${place}`, expected, received: describe(text), remedy },
    cause === undefined ? undefined : { cause },
  );
}

/** Whether an error says that calls were nested too deeply, in the words of any engine. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error as Error | undefined)?.name === 'InternalError';
}
