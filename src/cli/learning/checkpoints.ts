/** Training runs that may be interrupted: where they are kept, and how they continue. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counted } from '../../formats/counted.ts';
import type { Callback, Trainer, TrainingState } from '../../index.ts';
import { makeNewFolder } from '../../node/folder.ts';
import { loadCheckpoint, previousGeneration, saveCheckpoint } from '../../node/index.ts';
import { EXIT, type Io } from '../terminal/io.ts';
import type { Report } from '../terminal/report.ts';
import { quoted } from '../words/quoted.ts';
import type { Troubles } from './troubles.ts';
import { wordsWith } from './usage_of_model.ts';

interface Values {
  readonly checkpoint: string | undefined;
  readonly resume: boolean;
  readonly epochs: number;
}

/** Where a training run is kept that was interrupted and had not said where; a second one has its own. */
const UNASKED = 'epochal-interrupted';

export const CHECKPOINT_FILE = 'training.checkpoint';
const fileIn = (folder: string) => join(folder, CHECKPOINT_FILE);

/**
 * Takes up a training run from its folder, if that is asked for and there is one.
 * @throws FileError, DataError; StateError when the options are others than before
 */
export function takenUp(
  trainer: Trainer,
  { checkpoint: folder, resume, epochs }: Values,
  print: Report,
  io: Io,
): void {
  if (!resume || folder === undefined) return;
  const path = fileIn(folder);
  if (!existsSync(path) && !existsSync(previousGeneration(path))) {
    print.line(`There is no checkpoint in ${folder} yet: from the beginning.`);
    return;
  }
  trainer.resume(loadCheckpoint(path, { warn: (message) => io.err(`epochal: ${message}\n`) }));
  const { epoch, iteration } = trainer;
  const done = counted(iteration, 'iteration');
  print.line(
    epoch < epochs
      ? `Continuing after ${done}, in epoch ${epoch + 1}.`
      : `Trained already: ${counted(epoch, 'epoch')}, ${done}. To go on: a larger --epochs.`,
  );
}

/** Saving may take one part in so many of the time, so that short epochs are not all spent on it. */
const SHARE = 20;

interface Interrupting {
  readonly values: Values;
  readonly words: readonly string[];
  /** Called before a checkpoint, with which a log is to be in step after a power cut. */
  sync(): void;
  readonly troubles: Troubles;
}

/**
 * What is done about Ctrl-C, and, with a folder for checkpoints, against worse: the training is saved
 * at the end of an epoch, when that has not been done for long enough, and at its own end.
 */
export function whenInterrupted(
  { values, words, sync, troubles }: Interrupting,
  signal: AbortSignal,
) {
  const asked = values.checkpoint !== undefined;
  let folder = values.checkpoint ?? UNASKED;
  let nextTime = 0;
  const save = (state: TrainingState) => {
    const start = performance.now();
    sync();
    saveCheckpoint(fileIn(folder), state);
    const end = performance.now();
    nextTime = end + SHARE * (end - start);
  };
  /** What comes of the training is worth more than its checkpoints. */
  const saveIfPossible = (state: TrainingState) => {
    troubles.attempt(() => save(state));
  };
  const saveForGood = (state: TrainingState) => {
    const saved = troubles.attempt(() => {
      if (!asked) folder = makeNewFolder(UNASKED);
      save(state);
    });
    if (saved) return;
    folder = makeNewFolder(join(tmpdir(), UNASKED));
    save(state);
  };
  const keep: Callback = (event, control) => {
    if (event.type === 'trainStop' && event.reason === 'aborted') control.checkpoint(saveForGood);
    else if (
      asked &&
      (event.type === 'trainStop' || (event.type === 'epochEnd' && performance.now() >= nextTime))
    ) {
      control.checkpoint(saveIfPossible);
    }
  };
  return {
    signal,
    callbacks: [keep],
    /** Says where the training is and how it continues. @returns the exit code */
    explain(trainer: Trainer, io: Io, json: boolean): number {
      const { epoch, iteration } = trainer;
      const own =
        folder === values.checkpoint
          ? [...words, ...(values.resume ? [] : ['--resume'])].map(quoted).join(' ')
          : `${wordsWith(words, { checkpoint: folder }, [])} --resume`;
      const goOn = `npx epochal train ${own}`;
      const file = fileIn(folder);
      if (json) {
        const event = { type: 'interrupted', epochs: epoch, iterations: iteration };
        io.out(`${JSON.stringify({ ...event, checkpoint: file, goOn })}\n`);
      } else {
        io.err(
          `Interrupted after ${counted(epoch, 'complete epoch')} of ${values.epochs} (${counted(iteration, 'iteration')}).\n` +
            `The training is kept in ${file}. To continue as if nothing had been:\n\n  ${goOn}\n`,
        );
      }
      return EXIT[signal.reason as 'SIGINT' | 'SIGTERM'] ?? EXIT.SIGINT;
    },
  };
}
