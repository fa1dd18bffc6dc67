/** Options that say nothing that can be done. */
import { describe } from 'vitest';
import { workFolder } from '../../../cli/run.ts';
import { itComplains, type Row } from './complains.ts';
import { writeTables } from './files.ts';

const folder = workFolder();
writeTables(folder.at);

const rows: readonly Row[] = [
  [
    'trian',
    2,
    'epochal: Expected a command: train, evaluate, predict, plan, find-epochs, find-learning-rate, search, inspect, learn, convert, compare, graduate, import, plot; received trian. Did you mean train?',
  ],
  ['train', 2, 'epochal train: Expected DATA.csv; received nothing. See epochal train --help.'],
  [
    'train @ok.csv',
    2,
    'epochal train: Expected --target COLUMN; received nothing. See epochal train --help.',
  ],
  [
    'train "" --target y',
    2,
    "epochal train: Expected DATA.csv; received ''. See epochal train --help.",
  ],
  [
    'train @ok.csv @numbers.csv --target y',
    2,
    'epochal train: Expected DATA.csv; received numbers.csv as well. See epochal train --help.',
  ],
  [
    'train @ok.csv --target y --epoch 3',
    2,
    'epochal train: Expected an option that epochal train --help lists; received --epoch. Did you mean --epochs?',
  ],
  [
    'train @ok.csv --target y --batchSize 3',
    2,
    'epochal train: Expected an option that epochal train --help lists; received --batchSize. Did you mean --batch-size?',
  ],
  [
    'train @ok.csv --target',
    2,
    'epochal: --target: Expected a value, --target COLUMN; received nothing. Put the value after it.',
  ],
  [
    'train @ok.csv --target y --epochs --seed 1',
    2,
    'epochal: --epochs: Expected a value, --epochs N; received --seed, the next option. Put the value after it.',
  ],
  [
    'train @ok.csv SMALL --epochs 3',
    2,
    'epochal: --epochs: Expected this option once; received it twice. Give it once.',
  ],
  [
    'train @ok.csv SMALL --resume=1',
    2,
    'epochal: --resume: Expected the option alone, without a value; received --resume=1. Write --resume alone.',
  ],
  [
    'train @ok.csv --target y --epochs 0',
    2,
    'epochal: --epochs: Expected a whole number, 1 or more; received "0". Give for example 8.',
  ],
  [
    'train @ok.csv SMALL --batch-size 1.5',
    2,
    'epochal: --batch-size: Expected a whole number, 1 or more; received "1.5". Give for example 8.',
  ],
  [
    'train @ok.csv SMALL --learning-rate -1',
    2,
    'epochal: --learning-rate: Expected a finite number above 0; received "-1". Give for example 0.5.',
  ],
  [
    'train @ok.csv SMALL --dropout 1',
    2,
    'epochal: --dropout: Expected a number from 0 to below 1; received "1". Give for example 0.5.',
  ],
  [
    'train @ok.csv --target y --threads 0',
    2,
    'epochal: --threads: Expected auto or a whole number, 1 or more; received "0". Give for example auto.',
  ],
  [
    'train @ok.csv --target y --threads all',
    2,
    'epochal: --threads: Expected auto or a whole number, 1 or more; received "all". Give for example auto.',
  ],
  [
    'plot @ok.csv --threads 2',
    2,
    'epochal plot: Expected an option that epochal plot --help lists; received --threads. See epochal plot --help.',
  ],
  [
    'search @ok.csv --target y --grid threads=1,2',
    2,
    'epochal: --grid: Expected options of train: hidden, activation, dropout, norm, l1, l2, batch-size, optimizer, learning-rate, schedule, weight-decay, clip; received "threads". It is the same for all trials: --threads.',
  ],
  [
    'train @ok.csv --target y --hidden 4,x',
    2,
    'epochal: --hidden: Expected a whole number from 1 to 2^31 - 1; received "x". Give for example 8.',
  ],
  [
    'train @ok.csv --target y --hidden 99999999999',
    2,
    'epochal: --hidden: Expected a whole number from 1 to 2^31 - 1; received "99999999999". Give for example 8.',
  ],
  [
    'train @ok.csv --target y --hidden 40000000,4000000',
    1,
    'epochal: the network: Expected fewer than 2^31 elements, that fit into memory; received 160000000000000. Lower --hidden.',
  ],
  [
    'train @ok.csv SMALL --activation rellu',
    2,
    'epochal: --activation: Expected one of elu, gelu, geluTanh, hardSigmoid, hardTanh, leakyRelu, mish, relu, selu, sigmoid, silu, softplus, tanh; received "rellu". Did you mean relu?',
  ],
  [
    'train @ok.csv SMALL --optimizer adan',
    2,
    'epochal: --optimizer: Expected one of adadelta, adagrad, adam, adamW, adamax, lamb, lion, nadam, radam, rmsprop, sgd; received "adan". Did you mean adam?',
  ],
  [
    'train @ok.csv SMALL --dtype float16',
    2,
    'epochal: --dtype: Expected one of float32, float64; received "float16". Did you mean float32?',
  ],
  [
    'train @ok.csv SMALL --missing zero',
    2,
    'epochal: --missing: Expected one of refuse, mean, median, mode; received "zero". Choose one of these.',
  ],
  [
    'train @ok.csv SMALL --learning-rate 1e-60',
    1,
    'epochal: --learning-rate: Expected a finite number, 0 or more, in float32, too; received 1e-60, which float32 rounds to 0. Choose a number that float32 can hold, or --dtype float64.',
    '--dtype float64',
  ],
  [
    'train @ok.csv SMALL --weight-decay 1e-60',
    1,
    'epochal: --weight-decay: Expected a finite number, 0 or more, in float32, too; received 1e-60, which float32 rounds to 0. Choose a number that float32 can hold, or --dtype float64.',
    '--dtype float64',
  ],
  [
    'train @ok.csv SMALL --clip 1e60',
    1,
    'epochal: --clip: Expected a finite number, in float32, too; received 1e+60, which float32 rounds to Infinity. Choose a number that float32 can hold, or --dtype float64.',
    '--dtype float64',
  ],
  [
    'train @ok.csv SMALL --dropout 0.99999999999',
    1,
    'epochal: --dropout: Expected a number from 0 to below 1, in float32, too; received 0.99999999999, which float32 rounds to 1. Choose a number that float32 can hold, or --dtype float64.',
    '--dtype float64',
  ],
  [
    'train @ok.csv SMALL --learning-rate 1e300',
    1,
    'epochal: --learning-rate: Expected a finite number, 0 or more, in float32, too; received 1e+300, which float32 rounds to Infinity. Choose a number that float32 can hold, or --dtype float64.',
  ],
  [
    'train @ok.csv SMALL --validation 1',
    2,
    'epochal: --validation: Expected a fraction from 0 to below 1; received "1". Give for example 0.2.',
  ],
  [
    'train @ok.csv SMALL --validation 0.99',
    1,
    'epochal: --validation: nothing is left to train on. Expected fewer than 20 samples for the other parts; received 20 for validation and 0 for test. Lower --validation.',
  ],
  [
    'train @ok.csv SMALL --validation 0.0001',
    1,
    'epochal: --validation: a class would be missing from 1 sample. Expected every class in every part; received no sample of class 1 (yes). Give another part to --validation, leave out the rows of such classes, or train without it: --validation 0.',
  ],
  [
    'train @ok.csv SMALL --validation 0 --early-stopping 3',
    2,
    'epochal: --early-stopping: Expected a validation part, whose loss it watches; received --validation 0. Give for example --validation 0.2, or leave --early-stopping out.',
  ],
  [
    'train @ok.csv SMALL --early-stopping 0',
    2,
    'epochal: --early-stopping: Expected a whole number, 1 or more; received "0". Give for example 8.',
  ],
  [
    'train @ok.csv SMALL --resume',
    2,
    'epochal: --resume: Expected the folder of the checkpoint: --checkpoint FOLDER; received none. Add --checkpoint FOLDER, the one that the training was started with.',
  ],
  [
    'train @ok.csv SMALL --task regression',
    2,
    'epochal: --task regression: Expected numbers in column y; received ["no", "yes"]. Leave --task out.',
  ],
  [
    'train @numbers.csv SMALL --task classification',
    1,
    'epochal: --validation: a class would be missing from 16 samples. Expected every class in every part; received no sample of class 0 (0). Give another part to --validation, leave out the rows of such classes, or train without it: --validation 0.',
  ],
  [
    'train @ok.csv SMALL --ignore y',
    2,
    'epochal: --ignore: Expected columns other than the one to predict; received "y". Leave it out there, or choose another --target.',
  ],
  [
    'train @ok.csv SMALL --ignore z',
    1,
    'epochal: ok.csv: Expected a column named "z"; received the columns a, b, y. Did you mean a?',
  ],
  [
    'train @ok.csv SMALL --ignore a,b',
    1,
    'epochal: ok.csv: Expected a column besides the target; received none. Add columns to the file, or leave fewer of them out.',
  ],
  [
    'train @ok.csv SMALL --categorical q',
    1,
    'epochal: ok.csv: Expected a column named "q"; received the columns a, b, y. Did you mean a?',
  ],
  [
    'train @ok.csv SMALL --delimiter ab',
    2,
    'epochal: --delimiter: Expected one character other than a quote or a line end; received "ab". Give for example --delimiter \';\', or leave it out.',
  ],
  [
    'train @ok.csv SMALL --delimiter ;',
    1,
    'epochal: ok.csv: Expected two columns or more; received one, where cells are parted by ";". Leave --delimiter out, or give --delimiter \',\'.',
  ],
  [
    'train @semicolons.csv SMALL --delimiter ,',
    1,
    'epochal: semicolons.csv: Expected two columns or more; received one, where cells are parted by ",". Leave --delimiter out, or give --delimiter \';\'.',
  ],
  [
    'train @ok.csv SMALL --decimal , --thousands ,',
    2,
    "epochal: --thousands: Expected another mark than that before fractions, --decimal; received \",\" for both. Write --decimal ',' --thousands '.', or leave --decimal out.",
  ],
  [
    'train @ok.csv SMALL --thousands .',
    2,
    "epochal: --thousands: Expected another mark than that before fractions, --decimal; received \".\" for both. Write --decimal ',' --thousands '.', or leave --thousands out.",
  ],
  [
    'train @ok.csv --target Y',
    1,
    'epochal: ok.csv: Expected a column named "Y"; received the columns a, b, y. Did you mean y?',
  ],
  [
    'train @ok.csv --target price',
    1,
    'epochal: ok.csv: Expected a column named "price"; received the columns a, b, y. Choose one of these.',
  ],
  [
    'train @ok.csv --target y --no-header',
    1,
    'epochal: ok.csv: Expected a column named "y"; received the columns column1, column2, column3. Choose one of these.',
  ],
  [
    'train @ok.csv SMALL --save @nowhere/m',
    1,
    'epochal: writing nowhere/m: Expected a file that can be written; received no such file or folder. Check the path; folders are not made.',
  ],
  [
    'train @ok.csv SMALL --save @folder',
    1,
    'epochal: writing folder: Expected a file that can be written; received a folder. Name a file in it.',
  ],
  [
    'train @ok.csv SMALL --save @ok.csv',
    2,
    'epochal: --save, ok.csv: Expected a file of its own; received the data. Choose another name.',
  ],
  [
    'train @ok.csv SMALL --save ""',
    2,
    'epochal: --save: Expected a path; received "". Give for example --save FILE, or leave it out.',
  ],
  [
    'train @ok.csv SMALL --log @ok.csv',
    1,
    'epochal: making ok.csv: Expected a folder; received a file. Choose another name.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @ok.csv/x',
    1,
    'epochal: making ok.csv/x: Expected a folder; received a file where a folder should be. Check the path.',
  ],
  [
    'evaluate @model.safetensors',
    2,
    'epochal evaluate: Expected MODEL DATA.csv; received model.safetensors. See epochal evaluate --help.',
  ],
  [
    'find-epochs @ok.csv SMALL --folds 1',
    2,
    'epochal: --folds: Expected a whole number, 2 or more; received "1". Give for example 5.',
  ],
  [
    'find-epochs @ok.csv SMALL --folds 30',
    1,
    'epochal: --folds: a class would be missing from the validation part of a fold. Expected at least 30 samples of every class, as many as there are folds; received 10 of class 1 (yes). Give at most --folds 10.',
  ],
  [
    'find-epochs @numbers.csv SMALL --folds 30',
    1,
    'epochal: --folds: Expected 2 folds or more, and at most 20, the number of samples; received 30. Give at most --folds 20.',
  ],
  [
    'find-epochs @ok.csv SMALL --repeats 99999999999',
    2,
    'epochal: --repeats: Expected a whole number from 1 to 2^31 - 1; received "99999999999". Give for example 8.',
  ],
  [
    'find-epochs @ok.csv SMALL --refit steps',
    2,
    'epochal: --refit: Expected one of epochs, iterations; received "steps". Choose one of these.',
  ],
  [
    'find-epochs @ok.csv SMALL --validation 0.2',
    2,
    'epochal find-epochs: Expected an option that epochal find-epochs --help lists; received --validation. See epochal find-epochs --help.',
  ],
  [
    'find-epochs @ok.csv SMALL --learning-rate 1e300',
    1,
    'epochal: --learning-rate: Expected a finite number, 0 or more, in float32, too; received 1e+300, which float32 rounds to Infinity. Choose a number that float32 can hold, or --dtype float64.',
  ],
  [
    'find-epochs @ok.csv SMALL --save @nowhere/m',
    1,
    'epochal: writing nowhere/m: Expected a file that can be written; received no such file or folder. Check the path; folders are not made.',
  ],
  [
    'search @ok.csv SMALL',
    2,
    'epochal search: Expected --grid SPACE; received nothing. See epochal search --help.',
  ],
  [
    'search @ok.csv SMALL --grid ""',
    2,
    'epochal: --grid: Expected NAME=VALUE,VALUE; received "". Write for example learning-rate=0.01,0.1.',
  ],
  [
    'search @ok.csv SMALL --grid epochs=1,2',
    2,
    'epochal: --grid: Expected options of train: hidden, activation, dropout, norm, l1, l2, batch-size, optimizer, learning-rate, schedule, weight-decay, clip; received "epochs". It is the same for all trials: --epochs.',
  ],
  [
    'search @ok.csv SMALL --grid batchSize=1,2',
    2,
    'epochal: --grid: Expected options of train: hidden, activation, dropout, norm, l1, l2, batch-size, optimizer, learning-rate, schedule, weight-decay, clip; received "batchSize". Did you mean batch-size?',
  ],
  [
    'search @ok.csv SMALL --grid hidden',
    2,
    'epochal: --grid: Expected hidden=VALUE,VALUE; received "hidden". Write it in quotes: --grid "learning-rate=0.1,0.01 batch-size=8,16".',
  ],
  [
    'search @ok.csv SMALL --grid "hidden=2 hidden=4"',
    2,
    'epochal: --grid: Expected hidden once; received it twice. Write all of its values together: hidden=VALUE,VALUE.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2,2',
    2,
    'epochal: --grid, hidden: Expected each value once; received 2 twice. Remove the second.',
  ],
  [
    'search @ok.csv SMALL --grid learning-rate=0.01..0.1',
    2,
    'epochal: --grid: Expected lists of values; with --trials N also ranges, to draw from; received learning-rate=0.01..0.1. Add --trials 20, or list the values, separated by commas.',
    '--trials 2',
  ],
  [
    'search @ok.csv SMALL --grid learning-rate=0.1..0.01',
    2,
    'epochal: --grid: Expected LOW..HIGH, numbers above 0, for learning-rate, weight-decay, l1 or l2; received "learning-rate=0.1..0.01". List values, separated by commas, or write for example learning-rate=1e-4..1e-1.',
  ],
  [
    'search @ok.csv SMALL --grid batch-size=x',
    2,
    'epochal: --grid, batch-size: Expected a whole number, 1 or more; received "x". Give for example 8.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2 --validation 0',
    2,
    'epochal: --validation: Expected a part of the rows, by which trials are ranked; received 0. Leave it out, or give for example --validation 0.2.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2 --resume',
    2,
    'epochal: --resume: Expected the folder of the trials: --checkpoint FOLDER; received none. Add --checkpoint FOLDER, the one that the search was started with.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2 --trials 0',
    2,
    'epochal: --trials: Expected a whole number from 1 to 2^31 - 1; received "0". Give for example 8.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2 --table @ok.csv',
    2,
    'epochal: --table, ok.csv: Expected a file of its own; received the data. Choose another name.',
  ],
  ['plan', 2, 'epochal plan: Expected --samples N; received nothing. See epochal plan --help.'],
  [
    'plan --samples 10',
    2,
    'epochal plan: Expected --epochs N, --iterations N, or both; received neither. Add for example --epochs 10.',
  ],
  [
    'plan --samples 0 --epochs 1',
    2,
    'epochal: --samples: Expected a whole number, 1 or more; received "0". Give for example 8.',
  ],
  [
    'plan --samples 10 --epochs 2 --drop-last',
    1,
    'epochal: --batch-size: not a single batch. Expected at most 10, the number of samples, with --drop-last; received 10 samples in batches of 32. Lower --batch-size, or leave --drop-last out.',
    '--batch-size 10',
  ],
  [
    'plan @ok.csv',
    2,
    'epochal plan: Expected options only; received ok.csv. See epochal plan --help.',
  ],
];

describe('a command complains', () => {
  itComplains(folder, rows);
});
