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
      'cells:      parted by ;, as was found out',
      'numbers:    time, age',
      'categories: town (2), bought (2)',
      'left out:   column 1: it has no name, and another label in each row',
      'age: 1 missing, 23 in their place',
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

it('a decimal comma is named, then taken', async () => {
  const european = at('european.csv');
  const lines = rows.map((_, k) => `${k % 9},${k % 10};${k % 2}`);
  writeFileSync(european, `w;y\n${lines.join('\n')}\n`);
  const refused = await run(['train', european, '--target', 'y', '--epochs', '1']);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("Say how numbers are written: --decimal ','.");
  const { code } = await run([
    'train',
    european,
    '--target',
    'y',
    '--epochs',
    '1',
    '--decimal',
    ',',
  ]);
  expect(code).toBe(0);
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
