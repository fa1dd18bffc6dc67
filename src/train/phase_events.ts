/**
 * The events of the phases. Classes, because their values are built only when read: getters on a
 * prototype cost nothing until then, and a training makes three of these in every iteration.
 */
import type { Model } from '../nn/sequential.ts';
import { snapshot, type Tensor } from '../tensor/tensor.ts';
import type { Engine } from './engine.ts';
import type { BackwardEvent, ForwardEvent, UpdateEvent } from './events.ts';
import type { Learned } from './phases.ts';

/** Tensors by name, as copies that later iterations do not change. */
function copies(named: Iterable<readonly [string, Tensor]>): Record<string, Tensor> {
  return Object.fromEntries([...named].map(([name, tensor]) => [name, snapshot(tensor)]));
}

export class Forward implements ForwardEvent {
  readonly type = 'forward';
  readonly epoch: number;
  readonly iteration: number;
  readonly microBatch: number;
  readonly #engine: Engine;

  constructor(engine: Engine, epoch: number, iteration: number, microBatch: number) {
    this.#engine = engine;
    this.epoch = epoch;
    this.iteration = iteration;
    this.microBatch = microBatch;
  }

  get outputs(): Tensor {
    return snapshot(this.#engine.outputs());
  }

  get activations(): Record<string, Tensor> {
    return copies(this.#engine.activations());
  }
}

export class Backward implements BackwardEvent {
  readonly type = 'backward';
  readonly epoch: number;
  readonly iteration: number;
  readonly microBatch: number;
  readonly #engine: Engine;
  readonly #learned: readonly Learned[];

  constructor(
    engine: Engine,
    learned: readonly Learned[],
    epoch: number,
    iteration: number,
    microBatch: number,
  ) {
    this.#engine = engine;
    this.#learned = learned;
    this.epoch = epoch;
    this.iteration = iteration;
    this.microBatch = microBatch;
  }

  get gradients(): Record<string, Tensor> {
    const gradients = this.#engine.gradients();
    return copies(this.#learned.map(({ parameter }, i) => [parameter.name, gradients[i]]));
  }
}

export class Update implements UpdateEvent {
  readonly type = 'update';
  readonly epoch: number;
  readonly iteration: number;
  readonly gradientNorm: number;
  readonly #model: Model;

  constructor(model: Model, epoch: number, iteration: number, gradientNorm: number) {
    this.#model = model;
    this.epoch = epoch;
    this.iteration = iteration;
    this.gradientNorm = gradientNorm;
  }

  get parameters(): Record<string, Tensor> {
    return copies(this.#model.parameters().map((parameter) => [parameter.name, parameter]));
  }
}
