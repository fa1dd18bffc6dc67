/** The folder of a training run: its checkpoint, and what the run was told when it began. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TrainingState } from '../../index.ts';
import { loadCheckpoint, previousGeneration } from '../../node/index.ts';
import { readArguments } from '../words/arguments.ts';
import type { Values } from '../words/options.ts';
import { quoted } from '../words/quoted.ts';
import { UsageError } from '../words/usage_error.ts';
import { CHECKPOINT_FILE } from './checkpoints.ts';
import { STANDARD_INPUT } from './source.ts';
import { trainOperands, trainOptions } from './train_options.ts';
import { type Begun, dataKey } from './training_run.ts';

/** @throws UsageError for a folder without a checkpoint; FileError, DataError for one that cannot be read */
export function readRun(
  where: string,
  folder: string,
  warn: (message: string) => void,
): TrainingState {
  const path = join(folder, CHECKPOINT_FILE);
  if (!existsSync(path) && !existsSync(previousGeneration(path))) {
    throw new UsageError({
      where,
      expected: `the folder of a training run, with ${CHECKPOINT_FILE}`,
      received: 'none in it',
      remedy: `Train with --checkpoint ${quoted(folder)}.`,
    });
  }
  return loadCheckpoint(path, { warn });
}

/** @throws UsageError for a checkpoint that epochal train did not write */
export function begunOf(where: string, { callbacks }: TrainingState, remedy: string): Begun {
  const { words, folder } = callbacks[dataKey]?.values ?? {};
  const areTexts = Array.isArray(words) && words.every((word) => typeof word === 'string');
  if (areTexts && typeof folder === 'string') return { words, folder };
  throw new UsageError({
    where,
    expected: 'a checkpoint of epochal train, which says what it was told',
    received: 'a checkpoint of another program',
    remedy,
  });
}

export type TrainValues = Values<typeof trainOptions>;

/** What a training run was asked for, and where its table was; undefined for standard input, which is over. */
export function askedOf({ words, folder }: Begun): {
  readonly values: TrainValues;
  readonly table: string | undefined;
} {
  const described = { options: trainOptions, operands: trainOperands };
  const { values, operands } = readArguments('epochal train', described, words);
  const [table] = operands;
  return { values, table: table === STANDARD_INPUT ? undefined : resolve(folder, table) };
}
