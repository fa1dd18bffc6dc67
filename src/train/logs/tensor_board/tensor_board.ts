/** Event files that TensorBoard reads. */
import {
  callable,
  object,
  optional,
  positiveInteger,
  withDefault,
} from '../../../errors/options.ts';
import { readTrainingOptions } from '../../../errors/training_options.ts';
import type { Model } from '../../../nn/sequential.ts';
import type { Callback } from '../../callbacks/callback.ts';
import { validationNumbers } from '../../events/monitor.ts';
import type { EpochRecord, IterationRecord } from '../../history/history.ts';
import type { CallbackState } from '../../state/training_state.ts';
import { outbox } from '../outbox.ts';
import {
  histogramsRecord,
  restartRecord,
  scalarsRecord,
  textRecord,
  versionRecord,
} from './event.ts';
import { histogram } from './histogram.ts';

export interface TensorBoardOptions {
  /**
   * Where bytes go, one whole record at a time; in Node it is that of `eventFile(folder)`. A record for
   * which it throws is offered again before the next one.
   */
  readonly write: (bytes: Uint8Array) => void;
  /** Called before a checkpoint that counts on what was written: it is to outlast a power cut. */
  readonly sync?: () => void;
  /** Writes the numbers of every so many iterations, too; left out, only those of epochs. */
  readonly everyIterations?: number;
  /** The model that is trained, for a histogram of each parameter at the end of each epoch. */
  readonly histogramsOf?: Model;
  /** The time in seconds since 1970; by default that of the clock. */
  readonly now?: () => number;
}

interface Resolved {
  readonly write: (bytes: Uint8Array) => void;
  readonly sync: TensorBoardOptions['sync'] | undefined;
  readonly everyIterations: number | undefined;
  readonly histogramsOf: Model | undefined;
  readonly now: () => number;
}

type Scalars = readonly (readonly [tag: string, value: number])[];

/** What was told of the last iteration, for a training run that continues from there to tell it again. */
interface Last {
  readonly iteration: number;
  readonly scalars: Scalars;
  readonly hasHistograms: boolean;
}

/**
 * Writes what TensorBoard shows. The horizontal axis, which it calls step, is iterations for all numbers:
 *
 * - `epoch/loss`, `epoch/learningRate`, `epoch/gradientNorm`, `epoch/number` at the end of each epoch,
 * - `validation/loss` and the metrics at each validation, named as monitors name them, such as
 *   `validation/noisy.accuracy`,
 * - `iteration/loss`, `iteration/learningRate`, `iteration/gradientNorm` with `everyIterations`,
 * - histograms `parameters/layers.0.weight` with `histogramsOf`: 30 buckets of equal width,
 * - the plan as a text.
 *
 * Scalars are stored in float32. A training run resumed from a checkpoint needs a file of its own in the
 * same folder; it tells TensorBoard which records of the interrupted run no longer count.
 *
 * @throws OptionError for unknown, missing or unfit options
 * @example
 * const board = tensorBoard({ ...eventFile('runs/first'), histogramsOf: model }); // epochal/node
 * await trainer.fit({ train, validation, callbacks: [board] });
 * // then: tensorboard --logdir runs
 */
export function tensorBoard(options: TensorBoardOptions): Callback {
  const { sync, everyIterations, histogramsOf, now, ...file } = readTrainingOptions<Resolved>(
    'tensorBoard',
    options,
    {
      write: callable as never,
      sync: optional(callable),
      everyIterations: optional(positiveInteger),
      histogramsOf: optional(object),
      now: withDefault(callable, () => Date.now() / 1000),
    },
  );
  const { send: write } = outbox(file.write);
  let last: Last = { iteration: 0, scalars: [], hasHistograms: false };
  let isOpen = false;
  let isResumed = false;

  const at = (iteration: number) => ({ time: now(), iteration });

  function begin(plan: string): void {
    if (isOpen) return;
    isOpen = true;
    write(versionRecord(at(last.iteration)));
    if (!isResumed) {
      write(textRecord(at(0), 'plan', plan.replaceAll(/^/gm, '    ')));
      return;
    }
    const { iteration, scalars, hasHistograms } = last;
    write(restartRecord(at(iteration)));
    if (scalars.length > 0) write(scalarsRecord(at(iteration), scalars));
    if (hasHistograms) writeHistograms(iteration);
  }

  function tell(iteration: number, scalars: Scalars): void {
    const before = last.iteration === iteration ? last : { scalars: [], hasHistograms: false };
    last = { ...before, iteration, scalars: [...before.scalars, ...scalars] };
    if (scalars.length > 0) write(scalarsRecord(at(iteration), scalars));
  }

  function writeHistograms(iteration: number): void {
    if (histogramsOf === undefined) return;
    const values = histogramsOf.parameters().map((parameter) => {
      return [`parameters/${parameter.name}`, histogram(parameter.toTypedArray())] as const;
    });
    write(histogramsRecord(at(iteration), values));
    last = { ...last, hasHistograms: true };
  }

  const callback: Callback = (event) => {
    switch (event.type) {
      case 'trainStart':
        begin(String(event.plan));
        break;
      case 'iterationEnd': {
        const isDue = everyIterations !== undefined && event.iteration % everyIterations === 0;
        tell(event.iteration, isDue ? training('iteration', event) : []);
        break;
      }
      case 'validation':
        tell(
          event.iteration,
          [...validationNumbers(event)].map(([name, value]) => [name.replace('.', '/'), value]),
        );
        break;
      case 'epochEnd':
        tell(event.iteration, [...training('epoch', event), ['epoch/number', event.epoch]]);
        writeHistograms(event.iteration);
        break;
      default:
    }
  };
  return Object.assign(callback, {
    key: 'tensorBoard',
    state(): CallbackState {
      sync?.();
      return { values: { last }, tensors: {} };
    },
    loadState({ values }: CallbackState) {
      last = values.last as Last;
      isResumed = true;
      isOpen = false;
    },
  });
}

function training(group: string, record: EpochRecord | IterationRecord): Scalars {
  const { loss, learningRate, gradientNorm } = record;
  return [
    [`${group}/loss`, loss],
    [`${group}/learningRate`, learningRate],
    [`${group}/gradientNorm`, gradientNorm],
  ];
}
