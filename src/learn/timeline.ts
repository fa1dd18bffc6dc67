/**
 * A training run that can be gone through in both directions. It keeps what the run looked like every so often,
 * and computes everything between again: one seed gives one run, so what comes out is what was, to the bit.
 */
import type { Dataset } from '../data/dataset.ts';
import { describe } from '../errors/describe.ts';
import { OptionError, StateError } from '../errors/errors.ts';
import {
  callable,
  checkArgument,
  naturalNumber,
  object,
  oneOf,
  optional,
  positive,
  positiveInteger,
  withDefault,
} from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import type { EpochRecord, TrainingEvent } from '../train/index.ts';
import { Trainer } from '../train/trainer.ts';
import { Checkpoints } from './checkpoints.ts';
import { type Explanation, explain } from './explain.ts';
import { lossOfIteration } from './iteration_graph.ts';
import { Gathering, type Moment, PHASES, type Phase, type Place } from './moment.ts';

export interface TimelineOptions {
  /** Makes the Trainer, the same each time: model, optimizer and seeds. */
  readonly training: () => Trainer;
  readonly train: Dataset;
  readonly validation?: Dataset;
  /** Bytes that checkpoints may take; default 64 MB. Less memory means longer ways to a moment. */
  readonly memory?: number;
  /** How many iterations lie between two checkpoints at first; default 16. It doubles when memory is short. */
  readonly every?: number;
}

export interface Timeline {
  /** How many iterations are planned. */
  readonly iterations: number;
  /** How many have been recorded so far. */
  readonly recorded: number;
  /** The loss of each recorded iteration, before its update. */
  readonly losses: readonly number[];
  /** The records of complete epochs. */
  readonly epochs: readonly EpochRecord[];
  /** Bytes that checkpoints take. */
  readonly memory: number;
  /** Iterations between two checkpoints. */
  readonly every: number;
  /**
   * Trains and records further, so many iterations more, or to the end. In parts, so that a page stays alive.
   * @returns whether there is more to come
   */
  advance(iterations?: number): boolean;
  /**
   * The run at a place: everything that is known there, in copies. What was not recorded yet is trained first.
   * @param place iteration, from 1, or 0 for the beginning; phase, `update` unless it is said
   * @throws OptionError for an iteration that is not planned
   */
  at(place: PlaceRequest): Moment;
  /** The place before, phase by phase; undefined at the beginning. */
  before(place: PlaceRequest): Place | undefined;
  /** The place after; undefined at the end. */
  after(place: PlaceRequest): Place | undefined;
  /** The computation behind the loss of an iteration, and the gradients that went back through it. */
  explain(place: PlaceRequest): Explanation;
}

export interface PlaceRequest {
  readonly iteration: number;
  readonly phase?: Phase;
}

type Resolved = Required<Omit<TimelineOptions, 'validation'>> & Pick<TimelineOptions, 'validation'>;

/**
 * Records a training run so that any moment of it can be asked for.
 * @throws OptionError for unfit options; what the Trainer throws
 * @example
 * const run = timeline({ training: () => new Trainer(options()), train });
 * run.at({ iteration: 120, phase: 'backward' }).gradients;
 */
export function timeline(options: TimelineOptions): Timeline {
  return new Recording(
    readTrainingOptions<Resolved>('timeline', options, {
      training: callable,
      train: object,
      validation: optional(object),
      memory: withDefault(positive, 64e6),
      every: withDefault(positiveInteger, 16),
    }),
  );
}

class Recording implements Timeline {
  readonly losses: number[] = [];
  readonly epochs: EpochRecord[] = [];
  readonly iterations: number;
  readonly #options: Resolved;
  readonly #trainer: Trainer;
  readonly #checkpoints: Checkpoints;
  /** Where recording goes on. */
  #front: ReturnType<Trainer['checkpoint']>;
  /** Whether the Trainer stands there. */
  #atFront = true;

  constructor(options: Resolved) {
    this.#options = options;
    const trainer = options.training();
    if (!(trainer instanceof Trainer)) {
      throw new OptionError({
        where: 'timeline.training',
        expected: 'a function that makes a Trainer',
        received: describe(trainer),
        remedy: 'Pass training: () => new Trainer({ ... }).',
      });
    }
    if (trainer.iteration > 0) {
      throw new StateError({
        where: 'timeline.training',
        expected: 'a Trainer that has not trained',
        received: `one after ${trainer.iteration} iterations`,
        remedy: 'Make model and Trainer within the function.',
      });
    }
    this.#trainer = trainer;
    const { train, validation, memory, every } = options;
    this.iterations = trainer.plan(train, { validation: validation !== undefined }).iterations;
    this.#front = trainer.checkpoint();
    this.#checkpoints = new Checkpoints(memory, every);
    this.#checkpoints.add(0, this.#front);
  }

