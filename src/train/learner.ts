/**
 * What learns in a training, and the engine that computes it. Freezing layers while it trains changes
 * what learns, and asks for another engine; the state of the optimizer stays.
 */
import { OptionError } from '../errors/errors.ts';
import { loadState, type ModelState } from '../nn/state.ts';
import type { Optimizer } from '../optimizers/index.ts';
import { snapshot, type Tensor } from '../tensor/tensor.ts';
import { createEngine } from './backend.ts';
import type { Engine, ScalarValues } from './engine.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import { type Learned, optimizersOf, prepare } from './phases.ts';

export class Learner {
  readonly #options: ResolvedTrainerOptions;
  readonly #learned: readonly Learned[];
  readonly #optimizers: readonly Optimizer[];
  readonly #scalarValues = new Map<Optimizer, Readonly<Record<string, number>>>();
  #engine: Engine | undefined;
  #learning: readonly Learned[] = [];

  /** @throws OptionError when a group of the optimizer names no parameter */
  constructor(options: ResolvedTrainerOptions) {
    this.#options = options;
    this.#learned = prepare(options.model, options.optimizer);
    this.#optimizers = optimizersOf(this.#learned);
  }

  /** The engine, if there was an iteration. */
  get current(): Engine | undefined {
    return this.#engine;
  }

  /** What the current engine learns. */
  get learning(): readonly Learned[] {
    return this.#learning;
  }

  /**
   * The engine for the parameters that learn now.
   * @throws OptionError when there are none
   */
  engine(): Engine {
    if (this.#engine !== undefined && this.#isUnchanged()) return this.#engine;
    const learning = this.#learned.filter(({ parameter }) => parameter.requiresGrad);
    if (learning.length === 0) {
      throw new OptionError({
        where: 'Trainer',
        expected: 'at least one parameter that learns',
        received: 'a model without any',
        remedy: 'Unfreeze a layer with model.unfreeze().',
      });
    }
    const { model, loss, clip, accumulate, backend } = this.#options;
    this.#learning = learning;
    this.#engine = createEngine(
      { model, loss, learned: learning, clip, accumulates: accumulate > 1 },
      backend,
    );
    return this.#engine;
  }

  /** Whether the engine learns the parameters that are to learn. Asked in every iteration. */
  #isUnchanged(): boolean {
    let matched = 0;
    for (const learned of this.#learned) {
      if (!learned.parameter.requiresGrad) continue;
      if (this.#learning[matched] !== learned) return false;
      matched++;
    }
    return matched === this.#learning.length;
  }

  /** The numbers that the update of an iteration takes in, with learning rates scaled by a factor. */
  scalars(iteration: number, factor: number): ScalarValues {
    for (const optimizer of this.#optimizers) {
      const values = {
        learningRate: optimizer.learningRate * factor,
        ...optimizer.scalars(iteration),
      };
      this.#scalarValues.set(optimizer, values);
    }
    return this.#scalarValues;
  }

  /** The optimizer's state by name, such as `layers.0.weight.momentum`. Copies. */
  state(): Record<string, Tensor> {
    return Object.fromEntries(this.#named().map(([name, own]) => [name, snapshot(own)]));
  }

  /** @throws DataError when names, shapes or dtypes differ; then nothing has changed */
  loadState(state: ModelState): void {
    loadState(this.#named(), state);
  }

  #named(): [name: string, tensor: Tensor][] {
    return this.#learned.flatMap(({ parameter, state }) =>
      Object.entries(state).map(([name, own]): [string, Tensor] => [
        `${parameter.name}.${name}`,
        own,
      ]),
    );
  }
}
