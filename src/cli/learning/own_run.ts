/** A folder that `epochal train --checkpoint` has written, made ready for the lab's time machine. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EpochalError, StateError, type Trainer, type TrainingState } from '../../index.ts';
import { fingerprint } from '../../learn/index.ts';
import { codeOf, FileError } from '../../node/file_error.ts';
import { loadCheckpoint, previousGeneration } from '../../node/index.ts';
import { quoted } from '../words/quoted.ts';
import { CHECKPOINT_FILE } from './checkpoints.ts';
import { readTable, type TableToLearn } from './data.ts';
import { COMMAND_FILE, type KeptCommand, readCommand } from './kept_command.ts';
import { type OwnTraining, packTensor } from './own_training.ts';
import { watchesLoss } from './schedule_option.ts';
import { dataKey, fingerprint, prepareTraining } from './training_run.ts';

/**
 * Reads the folder and its table, and makes sure that they belong together.
 * @param data the table, where it is not at its old place
 * @throws StateError for a folder that is none, for a table that has been moved or changed, for options that
 * are not those of the checkpoint, and for a learning rate that followed the validation loss; FileError,
 * DataError for files that cannot be read
 */
export function readOwnRun(
  folder: string,
  data: string | undefined,
  warn: (message: string) => void,
): OwnTraining {
  const path = join(folder, CHECKPOINT_FILE);
  checkFolder(folder, path);
  const command = readCommand(folder);
  checkPlanned(folder, command);
  const state = loadCheckpoint(path, { warn });
  const table = tableOf(folder, command, data);
  const { values, words } = command;
  const run = prepareTraining(table, values);
  const { trainer, train, validation } = run;
  const sha256 = dataFingerprint(validation === undefined ? [train] : [train, validation]);
  if (state.callbacks[dataKey]?.values.sha256 !== sha256) throw changed(folder, table);
  takeUp(trainer, state, folder);
  return {
    name: folder,
    command: `npx epochal train ${words.map(quoted).join(' ')}`,
    task: table.task,
    values,
    classNames: train.classNames,
    featureNames: train.featureNames,
    inputs: packTensor(train.inputs),
    targets: packTensor(train.targets),
    iteration: trainer.iteration,
    weights: fingerprint(trainer.model),
  };
}

function checkFolder(folder: string, path: string): void {
  const missing =
    existsSync(path) || existsSync(previousGeneration(path))
      ? existsSync(join(folder, COMMAND_FILE))
        ? undefined
        : COMMAND_FILE
      : CHECKPOINT_FILE;
  if (missing === undefined) return;
  throw new StateError({
    where: folder,
    expected: 'a folder that epochal train --checkpoint has written',
    received: existsSync(folder) ? `a folder without ${missing}` : 'no such folder',
    remedy: 'Train with --checkpoint FOLDER, and name that folder here.',
  });
}

function checkPlanned(folder: string, { values: { schedule } }: KeptCommand): void {
  if (!watchesLoss(schedule)) return;
  throw new StateError({
    where: folder,
    expected: 'a training run whose learning rates were planned',
    received: `--schedule ${schedule.name}, which follows the validation loss`,
    remedy: 'Train with another --schedule to go through the run in the lab.',
  });
}

function tableOf(
  folder: string,
  { values, data: before }: KeptCommand,
  now: string | undefined,
): TableToLearn {
  const path = now ?? before;
  const remedy = `Say where it is: epochal learn ${quoted(folder)} --data FILE.`;
  const expected = 'the table that the training run learned from';
  if (path === undefined) {
    const received = 'none: it came in on standard input';
    throw new StateError({ where: folder, expected, received, remedy });
  }
  try {
    return readTable(path, values);
  } catch (cause) {
    if (now !== undefined || !(cause instanceof FileError)) throw cause;
    const received = codeOf(cause) === 'ENOENT' ? `nothing at ${path}` : cause.received;
    throw new StateError({ where: folder, expected, received, remedy }, { cause });
  }
}

function changed(folder: string, { file }: TableToLearn): StateError {
  return new StateError({
    where: folder,
    expected: 'the table that the training run learned from, as it was',
    received: `${file} with other rows or columns`,
    remedy: `Name a copy from before: epochal learn ${quoted(folder)} --data FILE; or train again.`,
  });
}

function takeUp(trainer: Trainer, state: TrainingState, folder: string): void {
  try {
    trainer.resume(state);
  } catch (cause) {
    if (!(cause instanceof EpochalError)) throw cause;
    throw new StateError(
      {
        where: folder,
        expected: `${COMMAND_FILE} with the options of ${CHECKPOINT_FILE}`,
        received: cause.received,
        remedy: 'Train again into another folder, and open that.',
      },
      { cause },
    );
  }
}
