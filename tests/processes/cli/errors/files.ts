/** Files with which something is wrong, and what a command leaves behind that something can be wrong with. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { dense, sequential, tensor } from '../../../../src/index.ts';
import { loadCheckpoint, saveModel, saveSafetensors } from '../../../../src/node/index.ts';
import { writeCheckpoint } from '../../../../src/persistence/index.ts';
import { run, type workFolder } from '../../../cli/run.ts';

export type At = ReturnType<typeof workFolder>['at'];

/** Rows of `a`, `b` and `y`. */
const rows = (count: number, row: (i: number) => string, header = 'a,b,y') =>
  `${[header, ...Array.from({ length: count }, (_, i) => row(i))].join('\n')}\n`;

/** Two columns of numbers and a target of two classes; `a` is what a function makes of the row. */
const withA = (a: (i: number) => string, count = 20) =>
  rows(count, (i) => `${a(i)},${(i * 7) % 5},${i % 2 ? 'no' : 'yes'}`);

/** In row 5 of the file. */
const once = (text: string) => withA((i) => (i === 3 ? text : `${i}`));

const TABLES: Readonly<Record<string, string | Uint8Array>> = {
  'ok.csv': withA(String),
  'numbers.csv': rows(20, (i) => `${i},${(i * 7) % 5},${i * 1.5}`),
  'one_cell.csv': once('7'), // differs from ok.csv
  'gap.csv': once(''),
  'gap_in_names.csv': withA((i) => (i === 3 ? '' : `x${i % 3}`)),
  'gap_in_target.csv': 'a,y\n1,yes\n2,\n',
  'comma_in_name.csv': `"size, cm", b,y\n${Array.from({ length: 20 }, (_, i) => `${i},${i % 4},${i % 2 ? 'yes' : 'no'}\n`).join('')}`,
  'gaps_and_comma.csv': '"size, cm",b,y\n,2,no\n,3,yes\n,4,no\n,5,yes\n,6,no\n,7,yes\n',
  'only_gaps.csv': 'a,b,y\n,2,no\n,3,yes\n',
  'text.csv': once('oops'),
  'comma.csv': once('"3,500"'),
  'thousands.csv': withA((i) => `"1,${String(i).padStart(3, '0')}.5"`),
  'apostrophes.csv': withA((i) => `1'${String(i).padStart(3, '0')}'000`),
  'pounds.csv': withA((i) => `£${i}`),
  'many_names.csv': withA((i) => `name${i}`, 120),
  'ids.csv': withA((i) => `${123456789012 + i}`),
  'long_ids.csv': withA((i) => `12345678901234567${i}`),
  'huge.csv': withA((i) => `${i}e60`),
  'empty.csv': '',
  'header.csv': 'a,b,y\n',
  'twice.csv': 'a,a,y\n1,2,no\n2,3,yes\n',
  'unnamed.csv': 'a,,y\n1,2,no\n2,3,yes\n',
  'ragged.csv': 'a,b,y\n1,2,no\n2,3\n',
  'labels.csv': 'a,b,y\nr1,1,2,no\n',
  'quote.csv': 'a,b,y\n1"2,2,no\n',
  'open_quote.csv': 'a,b,y\n"1,2,no\n',
  'packed.csv': gzipSync('a,y\n1,no\n2,yes\n'),
  'workbook.csv': Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0xe9, 10, 44),
  'latin.csv': Uint8Array.of(97, 44, 121, 10, 0xe9, 44, 49, 10),
  'only_target.csv': 'y\nno\nyes\n',
  'one_class.csv': rows(20, (i) => `${i},2,yes`),
  'one_row.csv': 'a,b,y\n1,2,1.5\n',
  'rare.csv': 'a,b,y\n1,2,no\n2,3,yes\n4,5,yes\n5,5,yes\n',
  'semicolons.csv': withA(String).replaceAll(',', ';'),
  // to be read as ok.csv was
  'other_columns.csv': 'a,c,y\n1,2,no\n',
  'name_for_number.csv': 'a,b,y\nzzz,2,no\n',
  'new_class.csv': 'a,b,y\n1,2,maybe\n',
  'without_target.csv': 'a,b\n1,2\n',
  'id.csv': 'a,b,y\n1234567890123,2,no\n',
  'huge_one.csv': 'a,b,y\n1e60,2,no\n',
  // logs
  'cut.jsonl': '{"type":"epochEnd"',
  'bare.jsonl': '{"type":"epochEnd"}',
  'nan.jsonl': '{"type":"epochEnd","epoch":1,"iteration":2,"loss":"NaN"}',
};

