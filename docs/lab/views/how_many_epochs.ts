/** How many epochs: both losses of one run, what patience would have done to it, and the diagnosis. */
import { choice, type Values, whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

/** A complete epoch: both losses are measured with the weights at its end. */
export interface EpochSeen extends WithWeights {
  readonly epoch: number;
  readonly iteration: number;
  readonly training: number;
  readonly validation: number;
}

/** A condition of a verdict, as the library's `diagnose` has it. */
export interface Condition {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly wanted: 'above' | 'below';
  readonly met: boolean;
}

export interface VerdictSeen {
  readonly verdict: string;
  readonly conditions: readonly Condition[];
}

export interface HowManyEpochsResult extends WithWeights {
  readonly epochs: readonly EpochSeen[];
  /** Numbers that are trained. */
  readonly parameters: number;
  readonly verdict: string;
  /** With overfitting: since which epoch. */
  readonly since: number | undefined;
  readonly remedy: string;
  /** In the order in which verdicts are considered. */
  readonly considered: readonly VerdictSeen[];
  /** For the patience of the settings. */
  readonly stopping: Stopping;
}

/** What is asked after the run; nothing is trained for it. */
export interface PatienceAsked {
  readonly patience: number;
  readonly minDelta: number;
}

/** What early stopping would have done to the run. */
export interface Stopping extends WithWeights {
  readonly asked: PatienceAsked;
  readonly stopped: boolean;
  /** The epoch that would have been the last. */
  readonly end: number;
  /** The epoch whose weights would have been put back; `weights` are theirs. */
  readonly best: number;
  readonly loss: number;
  readonly bestOfAll: number;
  /** How much lower the loss gets if the training continues. */
  readonly missed: number;
  readonly iterationsSaved: number;
}

export const howManyEpochs: Described = {
  name: 'how_many_epochs',
  fields: [
    whole('units', 'Hidden units', 64, [1, 128]),
    whole('samples', 'Training samples', 40, [20, 400]),
    choice('noise', 'Noise', '0.3', ['0.1', '0.2', '0.3', '0.4', '0.5']),
    choice('dropout', 'Dropout', '0', ['0', '0.2', '0.5']),
    choice('penalty', 'L2 penalty', '0', ['0', '0.001', '0.01', '0.03', '0.1']),
    whole('epochs', 'Epochs', 100, [10, 200]),
    whole('seed', 'Seed', 7, [0, 9999]),
    { ...whole('patience', 'Patience', 10, [1, 100]), afterwards: true },
    {
      ...choice('minDelta', 'Minimum change', '0', ['0', '0.001', '0.01', '0.05']),
      afterwards: true,
    },
  ],
  author: '2006078f8fa293addca8788014b7f722deff7ec420c5f692b945e7f859932890',
};

export interface Preset {
  readonly name: string;
  readonly values: Values;
}

const PLAIN = { dropout: '0', penalty: '0', epochs: 100, seed: 7 };
/** Settings to begin with, by what they show. */
export const PRESETS: readonly Preset[] = [
  { name: 'underfits', values: { ...PLAIN, units: 1, samples: 200, noise: '0.2' } },
  { name: 'fits', values: { ...PLAIN, units: 8, samples: 400, noise: '0.2' } },
  { name: 'overfits', values: { ...PLAIN, units: 64, samples: 40, noise: '0.3' } },
];

/** A condition in a sentence. */
export function sentenceOf({ what, value, limit, wanted, met }: Condition): string {
  const side = wanted === 'above' ? 'more' : 'less';
  return `${capital(what)}: ${digits(value)}, ${met ? '' : 'not '}${side} than ${digits(limit)}.`;
}

/** Of a verdict that was not given: the first condition that speaks against it. */
export function against({ conditions }: VerdictSeen): Condition | undefined {
  return conditions.find(({ met }) => !met);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const digits = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(3));
