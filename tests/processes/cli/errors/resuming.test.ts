/** Training and search that cannot be resumed as asked. */
import { describe } from 'vitest';
import { workFolder } from '../../../cli/run.ts';
import { itComplains, type Row } from './complains.ts';
import { writeTables, writeTrained } from './files.ts';

const folder = workFolder();
writeTables(folder.at);
await writeTrained(folder.at);

const rows: readonly Row[] = [
  [
    'train @ok.csv SMALL --checkpoint @run --resume --seed 5',
    1,
    'epochal: --resume: Expected what the training began with, --seed 0; received --seed 5. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @run --resume --batch-size 5',
    1,
    'epochal: --resume: Expected what the training began with, --batch-size 16; received --batch-size 5. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @run --resume --learning-rate 0.5',
    1,
    'epochal: --resume: Expected what the training began with, --learning-rate 0.01; received --learning-rate 0.5. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @run --resume --optimizer sgd',
    1,
    'epochal: --resume: Expected what the training began with, --optimizer adam; received --optimizer sgd. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @run --resume --clip 1',
    1,
    'epochal: --resume: Expected what the training began with, no --clip; received --clip 1. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @run --resume --weight-decay 0.1',
    1,
    'epochal: --resume: Expected what the training began with, --weight-decay 0; received --weight-decay 0.1. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @run --resume --dropout 0.5',
    1,
    'epochal: --resume: Expected what the training began with, the same network (--hidden, --activation, --dropout, --norm, --l1, --l2); received others. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @run --resume --activation tanh',
    1,
    'epochal: --resume: Expected what the training began with, the same network (--hidden, --activation, --dropout, --norm, --l1, --l2); received others. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @run --resume --dtype float64',
    1,
    'epochal: --resume: Expected what the training began with, --dtype float32; received --dtype float64. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @run --resume --validation 0.3',
    1,
    'epochal: --resume: Expected the 16 samples that the training began with; received 14. Resume with the file and the --validation of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @run --resume --ignore a',
    1,
    'epochal: --resume: Expected what the training began with, the same columns (--ignore, --categorical); received others. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv --target y --epochs 2 --hidden 5 --checkpoint @run --resume',
    1,
    'epochal: --resume: Expected what the training began with, the same network (--hidden, --activation, --dropout, --norm, --l1, --l2); received others. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @numbers.csv SMALL --checkpoint @run --resume',
    1,
    'epochal: --resume: Expected what the training began with, the same network (--hidden, --activation, --dropout, --norm, --l1, --l2), the same task (--target, --task, --loss); received others. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @semicolons.csv SMALL --checkpoint @run --resume --categorical b',
    1,
    'epochal: --resume: Expected what the training began with, the same columns (--ignore, --categorical); received others. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @ok.csv SMALL --checkpoint @stopped --resume',
    1,
    'epochal: --resume: Expected the options that the training was interrupted with, --early-stopping among them; received others. Add --early-stopping, or give another folder to --checkpoint.',
    '--early-stopping 1',
  ],
  [
    'train @ok.csv SMALL --checkpoint @cut --resume',
    1,
    'epochal: cut/training.checkpoint: Expected a file of 3336 bytes, as its header says; received 3327. It was cut off or added to: copy or download it again.',
  ],
  [
    'train @text.csv SMALL --categorical a --checkpoint @run --resume',
    1,
    'epochal: --resume: Expected what the training began with, the same columns (--ignore, --categorical); received others. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'train @gap.csv SMALL --missing mean --checkpoint @run --resume',
    1,
    'epochal: --resume: Expected what the training began with, the same data (the file, --missing, --validation); received others. Resume with the options of before, or give another folder to --checkpoint.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2,8 --checkpoint @trials --resume',
    1,
    'epochal: trials/search.json: Expected what the search began with, the same --grid; received another --grid. Give the options of before, or give another folder to --checkpoint.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2,4 --trials 3 --checkpoint @trials --resume',
    1,
    'epochal: --checkpoint: the trials are those of another search. Expected those of this one, with the same --grid, --trials and --epochs; received others. Give the options of before, or give another folder to --checkpoint.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2,4 --seed 5 --checkpoint @trials --resume',
    1,
    'epochal: trials/search.json: Expected what the search began with, --seed 0; received --seed 5. Give the options of before, or give another folder to --checkpoint.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2,4 --clip 1 --checkpoint @trials --resume',
    1,
    'epochal: trials/search.json: Expected what the search began with, no --clip; received --clip 1. Give the options of before, or give another folder to --checkpoint.',
  ],
  [
    'search @one_cell.csv SMALL --grid hidden=2,4 --checkpoint @trials --resume',
    1,
    'epochal: trials/search.json: Expected the data that the search began with; received other data. Give the file of before, or give another folder to --checkpoint.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2,4 --checkpoint @damaged --resume',
    1,
    'epochal: damaged/search.json: Expected the trials of a search, as --checkpoint keeps them; received something else. Remove the file: what it held is run again.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2,4 --checkpoint @empty --resume',
    1,
    'epochal: empty/search.json.data: Expected a string; received nothing. Remove the file: what it held is run again.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2,4 --checkpoint @altered --resume',
    1,
    'epochal: --checkpoint, trial 7: what was kept of the trials is damaged. Expected trials from 1 to 2; received 7. Remove the file that holds it: what it held is run again, or give another folder to --checkpoint.',
  ],
];

describe('a command complains', () => {
  itComplains(folder, rows);
});
