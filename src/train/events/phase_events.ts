/**
 * The events of the phases. Classes, because their values are built only when read: getters on a
 * prototype cost nothing until then, and a training run makes three of these in every iteration. What a
 * later phase has overwritten cannot be read any more, and says so.
 *
 * `toJSON` is a property of each event and not of the prototype: `structuredClone`, which would leave the values
 * out without a word, refuses an object that has a function.
 */
import { StateError } from '../../errors/errors.ts';
import { forJson } from '../../errors/for_json.ts';
import type { Model } from '../../nn/sequential.ts';
import { snapshot, type Tensor } from '../../tensor/tensor.ts';
import type { Engine } from '../engine/engine.ts';
import type { Learned } from '../engine/learned.ts';
import type { BackwardEvent, ForwardEvent, TrainingEvent, UpdateEvent } from './events.ts';

/** Tensors by name, as copies that later iterations do not change. */
function copies(named: Iterable<readonly [string, Tensor]>): Record<string, Tensor> {
  return Object.fromEntries([...named].map(([name, tensor]) => [name, snapshot(tensor)]));
}

/** Which phase a training run is in: the event whose values are there to be read. */
export interface Present {
  event: object | undefined;
}

/** Notes which event's values are there to be read. */
export function show<E extends TrainingEvent>(present: Present, event: E): E {
  present.event = event;
  return event;
}

function checkPresent(event: object, { event: present }: Present, what: string): void {
  if (event === present) return;
  throw new StateError({
    where: `event.${what}`,
    expected: 'to be read before the next phase',
    received: 'an event of the past',
    remedy: `Keep the values when the event comes: const { ${what} } = event.`,
  });
}

type PhaseEvent = Forward | Backward | Update;

/** What is built when it is read. */
const VALUES = {
  forward: ['outputs', 'activations'],
  backward: ['gradients'],
  update: ['parameters'],
} as const;

function countersOf(event: PhaseEvent): object {
  return Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'toJSON'));
}

/** The event as a plain object, with its values. */
function whole(event: PhaseEvent): object {
  const read = event as unknown as Record<string, unknown>;
  return {
    ...countersOf(event),
    ...Object.fromEntries(VALUES[event.type].map((name) => [name, read[name]])),
  };
}

function asJson(this: PhaseEvent): unknown {
  return forJson(whole(this));
}

function shown(this: PhaseEvent): object {
  try {
    return whole(this);
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return { ...countersOf(this), [VALUES[this.type].join(', ')]: 'overwritten by a later phase' };
  }
}

export class Forward implements ForwardEvent {
  readonly type = 'forward';
  readonly epoch: number;
  readonly iteration: number;
  readonly microBatch: number;
  readonly #present: Present;
  readonly #engine: Engine;
  readonly toJSON = asJson;

  constructor(
    present: Present,
    engine: Engine,
    epoch: number,
    iteration: number,
    microBatch: number,
  ) {
    this.#present = present;
    this.#engine = engine;
    this.epoch = epoch;
    this.iteration = iteration;
    this.microBatch = microBatch;
  }

  get outputs(): Tensor {
    checkPresent(this, this.#present, 'outputs');
    return snapshot(this.#engine.outputs());
  }

  get activations(): Record<string, Tensor> {
    checkPresent(this, this.#present, 'activations');
    return copies(this.#engine.activations());
  }
}

export class Backward implements BackwardEvent {
  readonly type = 'backward';
  readonly epoch: number;
  readonly iteration: number;
  readonly microBatch: number;
  readonly #present: Present;
  readonly #engine: Engine;
  readonly #learned: readonly Learned[];
  readonly toJSON = asJson;

  constructor(
    present: Present,
    engine: Engine,
    learned: readonly Learned[],
    epoch: number,
    iteration: number,
    microBatch: number,
  ) {
    this.#present = present;
    this.#engine = engine;
    this.#learned = learned;
    this.epoch = epoch;
    this.iteration = iteration;
    this.microBatch = microBatch;
  }

  get gradients(): Record<string, Tensor> {
    checkPresent(this, this.#present, 'gradients');
    const gradients = this.#engine.gradients();
    return copies(this.#learned.map(({ parameter }, i) => [parameter.name, gradients[i]]));
  }
}

export class Update implements UpdateEvent {
  readonly type = 'update';
  readonly epoch: number;
  readonly iteration: number;
  readonly gradientNorm: number;
  readonly #present: Present;
  readonly #model: Model;
  readonly toJSON = asJson;

  constructor(
    present: Present,
    model: Model,
    epoch: number,
    iteration: number,
    gradientNorm: number,
  ) {
    this.#present = present;
    this.#model = model;
    this.epoch = epoch;
    this.iteration = iteration;
    this.gradientNorm = gradientNorm;
  }

  get parameters(): Record<string, Tensor> {
    checkPresent(this, this.#present, 'parameters');
    return copies(this.#model.parameters().map((parameter) => [parameter.name, parameter]));
  }
}

/**
 * Lets `console.log` in Node show the values of these events. Called with the first Trainer, and not by each event,
 * of which an iteration makes three; a class with a computed name in it could not be left out of a bundle.
 */
export function makeReadable(): void {
  const name = Symbol.for('nodejs.util.inspect.custom');
  for (const { prototype } of [Forward, Backward, Update]) {
    Object.defineProperty(prototype, name, { value: shown, configurable: true });
  }
}