export function writeTables(at: At): void {
  for (const [name, text] of Object.entries(TABLES)) writeFileSync(at(name), text);
  mkdirSync(at('folder'));
}

export const SMALL = ['--target', 'y', '--epochs', '2', '--hidden', '4'];

/** A training run in `run`, a search in `trials`, trials 1 and 2 of 3 of an array job in `job`, `model.safetensors`, and damaged ones of each. */
export async function writeTrained(at: At): Promise<void> {
  const places = ['--save', at('model.safetensors'), '--checkpoint', at('run'), '--log', at('run')];
  await done(['train', at('ok.csv'), ...SMALL, ...places]);
  const names = ['--missing', 'mode', '--save', at('names.safetensors')];
  await done(['train', at('gap_in_names.csv'), ...SMALL, ...names]);
  const stopped = ['--early-stopping', '1', '--checkpoint', at('stopped')];
  await done(['train', at('ok.csv'), ...SMALL, ...stopped]);
  const trials = ['--grid', 'hidden=2,4', '--checkpoint', at('trials')];
  await done(['search', at('ok.csv'), ...SMALL, ...trials]);

  const job = [...SMALL, '--grid', 'hidden=2,4,6', '--checkpoint', at('job')];
  await done(['search', at('ok.csv'), ...job, '--array-job']);
  await done(['search', at('ok.csv'), ...job, '--only', '1..2']);

  const bytes = readFileSync(at('model.safetensors'));
  writeFileSync(at('cut.safetensors'), bytes.subarray(0, -10));
  writeFileSync(at('no_model.safetensors'), 'a text, and not a short one');
  for (const [name, [from, to]] of Object.entries({
    'loss.safetensors': ['softmaxCrossEntropy', 'softmaxCrossEntropx'],
    'layer.safetensors': ['relu', 'rela'],
    'units.safetensors': ['\\"units\\":4', '\\"units\\":0'],
    'schema.safetensors': ['numeric', 'numerix'],
    'task.safetensors': ['classification', 'classificatiox'],
    'scaler.safetensors': ['\\"standardize', '\\"standardizx'],
    'later.safetensors': ['epochal model 1', 'epochal model 9'],
  })) {
    const text = bytes.toString('latin1');
    if (!text.includes(from)) throw new Error(`the model has no ${from}`);
    writeFileSync(at(name), text.replace(from, to), 'latin1');
  }
  const network = sequential({ inputShape: [2], seed: 1 }, [dense({ units: 1 })]);
  saveModel(at('no_schema.safetensors'), network);
  saveSafetensors(at('tensors.safetensors'), { tensors: { a: tensor([1, 2]) } });

  // Without the command line in it, whose paths are as long as the place of this checkout.
  const state = loadCheckpoint(at('run/training.checkpoint'));
  const checkpoint = writeCheckpoint({ ...state, callbacks: {} });
  for (const folder of ['cut', 'damaged', 'empty', 'altered']) mkdirSync(at(folder));
  writeFileSync(at('cut/training.checkpoint'), checkpoint.subarray(0, -9));
  writeFileSync(at('damaged/search.json'), 'no JSON');
  writeFileSync(at('empty/search.json'), '{}');
  const kept = readFileSync(at('trials/search.json'), 'utf8');
  writeFileSync(at('altered/search.json'), kept.replace('"trial":1', '"trial":7'));
}

async function done(words: readonly string[]): Promise<void> {
  const { code, err } = await run(words);
  if (code !== 0) throw new Error(err);
}
