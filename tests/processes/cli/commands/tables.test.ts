/** Tables as they come: what the command says about them, and what it does not take. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadModel } from '../../../../src/node/index.ts';
import { run, workFolder } from '../../../cli/run.ts';

const { at } = workFolder();

/** Times that float32 does not tell apart, an index, gaps and a town. */
const rows = Array.from({ length: 40 }, (_, k) => {
  const age = k === 5 ? 'n/a' : String(20 + (k % 7));
  return `${k};${1_700_000_001 + k};${age};${['Ulm', 'Bern'][k % 2]};${['no', 'yes'][k % 2]}`;
});
const table = at('table.csv');
writeFileSync(table, `;time;age;town;bought\n${rows.join('\n')}\n`);
const words = ['--target', 'bought', '--missing', 'median', '--hidden', '4', '--epochs', '2'];

it('whole numbers that float32 does not hold are refused, with both remedies', async () => {
  const { code, out, err } = await run(['train', table, ...words]);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('received 1700000001, which would become 1700000000, and 39 more');
  expect(err).toContain('Keep the digits with --dtype float64, or round with --dtype float32.');
});

it('--dtype float64 goes through training, file, evaluation and prediction', async () => {
  const saved = at('wide.safetensors');
  const trained = await run(['train', table, ...words, '--dtype', 'float64', '--save', saved]);
  expect([trained.code, trained.err]).toEqual([0, '']);
  expect(trained.out).toContain(
    [
      'found out: cells parted by ;',
      'column    read as       missing   values',
      'column 1  left out                it has no name, and another label in each row',
      'time      numbers                 1700000001 to 1700000040',
      'age       numbers       1, as 23  20 to 26',
      'town      2 categories            Bern, Ulm',
      'bought    2 categories            no, yes',
    ].join('\n'),
  );
  const { model, scalers, schema } = loadModel(saved);
  expect([model.dtype, schema?.dtype, schema?.delimiter]).toEqual(['float64', 'float64', ';']);
  const { mean } = scalers[0].toJSON().values as { mean: number[] };
  expect(Math.abs(mean[0] - 1_700_000_020)).toBeLessThan(10);
  expect((await run(['evaluate', saved, table])).code).toBe(0);
  const { code, out } = await run(['predict', saved, table]);
  expect([code, out.trimEnd().split('\n').length]).toEqual([0, 41]);
});

it('--dtype float32 rounds, and says so', async () => {
  const { code, out } = await run(['train', table, ...words, '--dtype', 'float32']);
  expect(code).toBe(0);
  expect(out).toContain('time: ');
  expect(out).toContain('rounded, such as 1700000001 to 1700000000 in row 2');
});

it('a messy table is read as it is, and so are others afterwards', async () => {
  const messy = at('messy.csv');
  const lines = Array.from({ length: 60 }, (_, k) => {
    const day = `${1 + (k % 28)}.${1 + (k % 12)}.2024`;
    const price = k % 9 === 4 ? 'unbekannt' : `1.${100 + k},${k % 10}`;
    return `K-${1000 + k};${day};${price};${['Ulm', 'Bern', 'Rom'][k % 3]};${k % 2 === 0 ? 'ja' : 'nein'}`;
  });
  writeFileSync(messy, `kunde;tag;preis;ort;gekauft\n${lines.join('\n')}\n`);
  const saved = at('messy.safetensors');
  const read = ['--missing-values', 'unbekannt', '--missing', 'median', '--ignore', 'kunde'];
  const train = ['train', messy, '--target', 'gekauft', ...read, '--unknown', 'ignore'];
  const { code, out, err } = await run([...train, '--epochs', '2', '--save', saved]);
  expect([code, err]).toEqual([0, '']);
  for (const line of [
    /^found out: cells parted by ;, a comma before fractions, \. between thousands$/m,
    /^kunde +left out +as asked$/m,
    /^tag +dates, 4 features +2024-01-01 to 2024-12-24$/m,
    /^preis +numbers +7, as \d+\.\d+ +1100 to 1159\.9$/m,
    /^ort +3 categories +Bern, Rom, Ulm$/m,
  ]) {
    expect(out).toMatch(line);
  }
  const later = at('later.csv');
  writeFileSync(later, 'ort;tag;preis\nParis;1.2.2025;unbekannt\nUlm;15.12.2025;2.000,5\n');
  const predicted = await run(['predict', saved, later]);
  expect(predicted.code).toBe(0);
  expect(predicted.out.trimEnd().split('\n')).toHaveLength(3);
  expect(predicted.err).toBe(
    'epochal predict: 1 cell of ort passed over: not known from training.\n',
  );
  const strict = await run(['predict', saved, later, '--unknown', 'error']);
  expect(strict.code).toBe(1);
  expect(strict.err).toContain('to pass over such cells: --unknown ignore');
});

