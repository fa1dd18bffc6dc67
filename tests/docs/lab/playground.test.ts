/** Playground: the code that it gives makes the same run, and tables of readers are read or refused in a sentence. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from 'epochal/learn';
import { readModel } from 'epochal/persistence';
import { expect, it } from 'vitest';
import { initialValues, type Values } from '../../../docs/lab/core/fields.ts';
import { openView, runView } from '../../../docs/lab/core/view.ts';
import { ownTableRun } from '../../../docs/lab/runs/own_table.ts';
import { playgroundRun } from '../../../docs/lab/runs/playground.ts';
import { codeOf, type OwnTable } from '../../../docs/lab/views/playground.ts';

const root = join(import.meta.dirname, '../../..');
const initial = { ...initialValues(playgroundRun.fields), epochs: 4 };
const rows = Array.from({ length: 40 }, (_, row) => [row % 7, (row * row) % 11, row % 3]);
const several = `a,b,kind\n${rows.map(([a, b, c]) => `${a},${b},k${c}`).join('\n')}\n`;
const rare = `a,b,kind\n${rows.map(([a, b], row) => `${a},${b},${row < 2 ? 'rare' : 'usual'}`).join('\n')}\n`;
const numbers = `a,b,"the ""goal"""\n${rows.map(([a, b]) => `${a},${b},${a * 2.5 - b}`).join('\n')}\n`;

function runCode(code: string, table?: OwnTable): string {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  try {
    const sourced = code.replace(
      /from 'epochal(\/\w+)?'/g,
      (_, part = '') => `from '${root}/src${part}/index.ts'`,
    );
    writeFileSync(join(folder, 'run.mts'), sourced);
    if (table) writeFileSync(join(folder, 'data.csv'), table.text);
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    return execFileSync(process.execPath, [tsx, 'run.mts'], { cwd: folder, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each<[Values, OwnTable | undefined]>([
  [{}, undefined],
  [
    { data: 'blobs', layers: 3, dropout: '0.2', activation: 'relu', optimizer: 'momentum' },
    undefined,
  ],
  [
    { layers: 0, batchSize: 7 },
    { text: several, target: 'kind' },
  ],
  [{}, { text: numbers, target: 'the "goal"' }],
  [{}, { text: rare, target: 'kind' }],
])(
  'gives the code of the same run: %o',
  (changed, table) => {
    const values = { ...initial, ...changed };
    const result = runView(ownTableRun, values, table);
    expect(runCode(codeOf(values, result, table), table)).toBe(
      `${result.iterations} ${result.weights}\n`,
    );
  },
  60_000,
);

it('gives the model as a file of the library', async () => {
  const session = openView(ownTableRun, initial, { text: several, target: 'kind' });
  const { file } = await session.about.answer('file');
  expect(file).toBeDefined();
  if (file) expect(fingerprint(readModel(file).model)).toBe(session.result.weights);
});

it.each([
  ['a,b\n1,2\n3\n', 'b'],
  ['', 'b'],
  ['a,b\n1,2\n', 'missing'],
])('says what is wrong with a broken table: %j', (text, target) => {
  expect(() => runView(ownTableRun, initial, { text, target })).toThrow(
    /readCsv|CSV|column|target/,
  );
});
