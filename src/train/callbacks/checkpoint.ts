/** Keeps a training run where it can be taken up again. */
import { boolean, callable, withDefault } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { type Every, every } from '../interval.ts';
import type { TrainingState } from '../state/training_state.ts';
import type { Callback } from './callback.ts';

export interface CheckpointOptions {
  /** Puts the training in a safe place, such as a file; a promise is waited for. */
  readonly save: (state: TrainingState) => void | Promise<void>;
  /** How often; default `{ epochs: 1 }`. */
  readonly every?: Every | undefined;
  /** Whether also when the training ends, be it stopped or aborted; default true. */
  readonly atEnd?: boolean | undefined;
}

/**
 * Saves the training now and then, and when it ends, unless an error ended it. It does not matter where
 * it stands among the callbacks: what is saved is the training after all of them were told.
 *
 * @throws OptionError for unknown, missing or unfit options
 * @example
 * import { loadCheckpoint, saveCheckpoint } from 'epochal/node';
 * const keep = checkpoint({ save: (state) => saveCheckpoint('run.checkpoint', state) });
 * await trainer.fit({ train, callbacks: [keep] });
 * // in another process, with a Trainer that is made alike
 * trainer.resume(loadCheckpoint('run.checkpoint'));
 * await trainer.fit({ train, callbacks: [keep] });
 */
export function checkpoint(options: CheckpointOptions): Callback {
  const read = readTrainingOptions<Required<CheckpointOptions>>('checkpoint', options, {
    save: callable,
    every: withDefault<Every>(every, { epochs: 1 }),
    atEnd: withDefault(boolean, true),
  });
  const { save, atEnd } = read;
  /** The iteration whose epoch ended with a checkpoint: nothing has changed until the next one. */
  let savedAt: number | undefined;
  return (event, control) => {
    if (event.type === 'trainStart') savedAt = undefined;
    const isDue =
      (event.type === 'iterationEnd' && isMultiple(read.every, 'iterations', event.iteration)) ||
      (event.type === 'epochEnd' && isMultiple(read.every, 'epochs', event.epoch)) ||
      (event.type === 'trainStop' && atEnd && event.iteration !== savedAt);
    if (isDue) control.checkpoint(save);
    if (isDue && event.type === 'epochEnd') savedAt = event.iteration;
  };
}

function isMultiple(every: Every, unit: 'epochs' | 'iterations', count: number): boolean {
  const n = (every as Partial<Record<typeof unit, number>>)[unit];
  return n !== undefined && count % n === 0;
}
