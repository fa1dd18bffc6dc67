/** The code that `train` prints under "Using the model": it compiles, runs, and says what `predict` says. */
import { copyFileSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeDiabetes, writeIris, writeText } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';
import { execute } from '../../../docs/execute.ts';
import { typeErrors } from '../../../docs/types.ts';

const { at } = workFolder();
writeIris(at('iris.csv'));
writeDiabetes(at('diabetes.csv'));
const rows = Array.from({ length: 80 }, (_, i) => [i % 13, (i * 7) % 11]);
writeText(at('two.csv'), 'a,b,y', ...rows.map(([a, b]) => `${a},${b},${a > b ? 'more' : 'less'}`));
writeText(
  at('both.csv'),
  'a,b,sum,difference',
  ...rows.map(([a, b]) => `${a},${b},${a + b + 0.5},${a - b}`),
);

it.each([
  ['classes', 'iris.csv', ['species'], []],
  ['two classes by one output', 'two.csv', ['y'], ['--loss', 'sigmoidBinaryCrossEntropy']],
  ['numbers', 'diabetes.csv', ['progression'], []],
  ['several numbers', 'both.csv', ['sum', 'difference'], []],
] as const)('of %s', async (_, table, targets, options) => {
  const saved = at("it's a model.safetensors");
  const words = ['train', at(table), '--target', targets.join(), '--epochs', '8', ...options];
  const { code, out } = await run([...words, '--save', saved]);
  expect(code).toBe(0);
  const printed = out.slice(out.indexOf('  import { loadCsvWith')).replaceAll(/^ {2}/gm, '');
  const block = { text: printed, first: 1, last: 1, language: 'ts', info: '' };
  const place = { place: 'Using the model', reason: '', printedBefore: '', output: undefined };
  const example = { ...place, kind: 'program', program: printed, block } as never;
  expect(typeErrors([example], STRICT)).toEqual([]);

  copyFileSync(at(table), at('data.csv'));
  const program = printed.replace("'data.csv'", JSON.stringify(at('data.csv')));
  const said = await execute(
    program.replace(/console\.log\((.+)\);/, 'console.log(JSON.stringify($1));'),
  );
  const predicted = await run(['predict', saved, at('data.csv'), '--keep', 'none']);
  const [, ...lines] = predicted.out.trimEnd().split('\n');
  const wanted = lines.map((line) => line.split(',').slice(0, targets.length));
  const values = (JSON.parse(said) as (string | number | number[])[]).map((value) =>
    [value].flat(),
  );
  expect(values.length).toBe(readFileSync(at(table), 'utf8').trimEnd().split('\n').length - 1);
  values.forEach((row, k) => {
    row.forEach((value, j) => {
      if (typeof value === 'number') expect(value).toBeCloseTo(Number(wanted[k][j]), 3);
      else expect(value).toBe(wanted[k][j]);
    });
  });
});

/** As strict as users compile. */
const STRICT = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
} as const;
