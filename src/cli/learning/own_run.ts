/** A folder that `epochal train --checkpoint` has written, made ready for the lab's time machine. */
import { EpochalError, StateError } from '../../index.ts';
import { fingerprint } from '../../learn/index.ts';
import { codeOf, FileError } from '../../node/file_error.ts';
import { quoted } from '../words/quoted.ts';
import { askedOf, begunOf, readRun, type TrainValues } from './begun_run.ts';
import { readTable, type TableToLearn } from './data.ts';
import { type OwnTraining, packTensor } from './own_training.ts';
import { watchesLoss } from './schedule_option.ts';
import { prepareTraining, sameData } from './training_run.ts';

/**
 * Reads the folder and its table, and makes sure that they belong together.
 * @param data the table, where it is not at its old place
 * @throws UsageError for a folder that is none; StateError for a table that has been moved or changed, and for a
 * learning rate that followed the validation loss; FileError, DataError for files that cannot be read
 */
export function readOwnRun(
  folder: string,
  data: string | undefined,
  warn: (message: string) => void,
): OwnTraining {
  const state = readRun(folder, folder, warn);
  const begun = begunOf(
    folder,
    state,
    'Open a folder that epochal train --checkpoint has written.',
  );
  const { values, table: place } = askedOf(begun);
  checkPlanned(folder, values);
  const table = tableOf(folder, values, data ?? place, data !== undefined);
  const run = prepareTraining(table, values);
  const { trainer, train } = run;
  checkData(folder, table, () => sameData(run, begun).loadState?.(state.callbacks.data));
  trainer.resume(state);
  return {
    name: folder,
    command: `npx epochal train ${begun.words.map(quoted).join(' ')}`,
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

function checkPlanned(folder: string, { schedule }: TrainValues): void {
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
  values: TrainValues,
  path: string | undefined,
  isNamed: boolean,
): TableToLearn {
  const remedy = `Say where it is: epochal learn ${quoted(folder)} --data FILE.`;
  const expected = 'the table that the training run learned from';
  if (path === undefined) {
    const received = 'none: it came in on standard input';
    throw new StateError({ where: folder, expected, received, remedy });
  }
  try {
    return readTable(path, values);
  } catch (cause) {
    if (isNamed || !(cause instanceof FileError)) throw cause;
    const received = codeOf(cause) === 'ENOENT' ? `nothing at ${path}` : cause.received;
    throw new StateError({ where: folder, expected, received, remedy }, { cause });
  }
}

function checkData(folder: string, { file }: TableToLearn, check: () => void): void {
  try {
    check();
  } catch (cause) {
    if (!(cause instanceof EpochalError)) throw cause;
    throw new StateError(
      {
        where: folder,
        expected: 'the table that the training run learned from, as it was',
        received: `${file} with other rows or columns`,
        remedy: `Name a copy from before: epochal learn ${quoted(folder)} --data FILE; or train again.`,
      },
      { cause },
    );
  }
}
