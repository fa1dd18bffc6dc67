/** Where a table comes from: a file, or standard input. */
import { readBytes } from '../../node/load.ts';
import { readStandardInput } from '../../node/standard_input.ts';

export interface Source {
  /** What it is called in messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What stands for standard input on a command line. */
export const STANDARD_INPUT = '-';

/** @throws FileError */
export function readSource(path: string): Source {
  return path === STANDARD_INPUT
    ? { name: 'standard input', bytes: readStandardInput() }
    : { name: path, bytes: readBytes(path) };
}
