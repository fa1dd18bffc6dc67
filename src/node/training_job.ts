/** Training runs that continue in PyTorch, as folders. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OptionError } from '../errors/errors.ts';
import {
  type ExportTrainingOptions,
  JOB_FILES,
  type TrainedJob,
  trainedOf,
  trainingJob,
} from '../torchrun/index.ts';
import type { Trainer } from '../train/index.ts';
import { checkPath } from './check_path.ts';
import { makeFolder } from './folder.ts';
import { readBytes } from './load.ts';
import { writeFileAtomically } from './write_atomically.ts';

/**
 * Writes a training run as a folder that runs as `torchrun --nproc_per_node=N train.py`: the network as code of
 * `torch.nn`, weights and the state of the optimizer, the data, and a loop with DistributedDataParallel that
 * takes the samples in the same order. It begins where the Trainer is: anew, or after what it has trained or
 * resumed. `planExport` says beforehand what it will be.
 *
 * Losses and weights agree with those here within rounding, on any number of processes, but for the masks of
 * dropout.
 * @param folder one that is empty or not there yet
 * @throws OptionError naming everything that cannot be carried over, such as a layer of your own, a stream,
 * or an optimizer other than sgd, adam and adamW, and then nothing is written; as `fit` does for data that do
 * not fit; FileError
 * @example
 * exportTraining('job', trainer, { train, validation });
 * // cd job && torchrun --nproc_per_node=2 train.py
 * const { predictor, state } = importTraining('job');
 */
export function exportTraining(
  folder: string,
  trainer: Trainer,
  options: ExportTrainingOptions,
): void {
  checkPath('writing', folder);
  const job = trainingJob(trainer, options);
  checkEmpty(folder);
  // The program comes last: where it is, everything is.
  const { 'train.py': program, ...others } = job;
  for (const [name, bytes] of [...Object.entries(others), ['train.py', program] as const]) {
    const path = join(folder, name);
    makeFolder(dirname(path));
    writeFileAtomically(path, bytes);
  }
}

/** What another job has trained must not be mistaken for what this one has. */
function checkEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  makeFolder(folder); // refuses what is a file
  if (readdirSync(folder).length === 0) return;
  throw new OptionError({
    where: folder,
    expected: 'a folder that is empty or not there yet',
    received: 'one with files in it',
    remedy: 'Choose another folder, or remove this one.',
  });
}

/**
 * What torchrun has made of a folder that `exportTraining` wrote: the model with the weights from there, as the
 * predictor that it was, and the training run, to be continued here.
 * @throws DataError for a job that has not come to its end, and for damaged files; FileError
 * @example
 * const { predictor, state } = importTraining('job');
 * trainer.resume(state);
 */
export function importTraining(folder: string): TrainedJob {
  checkPath('reading', folder);
  const there = Object.keys(JOB_FILES).filter((name) => existsSync(join(folder, name)));
  const files = there.map((name) => [name, readBytes(join(folder, name))] as const);
  return trainedOf(Object.fromEntries(files), folder);
}
