/** Files that come after training: written otherwise, with columns that the model does not use, through a pipe. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommand, writeIris, writeText } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { folder, at } = workFolder();

/** Customers as a spreadsheet of central Europe writes them. */
const customers = Array.from({ length: 60 }, (_, i) => ({
  customer: `C-${String(i).padStart(3, '0')}`,
  amount: ((i * 37) % 101) + 0.25,
  color: ['red', 'blue'][i % 2],
  bought: (i * 37) % 101 > 50 ? 'yes' : 'no',
}));
const names = ['customer', 'amount', 'color', 'bought'] as const;

function table(
  file: string,
  delimiter: string,
  decimal: string,
  columns: readonly string[] = names,
) {
  const rows = customers.map((row) =>
    columns
      .map((name) => String(row[name as keyof typeof row]))
      .map((text) => (/^\d/.test(text) ? text.replace('.', decimal) : text))
      .join(delimiter),
  );
  return writeText(at(file), columns.join(delimiter), ...rows);
}

const trained = table('trained.csv', ';', ',');
const model = at('customers.safetensors');
const predictions = async (...words: string[]) => {
  const { code, out, err } = await run(['predict', model, ...words]);
  return { code, err: err.replaceAll(`${folder}/`, ''), rows: out.trimEnd().split('\n') };
};

beforeAll(async () => {
  const words = ['--target', 'bought', '--ignore', 'customer', '--epochs', '3', '--save', model];
  expect(await run(['train', trained, ...words])).toMatchObject({ code: 0, err: '' });
});

describe('predict', () => {
  it('writes the columns that the model does not use first, such as an id', async () => {
    const { code, err, rows } = await predictions(trained);
    expect([code, err]).toEqual([0, '']);
    expect(rows[0]).toBe('customer,bought,probability');
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(customers.map((c) => c.customer));
  });

  it.each([
    [['--keep', 'none'], 'bought,probability'],
    [['--keep', 'color,customer'], 'customer,color,bought,probability'],
    [
      ['--keep', 'all', '--probabilities'],
      'customer,amount,color,bought,probability,probability of no,probability of yes',
    ],
  ])('%j', async (words, header) => {
    const { err, rows } = await predictions(trained, ...words);
    expect([err, rows[0], rows.length]).toEqual(['', header, 61]);
  });

  it('keeps texts as they are, in quotes where they need them, and rows without a name', async () => {
    const rows = ['"Doe, ""Jo""",1.5,red', ' plain ,2.5,blue', ',3.5,red'];
    const file = writeText(at('quoted.csv'), ',amount,color', ...rows);
    const { rows: said } = await predictions(file);
    const texts = said.map((row) => row.replace(/(,(no|yes|bought)),(probability|[\d.]+)$/, '$1'));
    expect(texts[0]).toBe('"",bought');
    expect(texts[1]).toMatch(/^"Doe, ""Jo""",(no|yes)$/);
    expect(texts[2]).toMatch(/^plain,(no|yes)$/);
    expect(texts[3]).toMatch(/^"",(no|yes)$/);
  });

  it('a column by the name of one of the prediction is left out, and that is said', async () => {
    const file = writeText(at('taken.csv'), 'probability,amount,color', '0.5;x,1.5,red');
    const { err, rows } = await predictions(file);
    expect(rows[0]).toBe('bought,probability');
    expect(err).toContain(
      'epochal predict: "probability" of taken.csv is left out: a column of the prediction has that name.',
    );
  });

  it.each([
    ['--keep fo', 'a column named "fo"', 'Choose among these, or all, or none.'],
    ['--keep custmer', 'a column named "custmer"', 'Did you mean customer?'],
    ['--keep bought', 'columns by other names than what is predicted has', 'rename it in the file'],
  ])('%s is refused', async (line, expected, remedy) => {
    const { code, err, rows } = await predictions(trained, ...line.split(' '));
    expect([code, rows]).toEqual([1, ['']]);
    expect(err).toContain(expected);
    expect(err).toContain(remedy);
  });
});

