/** Beliefs: what is often said about epochs, each tried out, and the setting with which the answer is another. */
import { choice, whole } from '../core/fields.ts';
import type { Described, WithWeights } from '../core/view.ts';

export interface Belief {
  /** In the address, and in the list. */
  readonly name: string;
  readonly question: string;
  /** What is trained. */
  readonly setting: string;
  /** What the numbers have to be for a yes. */
  readonly yes: string;
  /** What the switch changes; without one it is the seed that decides. */
  readonly turn: string | undefined;
}

/** Where an answer needs more than the smaller of two numbers: a difference that is not chance. */
export const THRESHOLDS = {
  /** Of four times as many samples: at most this part of the epochs, measured every 8 iterations. */
  fewerEpochs: 0.6,
  /** A part by which one loss lies below another. */
  lowerLoss: 0.1,
  /** The accuracy that wrong labels keep a network from. */
  spoiled: 0.85,
  /** By which one accuracy lies above another. */
  higherAccuracy: 0.1,
} as const;

const percent = (part: number) => `${Math.round(100 * part)} %`;

export interface BeliefsResult extends WithWeights {
  readonly belief: string;
  /** What the experiment was asked, by the numbers: whether the belief holds. */
  readonly holds: boolean;
  /** One sentence, with the numbers that decide. */
  readonly verdict: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export const BELIEFS: readonly Belief[] = [
  {
    name: 'more epochs',
    question: 'Do more epochs make a network better?',
    setting: 'Diabetes, 265 patients, 32 hidden units, Adam, 100 epochs.',
    yes: 'the validation loss is lowest after the last epoch.',
    turn: '20 epochs instead of 100',
  },
  {
    name: 'small batches',
    question: 'Do small batches learn better than large ones?',
    setting: 'Digits, 32 hidden units, SGD at 0.4, batches of 8 and of 512, 10 epochs each.',
    yes: 'batches of 8 end with the lower validation loss.',
    turn: '100 iterations each instead of 10 epochs each',
  },
  {
    name: 'more data',
    question: 'Does more data need fewer epochs?',
    setting: 'Digits, 180 and 720 samples, SGD at 0.3, batches of 16, up to an accuracy of 85 %.',
    yes: `720 samples need less than ${THRESHOLDS.fewerEpochs} times what 180 need. It is measured every 8 iterations, so a smaller difference says nothing.`,
    turn: 'counted in iterations instead of epochs',
  },
  {
    name: 'higher rate',
    question: 'Does a higher learning rate need fewer epochs?',
    setting: 'Digits, 32 hidden units, SGD at 0.1 and at 0.4, up to an accuracy of 95 %.',
    yes: 'the higher rate is at 95 % after fewer epochs.',
    turn: 'a rate of 3.2 instead of 0.4',
  },
  {
    name: 'transferring',
    question: 'Does a network that has learned before need fewer epochs?',
    setting: 'Digits 0 to 4 for 10 epochs, then 100 samples of 5 to 9, up to an accuracy of 90 %.',
    yes: 'the network that has learned before is at 90 % in an earlier epoch.',
    turn: 'all ten digits first, then 50 samples of odd or even',
  },
  {
    name: 'larger networks',
    question: 'Do larger networks need more epochs?',
    setting:
      'Digits, one hidden layer of 32 units and one of 128, SGD at 0.1, up to an accuracy of 95 %.',
    yes: 'the larger network is at 95 % after more epochs.',
    turn: 'larger by depth (8 layers of 32) instead of width',
  },
  {
    name: 'generalization',
    question: 'Do small batches generalize better?',
    setting:
      'Digits, 358 samples, batches of 4 and of all 358, compared at a training loss of 0.2.',
    yes: `the validation loss is more than ${percent(THRESHOLDS.lowerLoss)} lower with batches of 4. Less may be chance.`,
    turn: 'compared after 10 epochs instead of at an equal training loss',
  },
  {
    name: 'powers of two',
    question: 'Is a batch of 32 better than one of 31 or 33?',
    setting: 'Digits, 32 hidden units, SGD at 0.2, 10 epochs.',
    yes: '32 has the lowest validation loss of the three.',
    turn: undefined,
  },
  {
    name: 'noisy labels',
    question: 'Do wrong labels keep a network from learning?',
    setting: 'Digits, 128 hidden units, Adam; 40 % of the labels are wrong; 50 epochs.',
    yes: `the accuracy after the last epoch is below ${percent(THRESHOLDS.spoiled)}.`,
    turn: '5 epochs instead of 50',
  },
  {
    name: 'residual connections',
    question: 'Do deep networks need residual connections?',
    setting:
      'Digits, 16 blocks of 24 units, SGD at 0.1, 10 epochs; plain, and residual with normalization.',
    yes: `the accuracy with them is more than ${100 * THRESHOLDS.higherAccuracy} percentage points higher. Less may be chance.`,
    turn: '2 blocks instead of 16',
  },
  {
    name: 'early layers',
    question: 'Do early layers get smaller gradients?',
    setting: 'Digits, six hidden layers of 32 units with sigmoid, SGD at 0.1, 20 epochs.',
    yes: 'the norm of the first gradient is smaller in layer 1 than in layer 7.',
    turn: 'relu instead of sigmoid',
  },
  {
    name: 'growing batches',
    question: 'Is a growing batch size as good as a falling learning rate?',
    setting: 'Digits, 15 epochs: batches of 8, 32, 128 at 0.4; batches of 8 at 0.4, 0.1, 0.025.',
    yes: `with the changing batch size the validation loss is less than ${percent(THRESHOLDS.lowerLoss)} higher.`,
    turn: 'batches of 128, 32, 8 instead of 8, 32, 128',
  },
];

export const beliefs: Described = {
  name: 'beliefs',
  fields: [
    choice(
      'belief',
      'Belief',
      'more epochs',
      BELIEFS.map(({ name }) => name),
    ),
    whole('seed', 'Seed', 1, [0, 9999]),
    { kind: 'switch', name: 'turned', label: 'Turn the switch', initial: false },
  ],
  author: '069d065315215eb24b1bc9f4becf957041e0f5d895a8a594fe84d4a05359bbc9',
};
