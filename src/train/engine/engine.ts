/** Who computes an iteration. The Trainer knows epochs and batches; an engine knows phases. */
import type { Dataset } from '../../data/dataset.ts';
import type { InParts } from '../../graph/parts.ts';
import type { PlanReport } from '../../graph/plan.ts';
import type { Loss } from '../../losses/loss.ts';
import type { Model } from '../../nn/sequential.ts';
import type { Optimizer } from '../../optimizers/index.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Clip } from '../options.ts';
import type { Learned } from './learned.ts';
import type { Batch, BufferUpdates } from './phases.ts';

/** What an engine computes with. */
export interface EngineRequest {
  readonly model: Model;
  readonly loss: Loss;
  /** The parameters that learn. */
  readonly learned: readonly Learned[];
  readonly clip: Clip | undefined;
  /** Whether gradients are added up over micro-batches. */
  readonly accumulates: boolean;
}

/** Numbers that are inputs of an update, by who takes them and by name. */
export type ScalarValues = ReadonlyMap<Optimizer | Clip, Readonly<Record<string, number>>>;

/** The phases of an iteration, each to be run once the one before it was. */
export interface Phases {
  /**
   * Takes a micro-batch from the dataset and passes it through the network.
   * @param rows the numbers of its samples
   * @param draw a number of 32 bits, different for every micro-batch, for dropout
   */
  forward(dataset: Dataset, rows: Int32Array, draw: number): void;
  /** The mean loss over the samples of the micro-batch. */
  loss(): number;
  /**
   * Computes the gradients of the micro-batch.
   * @param share the part of the batch that the micro-batch is, from above 0 to 1
   * @param first whether it is the first of its batch; the gradients of later ones are added
   */
  backward(share: number, first: boolean): void;
  /** The norm of all gradients together, as long as their squares are in the range of the dtype. */
  gradientNorm(): number;
  /** What each buffer is to become in the update; to be read before it, not kept. */
  buffers(): BufferUpdates;
  update(scalars: ScalarValues): void;
  /** The micro-batch of the last forward. */
  batch(): Batch;
  outputs(): Tensor;
  /** The output of every layer of the last forward, by its name, in order. */
  activations(): ReadonlyMap<string, Tensor>;
  /** In the order of `learned`. */
  gradients(): readonly Tensor[];
}

export interface Engine extends Phases {
  readonly backend: 'wasm' | 'reference';
  /** Why operations run one by one where a plan was meant to. */
  obstacle(): string | undefined;
  /** Whether nothing is left to be made before a micro-batch of this size. */
  isPrepared(dataset: Dataset, samples: number): boolean;
  /** Makes it, which `forward` does at once. */
  prepare(dataset: Dataset, samples: number): InParts<unknown>;
  /** What was made of each trace so far; nothing without compiling. */
  reports(): readonly PlanReport[];
  /** Makes sure that compiled code still computes what functions of the user's own do. */
  beginEpoch(): void;
}
