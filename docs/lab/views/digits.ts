/** Digits: a network that learns to read handwritten digits, and what its layers make of one that is drawn. */
import { choice, whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

/** After some complete epochs. */
export interface DigitsEpoch {
  readonly epoch: number;
  readonly training: number;
  readonly validation: number;
  /** On the validation set. */
  readonly accuracy: number;
}

/** A digit of the validation set, and what the network takes it for. */
export interface ReadDigit {
  readonly drawing: string;
  readonly target: number;
  readonly predicted: number;
}

export interface DigitsResult extends WithWeights {
  readonly epochs: readonly DigitsEpoch[];
  /** Before the first epoch and after each: incoming weights of the first layer, 64 for each unit. */
  readonly firstLayer: readonly (readonly number[])[];
  readonly samples: { readonly training: number; readonly validation: number };
  /** Of the validation set; empty while the run goes on. */
  readonly misread: readonly ReadDigit[];
  /** One of each class that is read correctly; empty while the run goes on. */
  readonly wellRead: readonly ReadDigit[];
}

export interface DrawingAsked {
  readonly drawing: string;
}

export interface LayerSeen {
  readonly name: string;
  readonly activations: readonly number[];
}

/** What the network makes of a drawing. */
export interface DrawingSeen {
  readonly asked: DrawingAsked;
  /** Both hidden layers behind their ReLU, then the ten outputs. */
  readonly layers: readonly LayerSeen[];
  readonly probabilities: readonly number[];
  readonly predicted: number;
}

export const digitsView: Described = {
  name: 'digits',
  fields: [
    whole('units', 'Units of the first layer', 24, [4, 64]),
    whole('epochs', 'Epochs', 20, [1, 60]),
    choice('learningRate', 'Learning rate', '0.003', ['0.0005', '0.001', '0.003', '0.01', '0.03']),
    whole('seed', 'Seed', 7, [0, 9999]),
    {
      kind: 'drawing',
      name: 'drawing',
      label: 'The drawing',
      afterwards: true,
      initial: '02egc6i1a8eg1kaf2j2gck3gclbg2i7aff2h3db72h',
    },
  ],
  author: 'd86fefa9aba751c25982ba8838a9ae6d0b4dcc4e4b521dbe73f7aca37e90a306',
};
