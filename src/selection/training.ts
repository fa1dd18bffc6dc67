/**
 * A training run as a function of its data. Anyone who compares training runs has to begin each from scratch: a
 * network that has seen a sample cannot be judged by it.
 */
import type { Dataset } from '../data/dataset.ts';
import { subset } from '../data/rows.ts';
import type { Scaler } from '../data/scaling/scaler.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import type { Rule } from '../errors/options.ts';
import type { Model } from '../nn/sequential.ts';
import type { Seed } from '../tensor/rng.ts';
import { checkMonitored, monitorsOf } from '../train/events/monitor.ts';
import type { TrainerOptions } from '../train/options.ts';
import { Trainer } from '../train/trainer.ts';
import type { Fold } from './folds.ts';

/** What a training run is made for. */
export interface TrainingRequest {
  /** What it will learn from, scaled. */
  readonly train: Dataset;
  /** Another for every run: for the model and for the Trainer. */
  readonly seed: Seed;
}

/** The options of a Trainer, with a model that is made anew at every call. */
export type Training = (request: TrainingRequest) => TrainerOptions;

/** Fits a scaler on the part that is learned from: `standardize`, `minMax`. */
export type FitScaler = (train: Dataset) => Scaler;

export const oneOrMoreScalers: Rule<never> = {
  expected: 'standardize, minMax, another function that fits a scaler, or an array of such',
  example: 'standardize',
  accepts: (value) =>
    typeof value === 'function' ||
    (Array.isArray(value) && value.every((item) => typeof item === 'function')),
};

/** What the runs of a selection have in common. */
export interface Setting {
  /** The public name the caller used. */
  readonly where: string;
  readonly dataset: Dataset;
  readonly training: Training;
  readonly scale: FitScaler | readonly FitScaler[];
  readonly seed: Seed;
  /** What the runs are judged by. */
  readonly monitor: string;
  /** The models made so far. */
  readonly models: WeakSet<Model>;
}

/** A run before it starts. */
export interface PreparedRun {
  readonly train: Dataset;
  readonly validation: Dataset;
  readonly trainer: Trainer;
}

/** The parts of a fold, scaled by what its training part says alone, and a Trainer for them. */
export function prepareRun(setting: Setting, fold: Fold): PreparedRun {
  const learned = subset(setting.dataset, fold.train);
  const { train, scalers } = fitScalers(setting, learned);
  const judged = subset(setting.dataset, fold.validation);
  const validation = scalers.reduce((part, scaler) => scaler.apply(part), judged);
  const seed = `${setting.seed}/${fold.repeat}/${fold.fold}`;
  const trainer = makeTrainer(setting, { train, seed });
  checkEpochs(setting, trainer);
  checkMonitored(setting.where, setting.monitor, monitorsOf(trainer.options, ['']));
  return { train, validation, trainer };
}

/** Scalers one after the other, each fitted on what the one before it made. */
export function fitScalers(
  { scale }: Pick<Setting, 'scale'>,
  dataset: Dataset,
): { train: Dataset; scalers: Scaler[] } {
  const scalers: Scaler[] = [];
  let train = dataset;
  for (const fitScaler of typeof scale === 'function' ? [scale] : scale) {
    const scaler = fitScaler(train);
    scalers.push(scaler);
    train = scaler.apply(train);
  }
  return { train, scalers };
}

/**
 * @param overrides options that the caller decides, such as the epochs of a refit
 * @throws OptionError when a model comes a second time: it would know what it is judged by
 */
export function makeTrainer(
  { where, training, models }: Setting,
  request: TrainingRequest,
  overrides: Partial<TrainerOptions> = {},
): Trainer {
  const trainer = new Trainer({ ...training(request), ...overrides });
  const { model } = trainer;
  if (models.has(model)) {
    throw new OptionError({
      where: `${where}.training`,
      problem: 'the same model a second time, which knows samples that it is to be judged by',
      expected: 'a function that makes a new model at every call',
      received: 'a model of an earlier run',
      remedy: 'Move sequential(...) into the function.',
    });
  }
  models.add(model);
  return trainer;
}

function checkEpochs({ where }: Setting, { options }: Trainer): void {
  const { epochs, validateEvery } = options;
  if (epochs !== undefined && 'epochs' in validateEvery) return;
  throw new OptionError({
    where: `${where}.training`,
    expected: 'epochs, and validations at the ends of epochs: validateEvery: { epochs: n }',
    received: `epochs ${describe(epochs)}, validateEvery ${describe(validateEvery)}`,
    remedy: 'What is looked for is a curve over epochs.',
  });
}
