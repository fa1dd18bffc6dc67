/** Array jobs that make no sense, and trials in a folder that do not belong together. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run, workFolder } from '../../../cli/run.ts';
import { itComplains, type Row } from './complains.ts';
import { SMALL, writeTables, writeTrained } from './files.ts';

const folder = workFolder();
const { at } = folder;
writeTables(at);
await writeTrained(at);

/** A copy of the job, in which trials 1 and 2 of 3 have ended, with something changed in a file. */
function damage(name: string, file: string, [from, to]: readonly [string, string]): void {
  mkdirSync(at(name));
  for (const one of readdirSync(at('job'))) copyFileSync(at(`job/${one}`), at(`${name}/${one}`));
  const text = readFileSync(at(`${name}/${file}`), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(at(`${name}/${file}`), text.replace(from, to));
}

damage('other_trial', 'trial_2.json', ['"batchSize":16', '"batchSize":8']);
damage('other_data', 'trial_2.json', ['"data":"', '"data":"0']);
damage('other_job', 'search.json', ['"data":"', '"data":"0']);
damage('two_others', 'trial_1.json', ['"data":"', '"data":"0']);
writeFileSync(at('two_others/trial_2.json'), readFileSync(at('other_data/trial_2.json')));
damage('damaged_trial', 'trial_2.json', ['{"data"', '']);
damage('altered_trial', 'trial_2.json', ['"trial":2', '"trial":3']);
damage('twice', 'search.json', ['"records":[]', '"records":[RECORD]']);
const { records } = JSON.parse(readFileSync(at('job/trial_2.json'), 'utf8')).search;
const other = JSON.stringify({ ...records[0], score: 0.5 });
const whole = readFileSync(at('twice/search.json'), 'utf8');
writeFileSync(at('twice/search.json'), whole.replace('RECORD', other));
const score = String(records[0].score);

const JOB = "--grid 'hidden=2,4,6' --checkpoint";
const rows: readonly Row[] = [
  [
    'search @ok.csv SMALL --grid hidden=2,4,6 --array-job',
    2,
    'epochal: --array-job: Expected the folder of the trials: --checkpoint FOLDER; received none. Add --checkpoint FOLDER, the same in all commands.',
    '--checkpoint @new_job',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2,4,6 --only 3',
    2,
    'epochal: --only: Expected the folder of the trials: --checkpoint FOLDER; received none. Add --checkpoint FOLDER, the same in all commands.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2,4,6 --merge',
    2,
    'epochal: --merge: Expected the folder of the trials: --checkpoint FOLDER; received none. Add --checkpoint FOLDER, the same in all commands.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @job --array-job --merge`,
    2,
    'epochal search: Expected one of --array-job, which writes commands, --only, which is such a command, and --merge; received --array-job and --merge. Leave one of them out.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @job --only 1 --array-job`,
    2,
    'epochal search: Expected one of --array-job, which writes commands, --only, which is such a command, and --merge; received --array-job and --only. Leave one of them out.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @job --trials-per-command 2`,
    2,
    'epochal: --trials-per-command: Expected --array-job, whose commands are meant; received none. Add --array-job, or leave it out.',
    '--array-job',
  ],
  [
    `search @ok.csv SMALL ${JOB} @job --array-job --trials-per-command 0`,
    2,
    'epochal: --trials-per-command: Expected a whole number from 1 to 2^31 - 1; received "0". Give for example 8.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @job --only 1 --table @table.csv`,
    2,
    'epochal: --table: Expected a search that has all trials; received --only. Leave it out here, and give it with --merge.',
  ],
  [
    `search - SMALL ${JOB} @job --array-job`,
    2,
    'epochal: --array-job: Expected data in a file, which every command can read; received standard input. Write the data to a file first.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @job --only 4`,
    2,
    'epochal: --only: Expected trials from 1 to 3, which the search has; received 4. Leave it out.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @job --only 2..9`,
    2,
    'epochal: --only: Expected trials from 1 to 3, which the search has; received 9. Leave it out.',
  ],
  ...['0', '2..1', '1-2', 'x', "''", '1..', '-1', '1.5'].map(
    (text): Row => [
      `search @ok.csv SMALL ${JOB} @job --only=${text}`,
      2,
      `epochal: --only: Expected numbers of trials, from 1 on, or ranges of them; received "${text}". Give for example --only 3 or --only 1..20,25.`,
    ],
  ),
  [
    'search @ok.csv SMALL --grid hidden=2 --trials 2000000000 --checkpoint @many --array-job',
    2,
    'epochal: --array-job: Expected at most 1,000,000 commands; received 2,000,000,000. Raise --trials-per-command, or draw fewer trials: --trials 100.',
  ],
  [
    'search @ok.csv SMALL --grid hidden=2 --trials 2000000000 --checkpoint @many --only 1..1500000000',
    2,
    'epochal: --only: Expected at most 1,000,000 trials; received 1,500,000,000. Run them in several commands.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @job`,
    1,
    'epochal: --checkpoint job: Expected a folder without trials of an array job; received trial_1.json. Add --resume to continue after them, --merge to see them, or give another folder.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @job --merge`,
    1,
    'epochal: --merge: trials are missing. Expected all of 3 trials; received none of trial 3. Run them: --array-job in the place of --merge says what is left, --resume runs it in this process.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @nowhere --merge`,
    1,
    'epochal: --checkpoint nowhere: Expected a folder with the trials of a search; received nothing of this name. Give the folder of the array job; --array-job in the place of --merge writes its commands.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @folder --merge`,
    1,
    'epochal: --checkpoint folder: Expected a folder with the trials of a search; received one without. Give the folder of the array job; --array-job in the place of --merge writes its commands.',
  ],
  [
    `search @ok.csv SMALL --batch-size 8 ${JOB} @job --only 3`,
    1,
    'epochal: job/search.json: Expected what the search began with, --batch-size 16; received --batch-size 8. Give the options of before, or give another folder to --checkpoint.',
  ],
  [
    `search @one_cell.csv SMALL ${JOB} @job --only 3`,
    1,
    'epochal: job/search.json: Expected the data that the search began with; received other data. Give the file of before, or give another folder to --checkpoint.',
  ],
  [
    `search @one_cell.csv SMALL ${JOB} @job --array-job`,
    1,
    'epochal: job/search.json: Expected the data that the search began with; received other data. Give the file of before, or give another folder to --checkpoint.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @other_job --merge`,
    1,
    'epochal: other_job/search.json: Expected the data that the search began with; received other data. Give the file of before, or give another folder to --checkpoint.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @other_trial --merge`,
    1,
    'epochal: other_trial/trial_2.json: Expected what trial 2 was run with, --batch-size 8; received --batch-size 16. Remove this file, and run it again.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @other_data --merge`,
    1,
    'epochal: other_data/trial_2.json: Expected the data that trial 2 was run with; received other data. Remove this file, and run it again.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @two_others --resume`,
    1,
    'epochal: two_others: Expected the data that trials 1, 2 were run with; received other data. Remove the files of these trials, and run them again.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @damaged_trial --only 2`,
    1,
    'epochal: damaged_trial/trial_2.json: Expected the trials of a search, as --checkpoint keeps them; received something else. Remove the file: what it held is run again.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @altered_trial --merge`,
    1,
    'epochal: --checkpoint, trial 3: what was kept of the trials is damaged. Expected values {"hidden":"6"}; received {"hidden":"4"}. Remove the file that holds it: what it held is run again, or give another folder to --checkpoint.',
  ],
  [
    `search @ok.csv SMALL ${JOB} @twice --merge`,
    1,
    `epochal: --checkpoint, trial 2: it was run twice, and came out differently. Expected score 0.5, as before; received score ${score}. Remove trial_2.json: its other result is in search.json. Another version of epochal may have written one of them.`,
  ],
];

describe('a command complains', () => {
  itComplains(folder, rows);

  it('and writes nothing before', async () => {
    const files = () => readdirSync(at('.'), { recursive: true }).sort();
    const before = files();
    expect(before).not.toContain('many');
    for (const [name, ...mode] of [
      ['twice', '--merge'],
      ['nowhere', '--merge'],
      ['job', '--only', '9'],
      ['new', '--only', '9'],
      ['job'],
    ]) {
      const words = ['search', at('ok.csv'), ...SMALL, '--grid', 'hidden=2,4,6'];
      const { code } = await run([...words, '--checkpoint', at(name), ...mode]);
      expect(code).not.toBe(0);
    }
    expect(files()).toEqual(before);
  });
});
