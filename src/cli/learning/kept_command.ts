/** The command line of a training run, kept beside its checkpoint, so that all of the run can be made again. */
import { join, resolve } from 'node:path';
import { DataError } from '../../index.ts';
import { writeFileAtomically } from '../../node/index.ts';
import { readBytes } from '../../node/load.ts';
import { type Arguments, readArguments } from '../words/arguments.ts';
import { STANDARD_INPUT } from './source.ts';
import { TRAIN, trainOptions } from './train_options.ts';
import type { Troubles } from './troubles.ts';

export const COMMAND_FILE = 'command.json';

interface Kept {
  readonly format: string;
  /** Where it was started: paths are relative to it. */
  readonly folder: string;
  /** What followed `epochal train`. */
  readonly words: readonly string[];
}

const FORMAT = 'epochal train 1';

/** @param words what followed `epochal train` */
export function keepCommand(folder: string, words: readonly string[], { attempt }: Troubles): void {
  const kept: Kept = { format: FORMAT, folder: process.cwd(), words };
  const bytes = new TextEncoder().encode(`${JSON.stringify(kept, undefined, 2)}\n`);
  attempt(() => writeFileAtomically(join(folder, COMMAND_FILE), bytes));
}

export interface KeptCommand {
  readonly values: Arguments<typeof trainOptions>['values'];
  readonly words: readonly string[];
  /** Where the table was; undefined if it came in on standard input. */
  readonly data: string | undefined;
}

/** @throws FileError, DataError for what is no such file; UsageError for options of another version */
export function readCommand(folder: string): KeptCommand {
  const path = join(folder, COMMAND_FILE);
  const kept = parse(new TextDecoder().decode(readBytes(path)));
  if (kept === undefined) {
    throw new DataError({
      where: path,
      expected: 'the command line that epochal train --checkpoint writes beside its checkpoint',
      received: 'something else',
      remedy: 'Train with --checkpoint into another folder, and open that.',
    });
  }
  const described = { options: trainOptions, operands: TRAIN.operands };
  const { values, operands } = readArguments(
    `${path}, epochal ${TRAIN.name}`,
    described,
    kept.words,
  );
  const [data] = operands;
  const isFile = data !== STANDARD_INPUT;
  return { values, words: kept.words, data: isFile ? resolve(kept.folder, data) : undefined };
}

function parse(text: string): Kept | undefined {
  try {
    const { format, folder, words } = JSON.parse(text) as Partial<Kept>;
    const isWhole =
      format === FORMAT &&
      typeof folder === 'string' &&
      Array.isArray(words) &&
      words.every((word) => typeof word === 'string');
    return isWhole ? { format, folder, words } : undefined;
  } catch {
    return undefined;
  }
}
