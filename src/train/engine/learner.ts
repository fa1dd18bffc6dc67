/**
 * What learns in a training run, and the engine that computes it. Freezing layers while it trains changes
 * what learns, and asks for another engine; the state of the optimizer stays.
 */
import { OptionError } from '../../errors/errors.ts';
import type { ThreadCount } from '../../graph/threading.ts';
import { collect } from '../../nn/build.ts';
import { loadState, type ModelState } from '../../nn/state.ts';
import type { Optimizer } from '../../optimizers/index.ts';
import { checkPrecision, checkRate } from '../../tensor/precision.ts';
import { snapshot, type Tensor } from '../../tensor/tensor.ts';
import type { Clip, ResolvedTrainerOptions } from '../options.ts';
import { createEngine } from './backend.ts';
import { clipScalars } from './clip_gradients.ts';
import type { Engine, ScalarValues } from './engine.ts';
import { type Learned, prepare } from './learned.ts';
import { checkAll, type Moment } from './non_finite.ts';

/**
 * With a norm of the gradients, a learning rate and a product of both below this, no single update makes
 * an infinite number of finite ones, squares included: 2⁵⁰ · 2⁵⁰ is far from the largest float32, 2¹²⁸.
 */
const HARMLESS = 2 ** 50;

/** Growth over many updates is found by looking, this often: it costs a pass over all numbers. */
const LOOK_EVERY = 100;

const AFTERWARDS = {
  remedy:
    'Lower the learning rate or the decay, and go on from a checkpoint: the parameters are those after this iteration.',
  advice: [{ kind: 'lowerRateOrDecay' }],
} as const;

/** How large an update is going to be. */
interface UpdateSize {
  /** What learning rates are multiplied by. */
  readonly factor: number;
  readonly gradientNorm: number;
}

export class Learner {
  readonly #options: ResolvedTrainerOptions;
  readonly #learned: readonly Learned[];
  readonly #largestRate: number;
  /** How many threads compute at most, from the next iteration on. */
  threads: ThreadCount;
  #engine: Engine | undefined;
  /** How many it was made for. */
  #engineThreads: ThreadCount | undefined;
  /** What the current engine learns, as it was prepared, and as the engine has it. */
  #chosen: readonly Learned[] = [];
  #learning: readonly Learned[] = [];
  /** For how many iterations a parameter did not learn, up to an iteration; below 0 where it has learned before. */
  readonly #rested = new Map<Learned, number>();
  #restedUpTo = 0;
  /** The numbers of an update by optimizer; of one whose parameters have rested, a copy for each rest. */
  readonly #scalarValues = new Map<Optimizer | Clip, Readonly<Record<string, number>>>();
  #counts: readonly { readonly optimizer: Optimizer; readonly rest: number }[] = [];

  /**
   * @throws OptionError when a group names no parameter, or an option does not fit the model's dtype;
   * DataError where the optimizer is to go on from a state that is not its own
   */
  constructor(options: ResolvedTrainerOptions) {
    const { model, clip, optimizerState } = options;
    checkPrecision('Trainer.clip', clip ?? {}, model.dtype);
    this.#options = options;
    this.threads = options.threads;
    this.#learned = prepare(options.model, options.optimizer);
    this.#largestRate = Math.max(...this.#learned.map(({ optimizer }) => optimizer.learningRate));
    if (optimizerState === undefined) return;
    const { tensors, updates } = optimizerState;
    loadState(this.#named(), tensors, 'Trainer.optimizerState');
    if (updates === 0) return;
    for (const learned of this.#learned) this.#rested.set(learned, -updates);
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
        remedy: 'Unfreeze a layer: model.unfreeze().',
      });
    }
    this.#countRests(iteration);
    this.#chosen = chosen;
    this.#learning = this.#withOwnCounts(chosen);
    const { model, loss, clip, accumulate, backend } = this.#options;
    const { threads } = this;
    this.#engineThreads = threads;
    this.#engine = createEngine(
      { model, loss, learned: this.#learning, clip, accumulates: accumulate > 1, threads },
      backend,
    );
    return this.#engine;
  }

  /** Whether the engine learns the parameters that are to learn, with the threads asked for. Asked in every iteration. */
  #isUnchanged(): boolean {
    if (this.#engineThreads !== this.threads) return false;
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

  /**
   * The update of an iteration. Where its numbers are so large that a single update may overflow, it is
   * looked through at once and taken back if it did; otherwise every hundredth time.
   * @throws NonFiniteError when a parameter or the state of an optimizer is not finite
   */
  update(engine: Engine, moment: Moment, { factor, gradientNorm }: UpdateSize): void {
    const { iteration } = moment;
    const rate = this.#largestRate * factor;
    const isHarmless =
      gradientNorm <= HARMLESS && rate <= HARMLESS && gradientNorm * rate <= HARMLESS;
    if (!isHarmless) checkRate(rate, iteration, this.#options.model.dtype);
    const values = this.#scalars(iteration, factor, gradientNorm);
    if (isHarmless) engine.update(values);
    else this.#updateWithCare(engine, values, moment);
    if (iteration % LOOK_EVERY === 0) this.check(moment);
  }

  #updateWithCare(engine: Engine, values: ScalarValues, moment: Moment): void {
    const { model } = this.#options;
    const before = { model: model.state(), optimizer: this.state() };
    engine.update(values);
    try {
      checkAll(this.#everything(), moment);
    } catch (error) {
      model.loadState(before.model);
      this.loadState(before.optimizer);
      throw error;
    }
  }

  /**
   * Looks through all that a training run leaves behind, as it is now.
   * @throws NonFiniteError naming the first tensor that is not finite
   */
  check(moment: Moment): void {
    checkAll(this.#everything(), moment, AFTERWARDS);
  }

  *#everything(): Generator<readonly [name: string, tensor: Tensor]> {
    const { model } = this.#options;
    for (const parameter of model.parameters()) yield [`parameter ${parameter.name}`, parameter];
    for (const [name, buffer] of collect(model.layers, 'buffers')) yield [`buffer ${name}`, buffer];
    for (const [name, own] of this.#named()) yield [`optimizer state ${name}`, own];
  }

  /** The numbers that an update takes in, with learning rates scaled by a factor. */
  #scalars(iteration: number, factor: number, norm: number): ScalarValues {
    const { model, clip } = this.#options;
    for (const { optimizer, rest } of this.#counts) {
      const values = {
        learningRate: optimizer.learningRate * factor,
        ...optimizer.scalars(iteration - rest),
      };
      this.#scalarValues.set(optimizer, values);
    }
    const limits = clip && clipScalars(clip, norm, model.dtype);
    if (clip !== undefined && limits !== undefined) this.#scalarValues.set(clip, limits);
    return this.#scalarValues;
  }

  /**
   * For how many of the iterations parameters did not learn, by name; those that always did left out. Updates
   * before the first iteration count the other way.
   */
  rested(iteration: number): Record<string, number> {
    this.#countRests(iteration);
    return Object.fromEntries(
      [...this.#rested].map(([{ parameter }, rest]) => [parameter.name, rest]),
    );
  }

  /** Continues as after `iteration`. An engine stays if what it learns has rested as long as before. */
  restore(iteration: number, rested: Readonly<Record<string, number>>): void {
    const before = new Map(this.#rested);
    this.#rested.clear();
    for (const learned of this.#learned) {
      const { name } = learned.parameter;
      if (Object.hasOwn(rested, name)) this.#rested.set(learned, rested[name]);
    }
    this.#restedUpTo = iteration;
    if (this.#learned.every((one) => before.get(one) === this.#rested.get(one))) return;
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
