/** A training run at rest: all that it takes to continue as if nothing had been, to the bit. */
import type { Names } from '../../nn/names.ts';
import type { ModelState } from '../../nn/state.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { ProgressData } from './progress.ts';
import type { Recipe } from './recipe.ts';

/** What a checkpoint keeps of a callback. */
export interface CallbackState {
  /** What JSON can hold; numbers may be infinite or NaN, too. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly tensors: Readonly<Record<string, Tensor>>;
}

export interface TrainingState {
  /** What the Trainer has to be made with again: the seed, the optimizer and its like. */
  readonly recipe: Recipe;
  /** What can be known of the data that it was trained on: fingerprints, numbers; null before a run. */
  readonly data: Recipe | null;
  /** The counters, the position in the epoch, the sums of the epoch under way, and the history. */
  readonly progress: ProgressData;
  /** Parameters and buffers by name. */
  readonly model: ModelState;
  /** What the columns and classes are called that the model has learned. */
  readonly names: Names;
  /** The state of the optimizer by name. */
  readonly optimizer: Readonly<Record<string, Tensor>>;
  /** The parameters that do not learn. */
  readonly frozen: readonly string[];
  /**
   * For how many iterations a parameter did not learn; optimizers count the others. Below 0 where there have
   * been updates elsewhere before.
   */
  readonly rested: Readonly<Record<string, number>>;
  /** What callbacks have to know, by their keys; a second one of a key has `#2` added to its own. */
  readonly callbacks: Readonly<Record<string, CallbackState>>;
}

export interface ResumeOptions {
  /**
   * Parts of the recipe, such as `optimizer`, that are meant to differ from before; `train` and
   * `validation` are the data. With another `batchSize` or `dropLast` a training run continues only from the
   * end of an epoch.
   */
  readonly allow?: readonly string[] | undefined;
}
