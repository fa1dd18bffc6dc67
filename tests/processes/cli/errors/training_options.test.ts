/** Options of a training run that say nothing that can be done. */
import { describe } from 'vitest';
import { workFolder } from '../../../cli/run.ts';
import { itComplains, type Row } from './complains.ts';
import { writeTables } from './files.ts';

const folder = workFolder();
writeTables(folder.at);

const SCHEDULES =
  'constant, cosine, cosineRestarts, exponential, inverseSquareRoot, linear, multiStep, oneCycle, polynomial, stepDecay';

const rows: readonly Row[] = [
  [
    'train @ok.csv SMALL --schedule plateau',
    2,
    `epochal: --schedule: Expected one of ${SCHEDULES}, reduceOnPlateau; received "plateau". Did you mean reduceOnPlateau?`,
  ],
  [
    'train @ok.csv SMALL --schedule stepDecay',
    2,
    'epochal: --schedule stepDecay, every: Expected a whole number, 1 or more; received nothing. Write for example stepDecay:every=20,factor=0.5.',
  ],
  [
    'train @ok.csv SMALL --schedule stepDecay:gamma=2,every=3',
    2,
    'epochal: --schedule stepDecay: unknown option "gamma". Expected only every, factor, per; received gamma: 2. Write for example stepDecay:every=20,factor=0.5.',
  ],
  [
    'train @ok.csv SMALL --schedule cosine:minimum',
    2,
    'epochal: --schedule cosine: Expected OPTION=VALUE after the colon, with commas between several; received "minimum". Write for example cosine:minimum=0.01.',
  ],
  [
    'train @ok.csv SMALL --schedule cosine:minimum=0,minimum=1',
    2,
    'epochal: --schedule cosine: Expected minimum once; received it twice. Give it once.',
  ],
  [
    'train @ok.csv SMALL --schedule reduceOnPlateau:patience=x',
    2,
    'epochal: --schedule reduceOnPlateau, patience: Expected a whole number, 1 or more; received "x". Give for example 8.',
  ],
  [
    'train @ok.csv SMALL --schedule reduceOnPlateau --validation 0',
    2,
    'epochal: --schedule reduceOnPlateau: Expected a validation part, whose loss it watches; received --validation 0. Give for example --validation 0.2, or leave --schedule out.',
  ],
  [
    'find-epochs @ok.csv SMALL --schedule reduceOnPlateau',
    2,
    `epochal: --schedule: Expected a schedule that is known beforehand; received reduceOnPlateau, which depends on the validation loss. Choose one of ${SCHEDULES}.`,
  ],
  [
    'train @ok.csv SMALL --norm batsh',
    2,
    'epochal: --norm: Expected one of none, batch, layer; received "batsh". Did you mean batch?',
  ],
  [
    'train @ok.csv SMALL --l2 -1',
    2,
    'epochal: --l2: Expected a finite number above 0; received "-1". Give for example 0.5.',
  ],
  [
    'train @ok.csv SMALL --loss hubr',
    2,
    'epochal: --loss: Expected one of softmaxCrossEntropy, sigmoidBinaryCrossEntropy, meanSquaredError, meanAbsoluteError, huber, logCosh; received "hubr". Did you mean huber?',
  ],
  [
    'train @ok.csv SMALL --loss huber',
    2,
    'epochal: --loss: Expected a loss of classes: softmaxCrossEntropy, sigmoidBinaryCrossEntropy; received huber. Choose one of these, or say with --task what is to be predicted.',
  ],
  [
    'train @ok.csv SMALL --loss huber:delta=0',
    2,
    'epochal: --loss huber, delta: Expected a finite number above 0; received 0. Write for example huber:delta=0.5.',
  ],
  [
    'train @ok.csv SMALL --loss logCosh:delta=1',
    2,
    'epochal: --loss logCosh: unknown option "delta". Expected no options; received delta: 1. Write for example logCosh.',
  ],
  [
    'train @numbers.csv SMALL --loss softmaxCrossEntropy',
    2,
    'epochal: --loss: Expected a loss of numbers: meanSquaredError, meanAbsoluteError, huber, logCosh; received softmaxCrossEntropy. Choose one of these, or say with --task what is to be predicted.',
  ],
  [
    'train @numbers.csv SMALL --class-weights balanced',
    2,
    'epochal: --class-weights: Expected classes to predict; received numbers. Leave it out, or say with --task what is to be predicted.',
  ],
  [
    'train @ok.csv SMALL --class-weights yse=2',
    2,
    'epochal: --class-weights: Expected names of classes: no, yes; received "yse". Did you mean yes?',
  ],
  [
    'train @ok.csv SMALL --class-weights 2',
    2,
    'epochal: --class-weights: Expected balanced, or CLASS=WEIGHT,CLASS=WEIGHT; received "2". Write --class-weights balanced.',
  ],
  [
    'train @ok.csv SMALL --validate-every 5,3',
    2,
    'epochal: --validate-every: Expected a whole number, 1 or more; received "5,3". Give for example 8.',
  ],
  [
    'train @ok.csv SMALL --validate-every "5 batches"',
    2,
    'epochal: --validate-every: Expected a number of epochs or iterations; received "5 batches". Write for example --validate-every 5, or --validate-every "100 iterations".',
  ],
  [
    'train @ok.csv SMALL --validate-every 2 --validation 0',
    2,
    'epochal: --validate-every: Expected a validation part, whose loss it watches; received --validation 0. Give for example --validation 0.2, or leave --validate-every out.',
  ],
  [
    'train @ok.csv SMALL --test 1',
    2,
    'epochal: --test: Expected a fraction from 0 to below 1; received "1". Give for example 0.2.',
  ],
  [
    'train @ok.csv SMALL --test 0.5 --validation 0.5',
    1,
    'epochal: --validation, --test: nothing is left to train on. Expected fewer than 20 samples for the other parts; received 10 for validation and 10 for test. Lower --validation or --test.',
  ],
  [
    'train @ok.csv SMALL --test 0.999 --validation 0',
    2,
    'epochal: --test: nothing is left to train on. Expected fewer than 20 samples for the other parts; received --test 0.999. Give another part to --test, or leave it out.',
  ],
  [
    'train @ok.csv SMALL --test 0.01 --validation 0.5',
    1,
    'epochal: --test: a class would be missing from 1 sample. Expected every class in every part; received no sample of class 1 (yes). Give another part to --test, leave out the rows of such classes, or train without it: --test 0.',
  ],
  [
    'train @one_row.csv SMALL --test 0.5',
    1,
    'epochal: one_row.csv: Expected 3 rows or more, one for each part; received 1 row. Add rows, or judge by none: --validation 0, without --test.',
  ],
  [
    'search @ok.csv SMALL --grid loss=softmaxCrossEntropy,sigmoidBinaryCrossEntropy',
    2,
    'epochal: --grid: Expected options of train: hidden, activation, dropout, norm, l1, l2, batch-size, optimizer, learning-rate, schedule, weight-decay, clip; received "loss". It is the same for all trials: --loss.',
  ],
];

describe('an option of a training run', () => itComplains(folder, rows));
