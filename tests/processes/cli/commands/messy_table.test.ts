/**
 * The first hour of somebody with a table as it is: exported by a spreadsheet of central Europe, with
 * identifiers, gaps, dates, names in quotes and few of those who are looked for.
 */
import { expect, it } from 'vitest';
import { writeText } from '../../../cli/files.ts';
import { run, workFolder } from '../../../cli/run.ts';
import { wordsOf } from '../errors/complains.ts';

const { folder, at } = workFolder();

const towns = ['"Bern; Mitte"', 'Ulm', 'Graz'];

/** Who stays away for long and lives in Ulm, cancels. */
function row(i: number): string {
  const away = (i * 53) % 97;
  const town = towns[(i * 7) % 3];
  const cancelled = away > 70 && town === 'Ulm' ? 'ja' : 'nein';
  const since = `${String(1 + (i % 28)).padStart(2, '0')}.${String(1 + (i % 12)).padStart(2, '0')}.2024`;
  const sum = i % 17 === 3 ? '-' : `1.${String(100 + i).padStart(3, '0')},${i % 10}0`;
  return [`K${1000 + i}`, since, town, `${away},5`, sum, cancelled].join(';');
}

const header = 'Kunde;seit;Ort;fern;Umsatz;gekündigt';
writeText(at('kunden.csv'), header, ...Array.from({ length: 240 }, (_, i) => row(i)));
writeText(
  at('neue.csv'),
  'Kunde\tOrt\tseit\tfern\tUmsatz',
  'K9001\tUlm\t03.05.2025\t90,5\t1.200,10',
  '"K9002"\tWien\t04.05.2025\t2,5\t-',
);

async function typed(line: string) {
  const { code, out, err } = await run(wordsOf(line, at));
  return { code, out, err: err.replaceAll(`${folder}/`, '') };
}

it('is refused step by step until all is said, and then trained, tested and used', async () => {
  const first = await typed('train @kunden.csv --target gekündigt');
  expect([first.code, first.err]).toMatchObject([1, expect.stringContaining('--ignore Kunde')]);

  const words = 'train @kunden.csv --target gekündigt --ignore Kunde';
  const second = await typed(words);
  expect(second.code).toBe(1);
  expect(second.err).toContain('column 5 (Umsatz)');
  expect(second.err).toContain("--decimal ',' --thousands '.'");

  const third = await typed(`${words} --decimal ',' --thousands '.'`);
  expect(third.code).toBe(1);
  expect(third.err).toContain('"-" in row 5');
  expect(third.err).toContain('--missing-values');

  // Once it is known what is missing, the marks are found out.
  const fourth = await typed(`${words} --missing-values -`);
  expect([fourth.code, fourth.err]).toMatchObject([
    1,
    expect.stringContaining('--missing median, mean or mode'),
  ]);

  const learning =
    `${words} --missing-values - --missing mode ` +
    '--unknown ignore --class-weights balanced --schedule cosine --test 0.2 --epochs 40 --seed 7';
  const trained = await typed(`${learning} --save @kunden.safetensors`);
  expect([trained.code, trained.err]).toEqual([0, '']);
  for (const part of [
    'kunden.csv: 240 samples',
    'cells parted by ;',
    'a comma before fractions',
    'Kunde      left out',
    'seit       dates',
    '"Bern; Mitte"',
    'kept apart: 48 samples for the test',
    'The test, on 48 samples',
  ].map((text) => text.replaceAll('"', ''))) {
    expect(trained.out).toContain(part);
  }

  const predicted = await typed('predict @kunden.safetensors @neue.csv --probabilities');
  expect(predicted.code).toBe(0);
  expect(predicted.err).toContain('cells are parted by "\\t"');
  expect(predicted.err).toContain('1 cell of Ort passed over: not known from training.');
  const [head, ulm, vienna] = predicted.out.split('\n').map((line) => line.split(','));
  expect(head).toEqual([
    ...['Kunde', 'gekündigt', 'probability'],
    ...['probability of ja', 'probability of nein'],
  ]);
  expect([ulm.slice(0, 2), vienna.slice(0, 2)]).toEqual([
    ['K9001', 'ja'],
    ['K9002', 'nein'],
  ]);
});

it('the rate that was found is one that it learns with', async () => {
  const table = '@kunden.csv --target gekündigt --missing-values - --missing mode --ignore Kunde';
  const { code, out } = await typed(`find-learning-rate ${table} --seed 7`);
  expect(code).toBe(0);
  const command = /^ {2}npx epochal (.*)$/m.exec(out)?.[1] ?? '';
  const trained = await typed(`${command} --epochs 20`);
  expect([trained.code, trained.err]).toEqual([0, '']);
  expect(Number(/^accuracy +([\d.]+) %/m.exec(trained.out)?.[1])).toBeGreaterThan(85);
});
