/** Initialization and depth: what the first weights do to activations and gradients, layer by layer. */
import { choice, whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

export const STARTS = ['zeros', 'small', 'He', 'Glorot', 'too large'] as const;
export const NETWORKS = ['plain', 'residual'] as const;
export type NetworkName = (typeof NETWORKS)[number];

/** Gradients are counted by their size in powers of ten, from 10⁻¹⁵ to 10⁵; zeros are counted apart. */
export const DECADES = { low: -15, high: 5 } as const;
export const BINS = 20;

/** One block of layers, in the first iteration of an epoch. */
export interface LayerSeen {
  /** How many activations lie in each of the bins from `-range` to `range`. */
  readonly activations: readonly number[];
  /** The largest absolute activation of all layers at this moment. */
  readonly range: number;
  /** √mean of the squared activations. */
  readonly size: number;
  /** Of all activations, those that are 0. */
  readonly zeros: number;
  /** Units that do not do the same as another unit for all samples. */
  readonly differentUnits: number;
  readonly units: number;
  /** How many gradients of the weights have which size. */
  readonly gradients: readonly number[];
  readonly zeroGradients: number;
  /** √ of the sum of the squared gradients of the weights. */
  readonly gradientNorm: number;
}

export interface Moment {
  /** Epochs that have ended before it. */
  readonly epochs: number;
  /** Of this iteration's batch. */
  readonly loss: number;
  readonly layers: readonly LayerSeen[];
}

export interface NetworkRun extends WithWeights {
  readonly name: NetworkName;
  readonly moments: readonly Moment[];
  /** Of whole epochs, from the first one on. */
  readonly losses: readonly number[];
  /** Why it ended early: what the library says of numbers that are not finite. */
  readonly trouble: string;
}

export interface InitializationResult extends WithWeights {
  readonly runs: readonly NetworkRun[];
}

export const initialization: Described = {
  name: 'initialization',
  fields: [
    choice('start', 'Initial weights', 'small', [...STARTS]),
    choice('activation', 'Activation', 'tanh', ['relu', 'tanh', 'sigmoid']),
    whole('depth', 'Hidden layers', 8, [2, 12]),
    choice('learningRate', 'Learning rate', '0.1', ['0.003', '0.01', '0.03', '0.1']),
    whole('epochs', 'Epochs', 6, [1, 20]),
    whole('seed', 'Seed', 7, [0, 9999]),
  ],
  author: 'aeca20df430ae9d42ef8ebd695591810df78b3cab697b4aa07a87f2ba327f1bc',
};

/** The layer with the smallest gradients, as a part of the last one's: how much has vanished on the way back. */
export function vanished({ layers }: Moment): number {
  const norms = layers.map(({ gradientNorm }) => gradientNorm);
  return norms[0] / norms[norms.length - 1];
}
