/** Time machine: any moment of two runs that began alike, forwards and backwards. */
import { choice, whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

export const PHASES = ['start', 'forward', 'loss', 'backward', 'update'] as const;
export type Phase = (typeof PHASES)[number];

/** What was different first: in which iteration, after which phase, and what it was. */
export interface Difference {
  readonly epoch: number;
  readonly iteration: number;
  readonly phase: Phase;
  /** What differed, in words: the samples of the batch, an output, a weight. */
  readonly what: string;
  /** Missing where it is not a number that differs. */
  readonly values?: readonly [first: number, second: number];
}

/** Where two runs part: at all, and in the weights. */
export interface Parting {
  readonly anything: Difference;
  readonly weight: Difference | undefined;
}

export interface RunOverview extends WithWeights {
  /** As many as were trained. */
  readonly iterations: number;
  readonly iterationsPerEpoch: number;
  /** Of each iteration, before its update. */
  readonly losses: readonly number[];
}

export interface TimeMachineResult extends WithWeights {
  /** Undefined where the samples are no points of two classes. */
  readonly plane: Plane | undefined;
  /** Two that began alike, or the reader's own. */
  readonly runs: readonly RunOverview[];
  /** Undefined where both runs are the same to the last bit, and where there is one only. */
  readonly parting: Parting | undefined;
  readonly own: OwnSeen | undefined;
}

/** Samples as points of a plane. */
export interface Plane {
  /** Two numbers a sample. */
  readonly inputs: Float32Array;
  /** 0 or 1. */
  readonly classes: readonly number[];
  readonly area: Area;
}

/** What became of the reader's own training run when it was trained again. */
export interface OwnSeen {
  /** Its folder. */
  readonly name: string;
  readonly command: string;
  /** Of the weights in the folder. */
  readonly weights: string;
  readonly planned: number;
}

/** The part of the plane that a decision map shows. */
export interface Area {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
}

/** A decision map has so many cells in each direction. */
export const CELLS = 40;

/** A weight matrix [inputs, units] with its biases, at a moment. */
export interface LayerSeen {
  readonly name: string;
  readonly inputs: number;
  readonly units: number;
  /** The rows of the matrix, and the biases as a last row. */
  readonly weights: Float32Array;
  /** Less those of the beginning. */
  readonly change: Float32Array;
  /** From the backward phase on. */
  readonly gradients: Float32Array | undefined;
}

export interface MomentSeen {
  readonly iteration: number;
  readonly phase: Phase;
  readonly epoch: number;
  readonly rows: readonly number[];
  readonly learningRate: number;
  readonly loss: number | undefined;
  readonly gradientNorm: number | undefined;
  /** The probability of class 1, row by row from the lowest y; undefined where there is no plane. */
  readonly map: Float32Array | undefined;
  readonly layers: readonly LayerSeen[];
  /** What the optimizer keeps: the root mean square of each of its tensors. */
  readonly optimizer: readonly { readonly name: string; readonly size: number }[];
  /** The fingerprint of the weights. */
  readonly weights: string;
}

export interface MomentQuestion {
  /** Phases from the beginning. */
  readonly at: number;
}

export interface MomentAnswer extends MomentQuestion {
  readonly runs: readonly MomentSeen[];
}

const OPTIMIZERS = ['sgd', 'momentum', 'adam'];
const RATES = ['0.01', '0.03', '0.1', '0.3', '1'];

export const timeMachine: Described = {
  name: 'time_machine',
  fields: [
    choice('data', 'Data', 'moons', ['moons', 'circles', 'spirals']),
    whole('epochs', 'Epochs', 40, [1, 100]),
    whole('seed', 'Seed of the start', 7, [0, 9999]),
    { ...choice('learningRate', 'First: learning rate', '0.3', RATES), beginsRow: true },
    whole('batchSize', 'First: batch size', 16, [1, 120]),
    choice('optimizer', 'First: optimizer', 'sgd', OPTIMIZERS),
    whole('order', 'First: seed of the order', 1, [0, 9999]),
    { ...choice('learningRate2', 'Second: learning rate', '0.3', RATES), beginsRow: true },
    whole('batchSize2', 'Second: batch size', 16, [1, 120]),
    choice('optimizer2', 'Second: optimizer', 'momentum', OPTIMIZERS),
    whole('order2', 'Second: seed of the order', 1, [0, 9999]),
    { kind: 'switch', name: 'own', label: 'Your own run', initial: false, afterwards: true },
  ],
  author: '96aa8b77281dca8815fd8818214f4df79a596f02d75e40a3c796947f36f88727',
};

/** Where the slider stands: phases are counted through the run; 0 is the beginning, before iteration 1. */
export function placeAt(at: number): { readonly iteration: number; readonly phase: Phase } {
  if (at <= 0) return { iteration: 0, phase: 'update' };
  const phase = PHASES[(at - 1) % PHASES.length];
  return { iteration: Math.floor((at - 1) / PHASES.length) + 1, phase };
}

/** Beside the page, where `epochal learn RUN/` serves it. */
export const OWN_RUN = 'own_run.json';

/** The last place of a run on the slider. */
export function lastOf({ iterations }: Pick<RunOverview, 'iterations'>): number {
  return iterations * PHASES.length;
}
