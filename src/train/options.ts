/** The options of a Trainer, checked and filled in. */

import { checkShuffled, samplingRule } from '../data/batches.ts';
import type { Sampling } from '../data/sampling/sampling.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import {
  anything,
  boolean,
  naturalNumber,
  oneOf,
  optional,
  positive,
  positiveInteger,
  record,
  withDefault,
} from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { type ThreadCount, threadCount } from '../graph/threading.ts';
import { type Loss, lossRule } from '../losses/loss.ts';
import type { Metric } from '../metrics/metric.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import { optimizerRule } from '../optimizers/check_optimizer.ts';
import type { Optimizer, OptimizerStart } from '../optimizers/optimizer.ts';
import { scheduleRule } from '../schedules/options.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { checkSeed, type Seed } from '../tensor/rng.ts';
import { type Every, every } from './interval.ts';
import { checkMetrics } from './metrics.ts';
import { checkOutputKind } from './output_kinds.ts';

/** Limits on gradients, applied in this order before each update. */
export interface Clip {
  /** Each element is held between -value and value. */
  readonly value?: number | undefined;
  /** Each gradient is scaled so that its Euclidean norm is at most this. */
  readonly norm?: number | undefined;
  /** All gradients are scaled alike so that their common norm is at most this (Pascanu et al., 2013). */
  readonly globalNorm?: number | undefined;
}

/** Which code computes. All of them give the same bits. */
export type Backend = 'auto' | 'wasm' | 'reference';

export interface TrainerOptions {
  readonly model: Model;
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  /** Measured on the validation set, by name: `{ accuracy }`. */
  readonly metrics?: Readonly<Record<string, Metric>> | undefined;
  /** The epochs to reach in total. Training ends with `epochs` or `iterations`, whichever is first. */
  readonly epochs?: number | undefined;
  /** The iterations to reach in total. */
  readonly iterations?: number | undefined;
  /** Samples of one iteration; default 32. */
  readonly batchSize?: number | undefined;
  /** Whether each epoch has its own order of samples, drawn from the seed; default true. */
  readonly shuffle?: boolean | undefined;
  /**
   * Draws the samples of each epoch, such as `weightedSampling`, in place of every sample once; default
   * none. What is then called an epoch is as many samples, but none in the strict sense.
   */
  readonly sampling?: Sampling | undefined;
  /** Whether a last batch that is smaller is left out; default false. */
  readonly dropLast?: boolean | undefined;
  /**
   * How many micro-batches a batch is processed in at most, each of ⌈batchSize / accumulate⌉ samples;
   * default 1. An iteration is still one update.
   */
  readonly accumulate?: number | undefined;
  /**
   * Where the optimizer continues, if a training run has begun elsewhere, as
   * `importModel(...).training.optimizerState` has it; default: from its beginning. Learning rates and epochs are
   * counted from here on.
   */
  readonly optimizerState?: OptimizerStart | undefined;
  /** Scales the learning rate over time; default none. */
  readonly schedule?: Schedule | undefined;
  /** Decides the order of samples and the draws of dropout; default 0. */
  readonly seed?: Seed | undefined;
  /** When the validation set is evaluated; default `{ epochs: 1 }`. */
  readonly validateEvery?: Every | undefined;
  readonly clip?: Clip | undefined;
  /**
   * Whether loss and metrics are also measured on the training set, with frozen weights, at each validation;
   * default false. Needs a validation set. The loss is called `trainingLoss`, metrics `training.accuracy`.
   */
  readonly evaluateTraining?: boolean | undefined;
  /** Whether the history keeps a record of every iteration; default false. */
  readonly recordIterations?: boolean | undefined;
  /** `auto` (default) compiles to WebAssembly where that is possible and runs the reference elsewhere. */
  readonly backend?: Backend | undefined;
  /**
   * How many threads compute an iteration at most. `auto` (default): as many as there are cores where an
   * iteration takes long enough. The bits do not depend on it. More than one needs `enableThreads()` of
   * `epochal/threads`; where threads cannot be had there is one, and `obstacle` says why.
   */
  readonly threads?: ThreadCount | undefined;
}

export interface ResolvedTrainerOptions extends Required<Omit<TrainerOptions, Unset>> {
  readonly epochs: number | undefined;
  readonly iterations: number | undefined;
  readonly schedule: Schedule | undefined;
  readonly clip: Clip | undefined;
  readonly sampling: Sampling | undefined;
  readonly optimizerState: OptimizerStart | undefined;
}

type Unset = 'epochs' | 'iterations' | 'schedule' | 'clip' | 'sampling' | 'optimizerState';

/** @throws OptionError naming the option that does not fit */
export function readTrainerOptions(given: TrainerOptions): ResolvedTrainerOptions {
  const options = readTrainingOptions<ResolvedTrainerOptions>('Trainer', given, {
    model: modelRule,
    loss: lossRule,
    optimizer: optimizerRule,
    metrics: withDefault<Readonly<Record<string, Metric>>>(record, {}),
    epochs: optional(positiveInteger),
    iterations: optional(positiveInteger),
    batchSize: withDefault(positiveInteger, 32),
    shuffle: withDefault(boolean, true),
    sampling: optional(samplingRule),
    dropLast: withDefault(boolean, false),
    accumulate: withDefault(positiveInteger, 1),
    optimizerState: optional(record),
    schedule: optional(scheduleRule),
    seed: withDefault<Seed>(anything, 0),
    validateEvery: withDefault<Every>(every, { epochs: 1 }),
    clip: optional({ ...record, example: '{ globalNorm: 1 }' }),
    evaluateTraining: withDefault(boolean, false),
    recordIterations: withDefault(boolean, false),
    backend: withDefault<Backend>(oneOf('auto', 'wasm', 'reference'), 'auto'),
    threads: withDefault<ThreadCount>(threadCount, 'auto'),
  });
  checkOutputKind('Trainer', options.model, options.loss);
  checkSeed('Trainer.seed', options.seed);
  if (options.epochs === undefined && options.iterations === undefined) {
    throw new OptionError({
      where: 'Trainer',
      expected: 'epochs, iterations, or both',
      received: 'neither',
      remedy: 'Say how long to train, for example epochs: 20.',
    });
  }
  checkShuffled('Trainer', options);
  if (options.accumulate > options.batchSize) {
    throw new OptionError({
      where: 'Trainer.accumulate',
      expected: `at most batchSize, ${options.batchSize}: a micro-batch has a sample or more`,
      received: describe(options.accumulate),
      remedy: 'Lower accumulate or raise batchSize.',
    });
  }
  checkMetrics('Trainer', options.metrics);
  const clip =
    options.clip &&
    readTrainingOptions<Clip>('Trainer.clip', options.clip, {
      value: optional(positive),
      norm: optional(positive),
      globalNorm: optional(positive),
    });
  const optimizerState =
    options.optimizerState &&
    readTrainingOptions<OptimizerStart>('Trainer.optimizerState', options.optimizerState, {
      tensors: record,
      updates: naturalNumber,
    });
  return { ...options, clip, optimizerState };
}
