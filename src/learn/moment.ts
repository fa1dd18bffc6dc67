/** What is known of a training run at one of its moments. */
import type { ModelState } from '../nn/state.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { TrainingEvent } from '../train/index.ts';
import type { Trainer } from '../train/trainer.ts';

/** What an iteration goes through. At `start` the batch is known, and nothing is computed. */
export type Phase = 'start' | 'forward' | 'loss' | 'backward' | 'update';
export const PHASES: readonly Phase[] = ['start', 'forward', 'loss', 'backward', 'update'];

export interface Place {
  /** Counted from 1; 0 is the beginning, before the first one. */
  readonly iteration: number;
  /** The phase that is over; at iteration 0 always `update`. */
  readonly phase: Phase;
}

export interface Moment extends Place {
  /** Counted from 1; 0 at the beginning. */
  readonly epoch: number;
  /** The rows of the training set in the batch. */
  readonly rows: Int32Array;
  readonly batchSize: number;
  /** Of this iteration; NaN at the beginning. */
  readonly learningRate: number;
  /** From the forward phase on; with gradient accumulation those of the last micro-batch. */
  readonly outputs?: Tensor;
  /** The output of each layer by its name. */
  readonly activations?: Readonly<Record<string, Tensor>>;
  /** From the loss phase on: the mean over the batch, or over the micro-batches so far. */
  readonly loss?: number;
  /** From the backward phase on, by parameter. */
  readonly gradients?: Readonly<Record<string, Tensor>>;
  /** From the update on: the norm of all gradients together, before clipping. */
  readonly gradientNorm?: number;
  /** Parameters and buffers by name: before the update, until it is over. */
  readonly state: ModelState;
  /** The state of the optimizer, likewise. */
  readonly optimizer: Readonly<Record<string, Tensor>>;
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/** Takes the events of one iteration until a phase is over, and makes a moment of them. */
export class Gathering {
  readonly #trainer: Trainer;
  readonly #found: Changing<Partial<Moment>> = {};
  #lossSum = 0;
  #samples = 0;

  constructor(trainer: Trainer) {
    this.#trainer = trainer;
  }

  /** @returns whether the phase is over */
  take(event: TrainingEvent, phase: Phase): boolean {
    const found = this.#found;
    switch (event.type) {
      case 'iterationStart':
        found.epoch = event.epoch;
        found.rows = event.indices;
        found.batchSize = event.batchSize;
        found.learningRate = event.learningRate;
        return phase === 'start';
      case 'forward':
        found.outputs = event.outputs;
        found.activations = event.activations;
        this.#samples += event.outputs.shape[0];
        return phase === 'forward' && this.#isWhole();
      case 'loss': {
        const { shape } = found.outputs as Tensor;
        this.#lossSum += event.loss * shape[0];
        found.loss = this.#isOne() ? event.loss : this.#lossSum / this.#samples;
        return phase === 'loss' && this.#isWhole();
      }
      case 'backward':
        found.gradients = event.gradients;
        return phase === 'backward' && this.#isWhole();
      case 'update':
        found.gradientNorm = event.gradientNorm;
        return false;
      case 'iterationEnd':
        found.loss = event.loss; // to the bit, whatever the micro-batches
        return true;
      default:
        return false;
    }
  }

  moment(place: Place): Moment {
    return {
      ...{ epoch: 0, rows: new Int32Array(), batchSize: 0, learningRate: Number.NaN },
      ...this.#found,
      ...place,
      state: this.#trainer.model.state(),
      optimizer: this.#trainer.optimizerState(),
    };
  }

  /** Whether all micro-batches have been through the phase. */
  #isWhole(): boolean {
    return this.#samples === this.#found.batchSize;
  }

  #isOne(): boolean {
    return (this.#found.outputs as Tensor).shape[0] === this.#found.batchSize;
  }
}