  get recorded(): number {
    return this.losses.length;
  }

  get memory(): number {
    return this.#checkpoints.bytes;
  }

  get every(): number {
    return this.#checkpoints.every;
  }

  advance(iterations = this.iterations): boolean {
    checkArgument('timeline.advance', iterations, naturalNumber);
    const goal = Math.min(this.recorded + iterations, this.iterations);
    if (this.recorded >= goal) return this.recorded < this.iterations;
    if (!this.#atFront) this.#trainer.resume(this.#front);
    const run = this.#trainer.run(this.#data());
    try {
      for (const event of run) {
        if (event.type === 'epochEnd') {
          const { type: _, ...record } = event;
          this.epochs.push(record as EpochRecord);
        }
        if (event.type !== 'iterationEnd') continue;
        this.losses.push(event.loss);
        if (this.#checkpoints.isDue(event.iteration)) {
          this.#checkpoints.add(event.iteration, this.#trainer.checkpoint());
        }
        // The end of the last iteration is left to the run, which ends the epoch.
        if (this.recorded === goal && goal < this.iterations) break;
      }
    } finally {
      this.#front = this.#trainer.checkpoint();
      this.#atFront = true;
    }
    return this.recorded < this.iterations;
  }

  at(place: PlaceRequest): Moment {
    const { iteration, phase } = this.#read('timeline.at', place);
    if (iteration > this.recorded) this.advance(iteration - this.recorded);
    const gathering = new Gathering(this.#trainer);
    this.#replay(iteration, (event) => gathering.take(event, phase));
    return gathering.moment({ iteration, phase });
  }

  before(place: PlaceRequest): Place | undefined {
    const { iteration, phase } = this.#read('timeline.before', place);
    const at = PHASES.indexOf(phase);
    if (iteration === 0) return undefined;
    if (at > 0) return { iteration, phase: PHASES[at - 1] };
    return { iteration: iteration - 1, phase: 'update' };
  }

  after(place: PlaceRequest): Place | undefined {
    const { iteration, phase } = this.#read('timeline.after', place);
    const at = PHASES.indexOf(phase);
    if (iteration > 0 && at < PHASES.length - 1) return { iteration, phase: PHASES[at + 1] };
    return iteration < this.iterations ? { iteration: iteration + 1, phase: 'start' } : undefined;
  }

  explain(place: PlaceRequest): Explanation {
    const { iteration } = this.#read('timeline.explain', place);
    if (iteration === 0) {
      throw new OptionError({
        where: 'timeline.explain',
        expected: 'an iteration, counted from 1',
        received: '0, the beginning',
        remedy: 'Explain iteration 1, the first one.',
      });
    }
    if (iteration > this.recorded) this.advance(iteration - this.recorded);
    let rows = new Int32Array();
    this.#replay(iteration, (event) => {
      if (event.type !== 'iterationStart') return false;
      rows = Int32Array.from(event.indices);
      return true;
    });
    return explain(lossOfIteration(this.#trainer, this.#options.train, rows, iteration));
  }

  /** Runs an iteration again, from the checkpoint before it, until someone has seen enough. */
  #replay(iteration: number, take: (event: TrainingEvent) => boolean): void {
    const start = Math.max(iteration - 1, 0);
    this.#atFront = false;
    this.#trainer.resume(this.#checkpoints.before(start));
    if (iteration === 0) return;
    for (const event of this.#trainer.run(this.#data())) {
      if (!('iteration' in event) || event.iteration !== iteration) continue;
      if (take(event)) return;
    }
  }

  #data() {
    const { train, validation } = this.#options;
    return { train, ...(validation !== undefined && { validation }) };
  }

  #read(where: string, place: PlaceRequest): Place {
    const { iteration, phase } = readTrainingOptions<Place>(where, place, {
      iteration: naturalNumber,
      phase: withDefault<Phase>(oneOf(...PHASES), 'update'),
    });
    if (iteration <= this.iterations) return { iteration, phase };
    throw new OptionError({
      where: `${where}.iteration`,
      expected: `a whole number from 0 to ${this.iterations}, the last one of the plan`,
      received: String(iteration),
      remedy: 'Choose one of these, or train for more epochs.',
    });
  }
}
