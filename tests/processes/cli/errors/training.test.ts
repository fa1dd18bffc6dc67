/** Numbers that do not stay finite. */
import { describe } from 'vitest';
import { workFolder } from '../../../cli/run.ts';
import { itComplains, type Row } from './complains.ts';
import { writeTables, writeTrained } from './files.ts';

const folder = workFolder();
writeTables(folder.at);
await writeTrained(folder.at);

const rows: readonly Row[] = [
  [
    'train @numbers.csv --target y --optimizer sgd --learning-rate 1e3',
    1,
    'epochal: epoch 3, iteration 3, phase loss: the loss is not finite; the first tensor that went wrong is the loss. Expected finite numbers; received Infinity. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    'train @numbers.csv --target y --optimizer sgd --learning-rate 1e3 --json',
    1,
    'epochal: epoch 3, iteration 3, phase loss: the loss is not finite; the first tensor that went wrong is the loss. Expected finite numbers; received Infinity. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    'find-epochs @numbers.csv --target y --optimizer sgd --learning-rate 1e3',
    1,
    'epochal: epoch 3, iteration 3, phase loss: the loss is not finite; the first tensor that went wrong is the loss. Expected finite numbers; received Infinity. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    'find-epochs @numbers.csv --target y --optimizer sgd --learning-rate 1e3 --json',
    1,
    'epochal: epoch 3, iteration 3, phase loss: the loss is not finite; the first tensor that went wrong is the loss. Expected finite numbers; received Infinity. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    "search @numbers.csv --target y --grid 'optimizer=sgd learning-rate=1e3,1e4'",
    1,
    'epochal search: Expected one trial or more that does not fail; received 2 failures, the first of them NonFiniteError. epoch 3, iteration 3, phase loss: the loss is not finite; the first tensor that went wrong is the loss. Expected finite numbers; received Infinity. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    "search @numbers.csv --target y --grid 'optimizer=sgd learning-rate=1e3,1e4' --json",
    1,
    'epochal search: Expected one trial or more that does not fail; received 2 failures, the first of them NonFiniteError. epoch 3, iteration 3, phase loss: the loss is not finite; the first tensor that went wrong is the loss. Expected finite numbers; received Infinity. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    'train @numbers.csv --target y --epochs 1 --optimizer sgd --learning-rate 1e20',
    1,
    'epochal: r2: Expected outputs of which this can be measured; received NaN. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    'find-epochs @numbers.csv --target y --epochs 1 --optimizer sgd --learning-rate 1e20',
    1,
    'epochal: r2: Expected outputs of which this can be measured; received NaN. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    'search @numbers.csv --target y --epochs 1 --grid "optimizer=sgd learning-rate=1e20"',
    1,
    'epochal search: Expected one trial or more that does not fail; received 1 failure, the first of them OptionError. r2: Expected outputs of which this can be measured; received NaN. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    'train @ok.csv SMALL --validation 0 --optimizer sgd --learning-rate 1e20 --weight-decay 1e20',
    1,
    'epochal: epoch 1, iteration 1, phase update: the update is not finite; the first tensor that went wrong is the parameter layers.0.weight. Expected finite numbers; received Infinity at element 1. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    'search @ok.csv SMALL --grid learning-rate=1e300',
    1,
    'epochal search: Expected one trial or more that does not fail; received 1 failure, the first of them OptionError. --learning-rate: Expected a finite number, 0 or more, in float32, too; received 1e+300, which float32 rounds to Infinity. Choose a number that float32 can hold, or --dtype float64.',
  ],
  [
    'train @numbers.csv --target y --epochs 2 --validation 0 --optimizer sgd --learning-rate 1e18',
    1,
    'epochal: epoch 1, iteration 2, phase loss: the loss is not finite; the first tensor that went wrong is the loss. Expected finite numbers; received Infinity. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    'train @numbers.csv --target y --epochs 1 --validation 0 --optimizer adam --learning-rate 1e35',
    1,
    'epochal: epoch 1, iteration 2, phase loss: the loss is not finite; the first tensor that went wrong is the output of layers.2. Expected finite numbers; received NaN at element 0. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    'find-epochs @ok.csv --target y --epochs 1 --optimizer sgd --learning-rate 1e37',
    1,
    'epochal: the folds: Expected an epoch in which the validation loss is finite in every fold; received none. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
  [
    'search @ok.csv --target y --epochs 1 --grid "optimizer=sgd learning-rate=1e37"',
    1,
    'epochal search: Expected one trial or more that does not fail; received 1 failure, the first of them DataError. trial 1: Expected a finite score; received NaN. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.',
  ],
];

describe('a command complains', () => {
  itComplains(folder, rows);
});
