/** Checkpoints as files, of which one is always whole. */
import { type BigIntStats, statSync } from 'node:fs';
import { DataError } from '../errors/errors.ts';
import { callable, readOptions, withDefault } from '../errors/options.ts';
import { readCheckpoint, writeCheckpoint } from '../persistence/index.ts';
import type { TrainingState } from '../train/index.ts';
import { FileError } from './file_error.ts';
import { isReadable } from './is_readable.ts';
import { readBytes } from './load.ts';
import { previousGeneration, writeFileAtomically } from './write_atomically.ts';

/**
 * Saves a training run as a file. The checkpoint that was there before is kept as
 * `previousGeneration(path)`, unless it is damaged and that one is not; whatever is killed or fails, a
 * whole one is left.
 * @throws FileError; then the file is as it was
 * @example checkpoint({ save: (state) => saveCheckpoint('run.checkpoint', state) })
 */
export function saveCheckpoint(path: string, state: TrainingState): void {
  writeFileAtomically(path, writeCheckpoint(state), { keepPrevious: isWhole });
  saved = identityOf(path);
}

/** The last file that was saved here, which does not have to be read to know that it is whole. */
let saved: string | undefined;

function isWhole(path: string): boolean {
  if (saved !== undefined && identityOf(path) === saved) return true;
  return isReadable(path, (file) => readCheckpoint(readBytes(file)));
}

/** Changes with the contents. */
function identityOf(path: string): string | undefined {
  return attempt(() => {
    const { dev, ino, size, mtimeNs }: BigIntStats = statSync(path, { bigint: true });
    return [dev, ino, size, mtimeNs].join();
  });
}

export interface LoadCheckpointOptions {
  /** Told when the previous checkpoint had to be used; by default Node prints a warning. */
  readonly warn?: ((message: string) => void) | undefined;
}

/**
 * The training in a file that `saveCheckpoint` made, for `trainer.resume`. Where that file is missing or
 * damaged, the checkpoint before it, with a warning.
 * @throws FileError, DataError about the file itself when there is no whole one before it either
 */
export function loadCheckpoint(path: string, options: LoadCheckpointOptions = {}): TrainingState {
  const { warn } = readOptions<Required<LoadCheckpointOptions>>('loadCheckpoint', options, {
    warn: withDefault(callable, (message: string) => process.emitWarning(message)),
  });
  const load = (file: string) => readCheckpoint(readBytes(file), { file });
  try {
    return load(path);
  } catch (error) {
    if (!(error instanceof DataError || error instanceof FileError)) throw error;
    const previous = previousGeneration(path);
    const state = attempt(() => load(previous));
    if (state === undefined) throw error;
    warn(`${error.message} Using the checkpoint before it, ${previous}.`);
    return state;
  }
}

/** The error to report is that of the file that was asked for. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
