/**
 * What a layer is. A layer is described by data (`dense({ units: 64 })`), which knows no shapes yet and
 * can be written as JSON, and is built for an input shape, which is when parameters come into being.
 * Shapes of layers leave out the first axis, the samples.
 */
import type { Initializer } from '../initializers/initializer.ts';
import type { Dtype } from '../tensor/dtype.ts';
import type { Seed } from '../tensor/rng.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Constraint } from './constraint.ts';
import type { Penalty } from './penalty.ts';
import type { ModelState } from './state.ts';

/** What a layer is told while it computes. */
export interface LayerContext {
  /** Whether this is training: dropout drops, batchNorm uses the statistics of the batch. */
  readonly training: boolean;
  /** An int32 scalar that is different in every draw of randomness. */
  readonly counter: Tensor;
  /** Told the output of every layer, by the layer's name. */
  observe?(name: string, output: Tensor): void;
  /**
   * Takes what a buffer is to become, for when the iteration updates the parameters. Where it is left
   * out, outside of a Trainer, a layer overwrites its buffers at once.
   */
  remember?(buffer: Tensor, value: Tensor): void;
}

/** What a layer is told when it is built. */
export interface BuildRequest {
  /** Its name in the network, such as `layers.0`. */
  readonly name: string;
  readonly inputShape: Shape;
  readonly dtype: Dtype;
  readonly seed: Seed;
  /** How weights begin before the layer that follows, if it says so. */
  readonly weightInitializer?: Initializer | undefined;
  /** The values to begin with, where they are known; otherwise initializers draw them. */
  readonly values?: ModelState | undefined;
  /** Whether nobody else uses these values, so that parameters may be in their memory. */
  readonly ownsValues?: boolean | undefined;
}

/** What a training run is going to be. NaN where nobody knows. */
export interface Ahead {
  /** In total, those done included. */
  readonly iterations: number;
  readonly iterationsPerEpoch: number;
  readonly batchSize: number;
  readonly lastBatchSize: number;
  readonly accumulate: number;
  /** Iterations completed. */
  readonly done: number;
  /** Of these, how many in the epoch under way. */
  readonly iterationInEpoch: number;
}

export interface BuiltLayer {
  readonly outputShape: Shape;
  /** What is learned, by local name: `weight`, `bias`. */
  readonly parameters?: Readonly<Record<string, Tensor>>;
  /** What is remembered but not learned: the running statistics of batchNorm. */
  readonly buffers?: Readonly<Record<string, Tensor>>;
  /** What parameters cost in training, by the local name of the parameter. */
  readonly penalties?: Readonly<Record<string, Penalty>>;
  /** Where updates may not lead, by the local name of the parameter. */
  readonly constraints?: Readonly<Record<string, Constraint>>;
  /**
   * Looks at what a training run is going to be, before its first iteration.
   * @throws what `forward` would throw in one of the iterations to come
   */
  readonly checkAhead?: (ahead: Ahead) => void;
  /** @param x `[samples, ...inputShape]` */
  forward(x: Tensor, context: LayerContext): Tensor;
}

/** Any numbers, such as logits are; probabilities, from 0 to 1; or their logarithms, never above 0. */
export type OutputKind = 'logits' | 'probabilities' | 'logProbabilities';

export interface Layer {
  readonly type: string;
  /** All options with defaults filled in; JSON, unless a function is among them. */
  readonly options: Readonly<Record<string, unknown>>;
  /** How the weights before it begin, unless told otherwise; default `glorotUniform`. */
  readonly weightInitializer?: Initializer;
  /** What its outputs are as a network's, where that is sure: a loss for something else is refused. */
  readonly outputs?: OutputKind;
  /** @throws ShapeError when the input shape does not fit */
  build(request: BuildRequest): BuiltLayer;
}

/** Any function from tensor to tensor is a layer, too. */
export type LayerFunction = (x: Tensor) => Tensor;
export type LayerLike = Layer | LayerFunction;
