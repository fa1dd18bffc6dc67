/** Small datasets and networks that tests train, and what they do with events. */
import { type Dataset, fromArrays } from '../../src/data/index.ts';
import { meanSquaredError, softmaxCrossEntropy } from '../../src/losses/index.ts';
import { dense, type LayerLike, type Model, sequential, tanh } from '../../src/nn/index.ts';
import { sgd } from '../../src/optimizers/index.ts';
import type { TrainerOptions, TrainingEvent } from '../../src/train/index.ts';
import { type Dtype, type Tensor, tensor, uniform } from '../tensors.ts';

export interface TaskOptions {
  readonly samples?: number;
  readonly features?: number;
  readonly outputs?: number;
  readonly seed?: number;
  readonly dtype?: 'float32' | 'float64';
}

/** Random inputs, and targets that follow from them smoothly. */
export function regression(options: TaskOptions = {}): Dataset {
  const { samples = 20, features = 3, outputs = 2, seed = 1, dtype = 'float32' } = options;
  const inputs = uniform([samples, features], { seed, dtype });
  const mixing = uniform([features, outputs], { seed: `${seed}/mixing`, dtype });
  return { inputs, targets: tanh(inputs.matmul(mixing)), size: samples };
}

/** Random inputs, and the class in whose direction they point. */
export function classification(options: TaskOptions = {}): Dataset {
  const { outputs: classes = 3 } = options;
  const { inputs, targets, size } = regression({ ...options, outputs: classes });
  return { inputs, targets: targets.argmax({ axis: -1 }), size };
}

/** Samples 0, 1, 2, ... and targets 0: the loss of a model that passes them on is known. */
export function counting(losses: readonly number[]): Dataset {
  return fromArrays({ inputs: losses, targets: losses.map(() => 0) });
}

/** A network of a few units. */
export function network(
  layers: readonly LayerLike[] = [dense({ units: 4 }), tanh(), dense({ units: 2 })],
  { features = 3, seed = 1, dtype = 'float32' as Dtype } = {},
): Model {
  return sequential({ inputShape: [features], seed, dtype }, layers);
}

/** Options for training `network()` on `regression()`. */
export function options(overrides: Partial<TrainerOptions> = {}): TrainerOptions {
  return {
    model: network(),
    loss: meanSquaredError(),
    optimizer: sgd({ learningRate: 0.1 }),
    epochs: 2,
    batchSize: 8,
    ...overrides,
  };
}

/** Options for training a network of its own on `classification()`. */
export function classifying(overrides: Partial<TrainerOptions> = {}): TrainerOptions {
  const model = network([dense({ units: 5 }), tanh(), dense({ units: 3 })]);
  return options({ model, loss: softmaxCrossEntropy(), ...overrides });
}

/** The events of one type. */
export function ofType<T extends TrainingEvent['type']>(
  events: Iterable<TrainingEvent>,
  type: T,
): Extract<TrainingEvent, { type: T }>[] {
  return [...events].filter(
    (event): event is Extract<TrainingEvent, { type: T }> => event.type === type,
  );
}

/** All numbers of named tensors in one float64 vector, for comparing them at once. */
export function flat(named: Readonly<Record<string, Tensor>>): Tensor {
  const numbers = Object.values(named).flatMap((t) => Array.from(t.toTypedArray()));
  return tensor(numbers, { dtype: 'float64' });
}
