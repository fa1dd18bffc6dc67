/** The network that options describe, and how it is trained. */
import { count, positive, positiveInteger, unitInterval } from '../../errors/options.ts';
import {
  accuracy,
  type Dataset,
  dense,
  dropout,
  type Loss,
  type Metric,
  type Model,
  meanSquaredError,
  type Optimizer,
  optimizerFromJSON,
  r2,
  type Seed,
  sequential,
  softmaxCrossEntropy,
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

const seed: Option<Seed> = {
  help: 'decides initial weights, the split and the order of samples; 0 unless it is said',
  placeholder: 'SEED',
  fallback: 0,
  // Only what a number is written as is one: 9007199254740993 as a number would be another's seed.
  read: (_, value) =>
    Number.isFinite(Number(value)) && String(Number(value)) === value ? Number(value) : value,
};

const activationNames = activations.names;

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
export function makeModel(
  dataset: Dataset,
  values: NetworkValues,
  seed: Seed = values.seed,
): Model {
  const { hidden, activation, dropout: rate } = values;
  const activate = activations.get('--activation', activation, 'Choose one of these.');
  const layers = hidden
    .filter((units) => units > 0)
    .flatMap((units) => [dense({ units }), activate(), ...(rate > 0 ? [dropout({ rate })] : [])]);
  const outputs = dataset.classNames?.length ?? dataset.targets.shape[1];
  const { dtype, shape } = dataset.inputs;
  return sequential({ inputShape: shape.slice(1), dtype, seed }, [
    ...layers,
    dense({ units: outputs }),
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

/** What is minimized and what is measured, by task. */
export const objectives: Readonly<
  Record<Task, { readonly loss: () => Loss; readonly metrics: Readonly<Record<string, Metric>> }>
> = {
  classification: { loss: () => softmaxCrossEntropy(), metrics: { accuracy } },
  regression: { loss: () => meanSquaredError(), metrics: { r2 } },
};

/** The options of a Trainer for a task. */
export function trainerOptions(
  task: Task,
  model: Model,
  values: NetworkValues,
  seed: Seed = values.seed,
): TrainerOptions {
  const { epochs, batchSize, clip } = values;
  const { loss, metrics } = objectives[task];
  const optimizer = makeOptimizer(values);
  return {
    ...{ model, loss: loss(), metrics, optimizer, epochs, batchSize, seed },
    ...(clip !== undefined && { clip: { globalNorm: clip } }),
  };
}
