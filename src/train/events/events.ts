/**
 * What a training run tells while it runs: a union of events, told apart by `type`. Epochs and iterations
 * are counted from 1; the values of a phase are built only when they are read, and then copied.
 */
import type { Tensor } from '../../tensor/tensor.ts';
import type { EpochRecord, ValidationRecord } from '../history/history.ts';
import type { TrainingPlan } from '../plan.ts';

/** Why a training run ended. */
export type StopReason = 'epochs' | 'iterations' | 'stopped' | 'aborted' | 'error';

/** Where in the training an event happened. */
interface Moment {
  readonly epoch: number;
  readonly iteration: number;
}

interface MicroBatch extends Moment {
  /** Which micro-batch of the iteration, from 1; always 1 without gradient accumulation. */
  readonly microBatch: number;
}

export interface TrainStartEvent {
  readonly type: 'trainStart';
  readonly plan: TrainingPlan;
  readonly backend: 'wasm' | 'reference';
  /**
   * What can be watched in this training, by name: `loss`, `validation.loss`, `validation.accuracy`. A
   * Trainer always says it.
   */
  readonly monitors?: readonly string[];
}

export interface EpochStartEvent {
  readonly type: 'epochStart';
  readonly epoch: number;
}

export interface IterationStartEvent extends Moment {
  readonly type: 'iterationStart';
  readonly batchSize: number;
  readonly learningRate: number;
  /** The rows of the training set that make up the batch; a copy. */
  readonly indices: Int32Array;
}

export interface ForwardEvent extends MicroBatch {
  readonly type: 'forward';
  readonly outputs: Tensor;
  /** The output of every layer, by its name. */
  readonly activations: Readonly<Record<string, Tensor>>;
}

export interface LossEvent extends MicroBatch {
  readonly type: 'loss';
  /** The mean over the samples of the micro-batch. */
  readonly loss: number;
}

export interface BackwardEvent extends MicroBatch {
  readonly type: 'backward';
  /** The gradient of every parameter that learns, by its name, so far in this iteration. */
  readonly gradients: Readonly<Record<string, Tensor>>;
}

export interface UpdateEvent extends Moment {
  readonly type: 'update';
  /** The Euclidean norm of all gradients together, before any clipping. */
  readonly gradientNorm: number;
  /** The parameters after the update, by name. */
  readonly parameters: Readonly<Record<string, Tensor>>;
}

export interface IterationEndEvent extends Moment {
  readonly type: 'iterationEnd';
  /** The mean over the samples of the batch, before the update. */
  readonly loss: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly gradientNorm: number;
  /** Samples used so far, counted each time. */
  readonly samplesSeen: number;
}

export interface ValidationEvent extends Moment, ValidationRecord {
  readonly type: 'validation';
}

export interface EpochEndEvent extends EpochRecord {
  readonly type: 'epochEnd';
}

/**
 * No iteration will follow: the weights are those of the last update. Anyone who wants others in their
 * place, such as the best ones, puts them there at `trainEnd`. Does not come before an error.
 */
export interface TrainStopEvent extends Moment {
  readonly type: 'trainStop';
  readonly reason: StopReason;
  /** The reason given when the training was stopped. */
  readonly message: string;
}

/** The last event, whatever ended the training; an error is thrown after it. */
export interface TrainEndEvent extends Moment {
  readonly type: 'trainEnd';
  readonly reason: StopReason;
  /** The reason given when the training was stopped, or the error. */
  readonly message: string;
  /** What is going to be thrown, where an error ended the training. A log has its message only. */
  readonly error?: unknown;
}

export type TrainingEvent =
  | TrainStartEvent
  | EpochStartEvent
  | IterationStartEvent
  | ForwardEvent
  | LossEvent
  | BackwardEvent
  | UpdateEvent
  | IterationEndEvent
  | ValidationEvent
  | EpochEndEvent
  | TrainStopEvent
  | TrainEndEvent;
