/** Training runs that go on in PyTorch, as folders. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type ExportTrainingOptions,
  TRAINED_FILES,
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
 * resumed.
 *
 * Losses and weights agree with those here within rounding, on any number of processes. Dropout draws other
 * masks there, and batch normalization takes its statistics from the share of one process.
 * @throws OptionError naming everything that cannot be carried over, such as a layer of your own, a stream,
 * or an optimizer other than sgd, adam and adamW, and then nothing is written; FileError
 * @example
 * exportTraining('job', trainer, { train, validation });
 * // cd job && torchrun --nproc_per_node=2 train.py
 * const { predictor } = importTraining('job');
 */
export function exportTraining(
  folder: string,
  trainer: Trainer,
  options: ExportTrainingOptions,
): void {
  checkPath('writing', folder);
  const job = trainingJob(trainer, options);
  // The program comes last: where it is, everything is.
  for (const [name, bytes] of Object.entries(job).reverse()) {
    const path = join(folder, name);
    makeFolder(dirname(path));
    writeFileAtomically(path, bytes);
  }
}

/**
 * What torchrun has made of a folder that `exportTraining` wrote: the model with the weights from there, as the
 * predictor that it was, and the state of the optimizer.
 * @throws DataError for a job that has not come to its end, and for damaged files; FileError
 * @example const { predictor, epoch } = importTraining('job');
 */
export function importTraining(folder: string): TrainedJob {
  checkPath('reading', folder);
  const there = TRAINED_FILES.filter((name) => existsSync(join(folder, name)));
  return trainedOf(Object.fromEntries(there.map((name) => [name, readBytes(join(folder, name))])));
}
