/** The options that cross-validation, learning curves and validation curves have in common. */
import { datasetRule } from '../data/check_dataset.ts';
import type { Dataset } from '../data/dataset.ts';
import {
  anything,
  boolean,
  callable,
  count,
  oneOf,
  optional,
  type Rules,
  string,
  withDefault,
} from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { checkSeed, type Seed } from '../tensor/rng.ts';
import { type Goal, goalOf } from '../train/events/monitor.ts';
import { abortSignal } from '../train/fit_request.ts';
import type { ProgressCallback } from './run_folds.ts';
import { type FitScaler, oneOrMoreScalers, type Setting, type Training } from './training.ts';

export interface SelectionOptions {
  /** All of the data that may be learned from; not scaled. */
  readonly dataset: Dataset;
  /** How many folds; default 5. */
  readonly k?: number | undefined;
  /** How often the samples are dealt anew; default 1. */
  readonly repeats?: number | undefined;
  /** Whether every class has its share of each fold; default false. */
  readonly stratify?: boolean | undefined;
  /** Fitted on the training part of each fold anew, and applied to both parts; default none. */
  readonly scale?: FitScaler | readonly FitScaler[] | undefined;
  /** What training runs are judged by: `validation.loss` (default), or as in `earlyStopping`. */
  readonly monitor?: string | undefined;
  /** Which way is better; default `minimum` for losses. Metrics need it said. */
  readonly goal?: Goal | undefined;
  /** Decides the folds and the seeds of the runs; default 0. */
  readonly seed?: Seed | undefined;
  /** Told what it will cost, every epoch, and every run. */
  readonly progress?: ProgressCallback | undefined;
  /** Ends it after the current iteration; the promise is rejected with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

export interface ResolvedSelection {
  readonly dataset: Dataset;
  readonly training: Training;
  readonly k: number;
  readonly repeats: number;
  readonly stratify: boolean;
  readonly scale: FitScaler | readonly FitScaler[];
  readonly monitor: string;
  readonly goal: Goal;
  readonly seed: Seed;
  readonly progress: ProgressCallback | undefined;
  readonly signal: AbortSignal | undefined;
}

const TRAINER = 'It belongs to what the function returns: training: () => ({ ..., epochs: 30 }).';

const MISPLACED: Readonly<Record<string, string>> = {
  batchSize: TRAINER,
  epochs: TRAINER,
  iterations: TRAINER,
  loss: TRAINER,
  metrics: TRAINER,
  model: TRAINER,
  optimizer: TRAINER,
  folds: 'Did you mean k, the number of folds?',
  train: 'Pass all of the data as dataset: each fold has its own training part.',
  validation: 'Pass all of the data as dataset: each fold has its own validation part.',
};

/** @throws OptionError naming the option that does not fit */
export function readSelection<O extends object>(
  where: string,
  given: object | undefined,
  rules: Rules<O>,
): ResolvedSelection & O {
  const shared = {
    dataset: datasetRule,
    training: { ...callable, expected: 'a function that gives the options of a Trainer' },
    k: withDefault(count, 5),
    repeats: withDefault(count, 1),
    stratify: withDefault(boolean, false),
    scale: withDefault<readonly FitScaler[]>(oneOrMoreScalers, []),
    monitor: withDefault(string, 'validation.loss'),
    goal: optional(oneOf('minimum', 'maximum')),
    seed: withDefault<Seed>(anything, 0),
    progress: optional(callable),
    signal: optional(abortSignal),
  };
  const all = { ...shared, ...rules } as unknown as Rules<ResolvedSelection & O>;
  const read = readTrainingOptions<ResolvedSelection & O>(where, given, all, MISPLACED);
  checkSeed(`${where}.seed`, read.seed);
  return { ...read, goal: goalOf(where, read.monitor, read.goal) };
}

export function settingOf(where: string, read: ResolvedSelection): Setting {
  const { dataset, training, scale, seed, monitor } = read;
  return { where, dataset, training, scale, seed, monitor, models: new WeakSet() };
}
