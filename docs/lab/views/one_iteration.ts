/** One iteration: every number of a small network, phase by phase. */
import { choice, whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

export const PHASES = ['forward', 'loss', 'backward', 'update'] as const;
export type Phase = (typeof PHASES)[number];

/** What one sample adds to a gradient: activation in, times delta out. */
export interface Term {
  readonly row: number;
  readonly activation: number;
  readonly delta: number;
  readonly product: number;
}

/** A weight or a bias over one iteration. */
export interface Connection {
  /** `layers.0`, the hidden units, or `layers.2`, the output. */
  readonly layer: string;
  /** Undefined for a bias. */
  readonly input: number | undefined;
  readonly unit: number;
  readonly before: number;
  readonly gradient: number;
  readonly after: number;
  readonly terms: readonly Term[];
}

export interface SampleSeen {
  readonly row: number;
  readonly inputs: readonly number[];
  readonly target: number;
  /** Of the hidden units, after tanh. */
  readonly hidden: readonly number[];
  readonly output: number;
}

export interface IterationSeen {
  readonly epoch: number;
  readonly iteration: number;
  readonly samples: readonly SampleSeen[];
  /** The mean over the batch. */
  readonly loss: number;
  readonly connections: readonly Connection[];
}

export interface OneIterationResult extends WithWeights {
  readonly learningRate: number;
  readonly iterations: readonly IterationSeen[];
}

/** The batch of an iteration with one of its weights at another value, all others as they were. */
export interface Drag {
  readonly iteration: number;
  /** Its place among the connections. */
  readonly connection: number;
  readonly value: number;
}

/** The loss of the batch as a function of one weight. */
export interface LossOverWeight extends Drag {
  /** At the value. */
  readonly loss: number;
  readonly curve: readonly (readonly [value: number, loss: number])[];
}

/** How far a weight can be dragged, both ways. */
export const REACH = 1;

const HIDDEN = ['h1', 'h2', 'h3'];

/** The weights and biases of 2-3-1 in the order of the connections, as an address names them. */
export const WEIGHTS: readonly string[] = [
  ...['x1', 'x2', 'bias'].flatMap((from) => HIDDEN.map((to) => `${from}-${to}`)),
  ...[...HIDDEN, 'bias'].map((from) => `${from}-y`),
];

/** What the gradient says of the loss at a value: the tangent at the weight as it is. */
export function tangentAt(
  { before, gradient }: Pick<Connection, 'before' | 'gradient'>,
  loss: number,
  value: number,
): number {
  return loss + gradient * (value - before);
}

export const oneIteration: Described = {
  name: 'one_iteration',
  fields: [
    whole('batchSize', 'Batch size', 4, [1, 4]),
    choice('learningRate', 'Learning rate', '0.25', ['0.0625', '0.125', '0.25', '0.5', '1']),
    whole('epochs', 'Epochs', 10, [1, 50]),
    whole('seed', 'Seed', 7, [0, 9999]),
    { ...whole('sample', 'Sample of the batch', 1, [1, 4]), afterwards: true },
    { ...choice('weight', 'Weight', WEIGHTS[0], WEIGHTS), afterwards: true },
    {
      kind: 'number',
      name: 'drag',
      label: 'Drag',
      low: -REACH,
      high: REACH,
      spacing: 0.01,
      initial: 0,
      afterwards: true,
    },
  ],
  author: '11f9949ac12a5aedd98ae2f9682bafa8177e91849f10be77703c411bb7afe7b8',
};

/** Where the slider stands: phases are counted through the run, from 0. */
export function placeAt(at: number): { readonly iteration: number; readonly phase: Phase } {
  return { iteration: Math.floor(at / PHASES.length) + 1, phase: PHASES[at % PHASES.length] };
}

/** The terms added one after the other, each sum rounded to float32: for a weight its gradient, to the bit. */
export function sumOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { product }) => Math.fround(sum + product), 0);
}