describe('a file that is written otherwise', () => {
  const wanted = () => predictions(trained).then(({ rows }) => rows);

  it('is read by another delimiter and another decimal mark, found out and told', async () => {
    const commas = await predictions(table('commas.csv', ',', '.'));
    expect(commas.err).toBe(
      'epochal predict: commas.csv: cells are parted by ",", as was found out.\n',
    );
    expect(commas.rows).toEqual(await wanted());
    const tabs = await predictions(table('tabs.csv', '\t', ',', ['color', 'amount', 'customer']));
    expect(tabs.err).toContain('parted by "\\t", with a comma before fractions');
    expect(tabs.rows).toEqual(await wanted());
  });

  it('is read as is said', async () => {
    const points = table('points.csv', ';', '.');
    const refused = await predictions(points);
    expect([refused.code, refused.err]).toEqual([
      1,
      `epochal: points.csv, row 2, column 2 (amount): Expected a number; received "0.25". The model was trained on numbers with ',' before the fraction; say where they are written otherwise: --decimal '.'.\n`,
    ]);
    const { err, rows } = await predictions(points, '--decimal', '.');
    expect([err, rows]).toEqual(['', await wanted()]);
    const bars = await predictions(table('bars.csv', '|', ','), '--delimiter', '|');
    expect([bars.err, bars.rows]).toEqual(['', await wanted()]);
  });

  it('is refused where it is said wrongly, with what would be right', async () => {
    const { code, err } = await predictions(at('commas.csv'), '--delimiter', ';');
    expect([code, err]).toEqual([
      1,
      `epochal: commas.csv: Expected two columns or more; received one, where cells are parted by ";". Leave --delimiter out, or give --delimiter ','.\n`,
    ]);
    const marks = await predictions(at('commas.csv'), '--thousands', ',', '--decimal', ',');
    expect([marks.code, marks.err]).toMatchObject([2, expect.stringContaining('--thousands')]);
  });

  it('is evaluated alike', async () => {
    const [one, other] = await Promise.all(
      [trained, at('commas.csv')].map((file) => run(['evaluate', model, file, '--json'])),
    );
    expect(other.out).toBe(one.out);
    expect(other.err).toContain('epochal evaluate: ');
  });
});

describe('standard input', () => {
  const program = at('epochal.mjs');
  const pipe = (input: string, ...words: string[]) =>
    spawnSync(process.execPath, [program, ...words], { cwd: folder, input, encoding: 'utf8' });

  beforeAll(() => bundleCommand(program));

  it('is read by train, evaluate, predict, find-epochs and find-learning-rate where the file is -', () => {
    writeIris(at('iris.csv'));
    const text = readFileSync(at('iris.csv'), 'utf8');
    const words = ['-', '--target', 'species', '--epochs', '2'];
    const train = pipe(text, 'train', ...words, '--save', 'piped.st');
    expect([train.status, train.stderr]).toEqual([0, '']);
    expect(train.stdout).toContain('standard input: 150 samples of 4 features');
    const file = pipe('', 'train', 'iris.csv', ...words.slice(1), '--save', 'file.st');
    expect([file.status, file.stderr]).toEqual([0, '']);
    expect(readFileSync(at('piped.st'))).toEqual(readFileSync(at('file.st')));
    expect(pipe(text, 'evaluate', 'piped.st', '-').stdout).toContain('standard input: 150 samples');
    expect(pipe(text, 'predict', 'piped.st', '-').stdout).toBe(
      pipe('', 'predict', 'piped.st', 'iris.csv').stdout,
    );
    for (const name of ['find-epochs', 'find-learning-rate']) {
      expect(pipe(text, name, ...words)).toMatchObject({ status: 0, stderr: '' });
    }
  }, 60_000);

  it('may be long, and says what is wrong in it', () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `${i},${(i * 7) % 11},${i % 2}`);
    const long = pipe(
      `a,b,y\n${rows.join('\n')}\n`,
      'train',
      '-',
      '--target',
      'y',
      '--epochs',
      '1',
    );
    expect(long.stdout).toContain('30,000 samples');
    const wrong = pipe('a,y\n1,2\nx,3\n', 'train', '-', '--target', 'y');
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain('standard input, ');
    expect(pipe('', 'train', '-', '--target', 'y').stderr).toBe(
      'epochal: standard input: Expected rows of cells; received an empty file. Give a table: a row of names, then a row for each sample.\n',
    );
  }, 60_000);
});
