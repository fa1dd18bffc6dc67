/** A table is parsed once, whatever its target turns out to be. */
import { beforeEach, expect, it, vi } from 'vitest';
import { readTable } from '../../../../src/cli/learning/data.ts';
import * as cells from '../../../../src/formats/csv/cells.ts';
import { writeText } from '../../../cli/files.ts';
import { workFolder } from '../../../cli/run.ts';

vi.mock('../../../../src/formats/csv/cells.ts', async (original) => {
  const actual = await original<typeof cells>();
  return { ...actual, cellReader: vi.fn(actual.cellReader) };
});

beforeEach(() => {
  vi.mocked(cells.cellReader).mockClear();
});

const { at } = workFolder();
const table = (targets: readonly (number | string)[]) =>
  writeText(at('table.csv'), `x,y\n${targets.map((y, x) => `${x},${y}\n`).join('')}`);
const read = (targets: readonly (number | string)[], task?: 'classification' | 'regression') =>
  readTable(table(targets), {
    ...{ target: ['y'], task, noHeader: false, delimiter: ',', decimal: '.' },
  } as never);
const digits = Array.from({ length: 20 }, (_, i) => [10, 2][i % 2]);
const prices = Array.from({ length: 20 }, (_, i) => i + 0.5);

it.each([
  ['digits', digits, undefined, 'classification', ['2', '10'], 'y holds 2 different whole numbers'],
  ['digits as numbers', digits, 'regression', 'regression', undefined, 'as asked'],
  ['prices', prices, undefined, 'regression', undefined, 'y holds 20 different numbers'],
  ['prices as classes', prices, 'classification', 'classification', prices.map(String), 'as asked'],
  ['names', ['a', 'b', 'a'], undefined, 'classification', ['a', 'b'], 'y holds names'],
] as const)('of %s', (_, targets, asked, task, classNames, because) => {
  const found = read(targets, asked);
  expect(found).toMatchObject({ task, because });
  expect(found.dataset.classNames).toEqual(classNames);
  const values = found.dataset.targets.toTypedArray();
  const wanted = targets.map((y) => (classNames ? classNames.indexOf(`${y}` as never) : y));
  expect([...values]).toEqual(wanted);
  expect(found.schema.targets[0].kind).toBe(classNames ? 'categorical' : 'numeric');
  expect(cells.cellReader).toHaveBeenCalledTimes(1);
});
