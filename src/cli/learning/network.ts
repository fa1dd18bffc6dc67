/** The network that options describe, and how it is trained. */
import { count, positive, positiveInteger, unitInterval } from '../../errors/options.ts';
import {
  batchNorm,
  type Dataset,
  dense,
  dropout,
  elasticPenalty,
  type Layer,
  layerNorm,
  type Model,
  type Optimizer,
  optimizerFromJSON,
  type Seed,
  sequential,
  type TrainerOptions,
} from '../../index.ts';
import { optimizerNames } from '../../optimizers/from_json.ts';
import type { Task } from '../../persistence/index.ts';
import { activations } from '../words/names.ts';
import {
  choice,
  list,
  number,
  type Option,
  otherwise,
  readNumber,
  type Values,
} from '../words/options.ts';
import { classWeightsOption, lossOption, objectiveOf } from './objective.ts';
import { scheduleOf, scheduleOption } from './schedule_option.ts';

const seed: Option<Seed> = {
  help: 'decides initial weights, the split and the order of samples; 0 unless it is said',
  placeholder: 'SEED',
  fallback: 0,
  // Only what a number is written as is one: 9007199254740993 as a number would be another's seed.
  read: (_, value) =>
    Number.isFinite(Number(value)) && String(Number(value)) === value ? Number(value) : value,
};

const activationNames = activations.names;

const normalizations: Readonly<Record<string, () => readonly Layer[]>> = {
  none: () => [],
  batch: () => [batchNorm()],
  layer: () => [layerNorm()],
};

/** The options of every command that makes a network. */
export const networkOptions = {
  hidden: otherwise(
    list('16,16', 'units of the hidden layers, or none; 32 unless it is said', readUnits),
    [32],
  ),
  activation: otherwise(
    choice('NAME', activationNames, `between layers: ${activationNames.join(', ')}; default relu`),
    'relu',
  ),
  dropout: otherwise(
    number('RATE', unitInterval, 'how much of each hidden layer is dropped in training; default 0'),
    0,
  ),
  norm: otherwise(
    choice(
      'NAME',
      Object.keys(normalizations),
      'what is normalized before each activation: batch (batch normalization), layer, or none; default none',
    ),
    'none',
  ),
  l1: number('R', positive, 'penalty on the size of weights, as a part of the loss; default none'),
  l2: number('R', positive, 'penalty on half their squares, as a part of the loss; default none'),
  loss: lossOption,
  classWeights: classWeightsOption,
  epochs: otherwise(number('N', positiveInteger, 'passes over the training part; default 50'), 50),
  batchSize: otherwise(number('N', positiveInteger, 'samples of one iteration; default 16'), 16),
  optimizer: otherwise(
    choice('NAME', optimizerNames, `${optimizerNames.join(', ')}; default adam`),
    'adam',
  ),
  learningRate: number(
    'R',
    positive,
    "the factor of each update; default 0.01 for adam, and the optimizer's own for others",
  ),
  schedule: scheduleOption,
  weightDecay: number('R', positive, 'decoupled decay of the weights in each update; default none'),
  clip: number(
    'R',
    positive,
    'the largest norm that all gradients may have together; default none',
  ),
  seed,
};

export type NetworkValues = Values<typeof networkOptions>;

function readUnits(where: string, text: string): number {
  return text === 'none' ? 0 : readNumber(where, count, text);
}

/** What a network for a dataset is made of: dense layers with an activation between them. */
function makeModel(dataset: Dataset, outputs: number, values: NetworkValues, seed: Seed): Model {
  const { hidden, activation, dropout: rate, norm, l1, l2 } = values;
  const activate = activations.get('--activation', activation, 'Choose one of these.');
  const penalized = (l1 ?? l2) !== undefined;
  const penalty = penalized && { weightPenalty: elasticPenalty({ l1: l1 ?? 0, l2: l2 ?? 0 }) };
  const layers = hidden
    .filter((units) => units > 0)
    .flatMap((units) => [
      dense({ units, ...penalty }),
      ...normalizations[norm](),
      activate(),
      ...(rate > 0 ? [dropout({ rate })] : []),
    ]);
  const { dtype, shape } = dataset.inputs;
  return sequential({ inputShape: shape.slice(1), dtype, seed }, [
    ...layers,
    dense({ units: outputs, ...penalty }),
  ]);
}

/** Tables are small: ten times the usual rate brings adam where it wants to be in some hundred iterations. */
const ADAM_RATE = 0.01;

function makeOptimizer({ optimizer, weightDecay, ...values }: NetworkValues): Optimizer {
  const learningRate = values.learningRate ?? (optimizer === 'adam' ? ADAM_RATE : undefined);
  const options = {
    ...(learningRate !== undefined && { learningRate }),
    ...(weightDecay !== undefined && { weightDecay }),
  };
  return optimizerFromJSON({ name: optimizer, options });
}

/**
 * The options of a Trainer for a task, with a network of its own.
 * @param train what is learned from
 */
export function trainerOptions(
  task: Task,
  train: Dataset,
  values: NetworkValues,
  seed: Seed = values.seed,
): TrainerOptions {
  const { epochs, batchSize, clip, schedule } = values;
  const { loss, metrics, outputs } = objectiveOf(task, train, values);
  const model = makeModel(train, outputs, values, seed);
  const optimizer = makeOptimizer(values);
  return {
    ...{ model, loss, metrics, optimizer, epochs, batchSize, seed },
    ...scheduleOf(schedule),
    ...(clip !== undefined && { clip: { globalNorm: clip } }),
  };
}
