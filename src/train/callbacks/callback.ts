/** What is told of a training run while it continues, and what it may do to it. */
import type { Model } from '../../nn/sequential.ts';
import type { TrainingEvent } from '../events/events.ts';
import type { CallbackState, TrainingState } from '../state/training_state.ts';

/** What a callback may do to a training run. */
export interface Control {
  /** Ends the training after the current iteration. */
  stop(message?: string): void;
  /**
   * Multiplies the learning rate, of all groups and on top of any schedule, from the next iteration on.
   * @throws OptionError unless the factor is a finite number, 0 or more
   */
  scaleLearningRate(factor: number): void;
  /**
   * Takes the training as it is once every callback has been told of this event, and hands it over;
   * a promise is waited for.
   * @throws StateError at events other than `iterationEnd`, `epochEnd` and `trainStop`
   */
  checkpoint(receive: (state: TrainingState) => void | Promise<void>): void;
}

/** Told every event. A promise is waited for. */
export interface Callback {
  (event: TrainingEvent, control: Control): void | Promise<void>;
  /**
   * The name under which a checkpoint keeps its state; left out, it has none to keep. Anyone who has one
   * belongs to one training: `fit` of another Trainer refuses it.
   */
  readonly key?: string;
  /** The model that it works on; `fit` refuses it with another one. */
  readonly model?: Model;
  /** What it has to know to continue from here. Copies. */
  state?(): CallbackState;
  /** Continues from there. Called by `fit`, before any event, on a Trainer that was resumed. */
  loadState?(state: CallbackState): void;
}