it('an identifier is told, and the order of dates is asked for', async () => {
  const orders = at('orders.csv');
  const cells = Array.from(
    { length: 20 },
    (_, k) => `${7000 + 3 * k},0${1 + (k % 9)}/05/2024,${k % 2}`,
  );
  writeFileSync(orders, `order_id,day,late\n${cells.join('\n')}\n`);
  const train = ['train', orders, '--target', 'late', '--epochs', '1'];
  const refused = await run(train);
  expect(refused.err).toContain('Say it: --date-order dmy or --date-order mdy');
  const { code, out } = await run([...train, '--date-order', 'dmy']);
  expect(code).toBe(0);
  expect(out).toMatch(/^day +dates, 4 features +2024-05-01 to 2024-05-09$/m);
  expect(out).toContain('order_id: has another value in each row, as an identifier does');
});

it('several targets of numbers are learned together', async () => {
  const both = at('both.csv');
  const cells = Array.from(
    { length: 40 },
    (_, k) => `${k % 7},${k % 5},${(k % 7) * 2.5},"${(k % 5) * 10}"`,
  );
  writeFileSync(both, `a,b,"low, EUR",high\n${cells.join('\n')}\n`);
  const saved = at('both.safetensors');
  const train = ['train', both, '--target', '"low, EUR",high', '--epochs', '60', '--save', saved];
  const { code, out, err } = await run(train);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('task: regression, because low, EUR, high are several columns of numbers');
  const predicted = await run(['predict', saved, both]);
  const [head, first] = predicted.out.split('\n');
  expect(head).toBe('"low, EUR",high');
  const [low, high] = first.split(',').map(Number);
  expect(Math.abs(low)).toBeLessThan(2);
  expect(Math.abs(high)).toBeLessThan(6);
  expect((await run(['evaluate', saved, both])).out).toMatch(/R² +0\.9/);
  const classes = await run([...train, '--task', 'classification']);
  expect(classes.err).toContain('--task classification: Expected one column of classes');
});

it('a pipe is read once', () => {
  const bin = fileURLToPath(new URL('../../../../src/cli/bin.ts', import.meta.url));
  const options = ['--target', 'y', '--epochs', '1', '--json'];
  // Numbers that turn out to be classes: the table has to be gone through twice.
  const input = `x,y\n${rows.map((_, k) => `${k % 9},${k % 2}`).join('\n')}\n`;
  const { status, stdout, stderr } = spawnSync(
    'sh',
    [
      '-c',
      'cat | "$0" --import tsx "$@"',
      process.execPath,
      bin,
      'train',
      '/dev/stdin',
      ...options,
    ],
    { input, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout.split('\n')[0])).toMatchObject({ task: 'classification', samples: 40 });
});

it('seeds that are written differently are different', async () => {
  const result = async (seed: string) => {
    const saved = at('seeded.safetensors');
    await run(['train', table, ...words, '--dtype', 'float64', '--seed', seed, '--save', saved]);
    return readFileSync(saved).toString('latin1');
  };
  expect(await result('9007199254740993')).not.toBe(await result('9007199254740992'));
});
