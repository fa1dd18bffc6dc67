/**
 * What goes on as it was, from one run of a Trainer to the next and from a checkpoint on: its options, its data
 * and its callbacks.
 */
import type { Model } from '../../nn/sequential.ts';
import type { Callback } from '../callbacks/callback.ts';
import { restoreCallbacks, statesOf } from '../callbacks/callback_states.ts';
import { adopt, checkCallbacks } from '../callbacks/own_callbacks.ts';
import type { PreparedData } from '../data/prepared_data.ts';
import type { ResolvedTrainerOptions } from '../options.ts';
import { checkRecipe } from './check_recipe.ts';
import { describeData } from './data_recipe.ts';
import { type Recipe, recipeOf } from './recipe.ts';
import type { TrainingState } from './training_state.ts';

/** What a state that was resumed says of its data, and what of it may differ. */
interface Resumed {
  readonly data: Recipe | null;
  readonly allow: readonly string[];
}

const NOTHING: Resumed = { data: null, allow: [] };

export class Continuity {
  readonly #options: ResolvedTrainerOptions;
  #recipe: Recipe | undefined;
  /** What the last run was given. */
  #data: PreparedData | undefined;
  /** The callbacks of the fit under way or of the last one. */
  #callbacks: readonly Callback[] = [];
  /** What was resumed, and waits for the data that it continues with. */
  #resumed = NOTHING;
  /** What callbacks are to continue from, until a fit has begun with them. */
  #states: TrainingState['callbacks'] | undefined;
  /** Another one after each `resume`: callbacks belong to one. */
  #training: object = {};

  /** @param options of which it does not matter here how long to train, which may change */
  constructor(options: ResolvedTrainerOptions) {
    this.#options = options;
  }

  get recipe(): Recipe {
    this.#recipe ??= recipeOf(this.#options);
    return this.#recipe;
  }

  /** What a checkpoint keeps of all this. */
  get kept(): Pick<TrainingState, 'recipe' | 'data' | 'callbacks'> {
    const data = this.#data ? describeData(this.#data, this.#options) : this.#resumed.data;
    return { recipe: this.recipe, data, callbacks: this.#states ?? statesOf(this.#callbacks) };
  }

  /** Waits for the data and the callbacks of a state. */
  resume({ data, callbacks }: TrainingState, allow: readonly string[]): void {
    this.#resumed = { data, allow };
    this.#states = callbacks;
    this.#callbacks = [];
    this.#data = undefined;
    this.#training = {};
  }

  /** @throws StateError for other data than those that were resumed */
  checkData(data: PreparedData): void {
    const { data: begun, allow } = this.#resumed;
    if (begun !== null) checkRecipe('fit', [begun, describeData(data, this.#options)], allow);
  }

  /** Gives callbacks what was resumed, if they may have it. @throws StateError, OptionError, DataError */
  restore(callbacks: readonly Callback[], model: Model): void {
    const states = this.#states ?? {};
    const training = this.#training;
    checkCallbacks(callbacks, { model, training, restored: Object.keys(states) });
    restoreCallbacks(callbacks, states);
  }

  /**
   * From here on the data and callbacks of a run belong to the training, and what was resumed is theirs.
   * @param callbacks none where a run has no place for them
   */
  begin(data: PreparedData, callbacks: readonly Callback[] | undefined): void {
    this.#data = data;
    this.#resumed = NOTHING;
    if (callbacks === undefined) return;
    adopt(callbacks, this.#training);
    this.#callbacks = callbacks;
    this.#states = undefined;
  }
}
