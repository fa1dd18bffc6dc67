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
import { type Learned, prepare } from './phases.ts';

export class Learner {
  readonly #options: ResolvedTrainerOptions;
  readonly #learned: readonly Learned[];
  #engine: Engine | undefined;
  /** What the current engine learns, as it was prepared, and as the engine has it. */
  #chosen: readonly Learned[] = [];
  #learning: readonly Learned[] = [];
  /** For how many iterations a parameter did not learn, up to an iteration. */
  readonly #rested = new Map<Learned, number>();
  #restedUpTo = 0;
  /** The numbers of an update by optimizer; of one whose parameters have rested, a copy for each rest. */
  readonly #scalarValues = new Map<Optimizer, Readonly<Record<string, number>>>();
  #counts: readonly { readonly optimizer: Optimizer; readonly rest: number }[] = [];

  /** @throws OptionError when a group of the optimizer names no parameter */
  constructor(options: ResolvedTrainerOptions) {
    this.#options = options;
    this.#learned = prepare(options.model, options.optimizer);
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
   * @param iteration how many there have been
   * @throws OptionError when there are none
   */
  engine(iteration: number): Engine {
    if (this.#engine !== undefined && this.#isUnchanged()) return this.#engine;
    const chosen = this.#learned.filter(({ parameter }) => parameter.requiresGrad);
    if (chosen.length === 0) {
      throw new OptionError({
        where: 'Trainer',
        expected: 'at least one parameter that learns',
        received: 'a model without any',
        remedy: 'Unfreeze a layer with model.unfreeze().',
      });
    }
    this.#countRests(iteration);
    this.#chosen = chosen;
    this.#learning = this.#withOwnCounts(chosen);
    const { model, loss, clip, accumulate, backend } = this.#options;
    const accumulates = accumulate > 1;
    this.#engine = createEngine(
      { model, loss, learned: this.#learning, clip, accumulates },
      backend,
    );
    return this.#engine;
  }

  /** Whether the engine learns the parameters that are to learn. Asked in every iteration. */
  #isUnchanged(): boolean {
    let matched = 0;
    for (const learned of this.#learned) {
      if (!learned.parameter.requiresGrad) continue;
      if (this.#chosen[matched] !== learned) return false;
      matched++;
    }
    return matched === this.#chosen.length;
  }

  #countRests(iteration: number): void {
    const rest = iteration - this.#restedUpTo;
    this.#restedUpTo = iteration;
    if (rest === 0) return;
    for (const learned of this.#learned) {
      if (this.#chosen.includes(learned)) continue;
      this.#rested.set(learned, (this.#rested.get(learned) ?? 0) + rest);
    }
  }

  /**
   * What an optimizer counts, such as for bias corrections, are the updates of the parameter, as in
   * PyTorch: one that is thawed late begins at the beginning. Parameters with the same optimizer that
   * have rested for other numbers of iterations are told apart by a copy of it.
   */
  #withOwnCounts(chosen: readonly Learned[]): Learned[] {
    const copies = new Map<string, { optimizer: Optimizer; rest: number }>();
    const originals = [...new Set(chosen.map(({ optimizer }) => optimizer))];
    const counted = chosen.map((learned) => {
      const rest = this.#rested.get(learned) ?? 0;
      const key = `${originals.indexOf(learned.optimizer)} ${rest}`;
      const own = rest === 0 ? learned.optimizer : { ...learned.optimizer };
      const { optimizer } = copies.get(key) ?? { optimizer: own };
      copies.set(key, { optimizer, rest });
      return { ...learned, optimizer };
    });
    this.#scalarValues.clear();
    this.#counts = [...copies.values()];
    return counted;
  }

  /** The numbers that the update of an iteration takes in, with learning rates scaled by a factor. */
  scalars(iteration: number, factor: number): ScalarValues {
    for (const { optimizer, rest } of this.#counts) {
      const values = {
        learningRate: optimizer.learningRate * factor,
        ...optimizer.scalars(iteration - rest),
      };
      this.#scalarValues.set(optimizer, values);
    }
    return this.#scalarValues;
  }

  /** For how many of the iterations parameters did not learn, by name; those that always did left out. */
  rested(iteration: number): Record<string, number> {
    this.#countRests(iteration);
    return Object.fromEntries(
      [...this.#rested].map(([{ parameter }, rest]) => [parameter.name, rest]),
    );
  }

  /** Goes on as after `iteration`, with another engine. */
  restore(iteration: number, rested: Readonly<Record<string, number>>): void {
    this.#rested.clear();
    for (const learned of this.#learned) {
      const { name } = learned.parameter;
      if (Object.hasOwn(rested, name)) this.#rested.set(learned, rested[name]);
    }
    this.#restedUpTo = iteration;
    this.#engine = undefined;
    this.#chosen = [];
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
