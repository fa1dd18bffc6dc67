/** What a training run works on, and what it must be like. */

import { checkDataset } from '../../data/check_dataset.ts';
import type { Dataset } from '../../data/dataset.ts';
import type { Sampling } from '../../data/sampling/sampling.ts';
import { isStream, type SampleStream } from '../../data/stream/stream.ts';
import { DtypeError, OptionError, ShapeError, StateError } from '../../errors/errors.ts';
import type { Loss } from '../../losses/loss.ts';
import { checkBatch } from '../../nn/build.ts';
import type { Model } from '../../nn/sequential.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { checkMetricsFit, type Metrics } from '../metrics.ts';

export interface TrainingData {
  /** The training set: in memory, or a stream, which only `fit` can wait for. */
  readonly train: Dataset | SampleStream;
  /**
   * What is measured on while training. Several sets have names, `{ clean, noisy }`: the first one is
   * that of `validation.loss`, and each has numbers of its own, such as `validation.noisy.loss`.
   */
  readonly validation?: Dataset | Readonly<Record<string, Dataset>> | undefined;
}

/** How metrics of the training set are named: `training.accuracy`. */
export const TRAINING = 'training';

/** What is to be trained, by which loss, and what is asked of the training set. */
export interface TrainingTask {
  readonly model: Model;
  readonly loss: Loss;
  readonly metrics: Metrics;
  readonly sampling: Sampling | undefined;
  readonly shuffle: boolean;
  readonly evaluateTraining: boolean;
}

/** Validation sets by name; a single one has no name. */
export type NamedSets = readonly (readonly [name: string, dataset: Dataset])[];

/**
 * Refuses what is no data before anything is computed.
 * @returns the validation sets
 * @throws OptionError for what is no dataset, or cannot be asked of it; ShapeError for one whose parts do
 * not fit together
 */
export function checkKinds(task: TrainingTask, { train, validation }: TrainingData): NamedSets {
  if (isStream(train)) checkStream(task, train);
  else checkDataset('Trainer, train', train);
  if (validation === undefined && task.evaluateTraining) throw nothingToValidate();
  const sets = validationSets('Trainer', validation);
  if (task.evaluateTraining && sets.some(([name]) => name === TRAINING)) throw measuredTwice();
  return sets;
}

/** @throws as `checkKinds` does */
export function validationSets(where: string, validation: TrainingData['validation']): NamedSets {
  if (validation === undefined) return [];
  const named = Object.entries(validation);
  // An empty object, or one with numbers and texts in it, is meant to be a single set.
  const areNamed =
    named.length > 0 &&
    named.every(([name, set]) => name !== '' && isObject(set) && !isTensor(set));
  const sets = areNamed ? named : [['', validation as Dataset] as const];
  for (const [name, dataset] of sets) checkDataset(`${where}, ${labelOf(name)}`, dataset);
  return sets;
}

/** How errors call a validation set. */
export function labelOf(name: string): string {
  return name === '' ? 'validation' : `validation.${name}`;
}

/** Refuses a validation set that the model, the loss or a metric cannot take. */
export function checkValidation(task: TrainingTask, name: string, dataset: Dataset): void {
  checkFit(task, name, dataset);
  checkMetricsFit(task.metrics, task.model.outputShape, task.loss, dataset);
}

/**
 * @param begun the samples that the training began with; null where nobody knows
 * @throws StateError when a training run would continue with a set of another size
 */
export function checkSameSamples(begun: number | null, train: Dataset | SampleStream): void {
  const samples = samplesOf(train);
  if (Object.is(samples, begun ?? Number.NaN)) return;
  throw new StateError({
    where: 'Trainer.run',
    expected: `the ${begun ?? 'unknown number of'} samples that the training began with`,
    received: Number.isNaN(samples) ? 'an unknown number of samples' : `${samples}`,
    remedy: 'Make a new Trainer: the model keeps what it has learned.',
    advice: [{ kind: 'sameSamples' }],
  });
}

function measuredTwice(): OptionError {
  return new OptionError({
    where: `Trainer, validation.${TRAINING}`,
    expected: 'another name beside evaluateTraining, whose metrics are called so',
    received: TRAINING,
    remedy: 'Leave evaluateTraining out, or give the set another name.',
  });
}

function nothingToValidate(): OptionError {
  return new OptionError({
    where: 'Trainer.evaluateTraining',
    expected: 'a validation set, for it happens at each validation',
    received: 'none',
    remedy: 'Pass the training set as validation, too: fit({ train, validation: train }).',
  });
}

/** The parts of a stream are checked when they come; here, what cannot be asked of any stream. */
function checkStream(
  { sampling, shuffle, evaluateTraining }: TrainingTask,
  stream: SampleStream,
): void {
  const complain = (where: string, expected: string, remedy: string) =>
    new OptionError({ where, expected, received: 'a stream', remedy });
  if (sampling !== undefined) {
    throw complain(
      'Trainer.sampling',
      'a training set in memory, to draw from',
      'Let the stream give samples as often as they should come.',
    );
  }
  if (evaluateTraining) {
    throw complain(
      'Trainer.evaluateTraining',
      'a training set in memory',
      'Pass a part of it as a validation set: { validation, training }.',
    );
  }
  if (!shuffle && stream.shuffleBuffer > 0) {
    throw complain(
      'Trainer.shuffle',
      'true beside a shuffleBuffer',
      'Leave one of them out: without a buffer the order is that of the stream.',
    );
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isTensor = (value: unknown) => value instanceof Tensor;

/** The number of samples of an epoch; NaN where nobody knows. */
export function samplesOf(train: Dataset | SampleStream): number {
  return isStream(train) ? (train.samples ?? Number.NaN) : train.size;
}

/** Refuses a dataset that the model or the loss cannot take. */
export function checkFit({ model, loss }: TrainingTask, name: string, dataset: Dataset): void {
  const where = `Trainer, ${name}`;
  const { inputs, targets, sampleWeights, size } = dataset;
  checkBatch(`${where}.inputs`, inputs, model);
  if (size === 0) {
    throw new ShapeError({
      where,
      expected: 'one sample or more',
      received: 'none',
      remedy: 'Make it with fromArrays({ inputs, targets }).',
    });
  }
  if (targets.dtype !== 'int32') checkDtype(`${where}.targets`, targets, model);
  if (sampleWeights !== undefined) checkDtype(`${where}.sampleWeights`, sampleWeights, model);
  loss.checkTargets?.([size, ...model.outputShape], targets);
}

function checkDtype(where: string, { dtype }: Tensor, model: Model): void {
  if (dtype === model.dtype) return;
  throw new DtypeError({
    where,
    expected: `${model.dtype}, as the network computes in`,
    received: dtype,
    remedy: `Convert them with cast('${model.dtype}').`,
  });
}
