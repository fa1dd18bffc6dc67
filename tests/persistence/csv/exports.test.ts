/** Files that pandas, R and LibreOffice have written: see tests/fixtures/csv/README.md. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CsvOptions, readCsv, readCsvWith } from '../../../src/persistence/index.ts';
import { refusal } from '../files.ts';

const load = (name: string) => readFileSync(new URL(`../../fixtures/csv/${name}`, import.meta.url));

const base: CsvOptions = {
  target: 'bought',
  columns: { age: { missing: 'median' }, town: { missing: { constant: 'none' } } },
};
const europe = { decimal: ',' } as const;

const ages = [31, 47, 47, 52, 29, 63];
const incomes = [1234.5, 980, 12500.25, 1000000, 7.125, 3100];
const towns = ['Köln', 'Nîmes', 'Köln', 'none', 'São Paulo, SP', 'Nîmes'];
const notes = ['a "b"', 'c', 'a "b"', 'c', 'c', 'd;e'];

describe.each<[string, Partial<CsvOptions>, ignored?: number]>([
  ['pandas.csv', {}, 1],
  ['pandas_nullable.csv', {}, 1],
  ['pandas_europe.csv', europe],
  ['pandas.tsv', {}],
  ['pandas_na.csv', {}],
  ['pandas_null.csv', {}],
  ['pandas_none.csv', {}],
  ['pandas_excel.csv', {}],
  ['r.csv', {}, 1],
  ['r_europe.csv', europe, 1],
  ['r_labels.csv', {}, 1],
  ['libreoffice_us.csv', {}],
  ['libreoffice_germany.csv', { decimal: ',', thousands: '.' }],
])('%s', (name, options, ignored = 0) => {
  const { dataset, schema, report } = readCsv(load(name), { ...base, ...options });

  it('is the table that it was', () => {
    const rows = dataset.inputs.toArray() as number[][];
    const names = dataset.featureNames ?? [];
    const column = (feature: string) => rows.map((row) => row[names.indexOf(feature)]);
    expect(column('age')).toEqual(ages);
    expect(column('income')).toEqual(incomes);
    for (const town of new Set(towns)) {
      expect(column(`town=${town}`)).toEqual(towns.map((own) => (own === town ? 1 : 0)));
    }
    for (const note of new Set(notes)) {
      expect(column(`note=${note}`)).toEqual(notes.map((own) => (own === note ? 1 : 0)));
    }
    expect(dataset.classNames).toEqual(['no', 'yes']);
    expect(dataset.targets.toArray()).toEqual([1, 0, 1, 1, 0, 0]);
    expect(schema.inputs.map((column) => column.name)).toEqual([
      'age',
      'income',
      'married',
      'town',
      'note',
    ]);
  });

  it('says how it was read', () => {
    expect(report.columns.filter(({ readAs }) => readAs === 'nothing')).toHaveLength(ignored);
    const town = report.columns.find((column) => column.name === 'town');
    expect(town).toMatchObject({ readAs: 'categories', features: 4, missing: 1, fill: 'none' });
    const age = report.columns.find((column) => column.name === 'age');
    expect(age).toMatchObject({ readAs: 'numbers', missing: 1, fill: 47, position: 1 + ignored });
  });

  it('is read alike by its schema', () => {
    const again = readCsvWith(JSON.parse(JSON.stringify(schema)), load(name));
    expect(again.inputs.toArray()).toEqual(dataset.inputs.toArray());
  });
});

describe('what has to be said', () => {
  it('is found out or named where a comma is the decimal mark', () => {
    for (const name of ['pandas_europe.csv', 'r_europe.csv', 'libreoffice_germany.csv']) {
      const { schema, dataset } = readCsv(load(name), base);
      expect(schema.decimal).toBe(',');
      const said = readCsv(load(name), { ...base, decimal: ',' });
      expect(dataset.inputs.toArray()).toEqual(said.dataset.inputs.toArray());
      expect(refusal(() => readCsv(load(name), { ...base, decimal: '.' })).remedy).toContain(
        "{ decimal: ','",
      );
    }
  });

  it('is named where thousands are parted, as spreadsheets show them', () => {
    const excel = '\ufeffprice,y\r\n"1,234.50",1\r\n950,2\r\n"-1,000,000",3\r\n';
    const error = refusal(() => readCsv(excel, { target: 'y' }));
    expect(error.where).toBe('readCsv, row 3, column 1 (price)');
    expect(error.received).toBe('2 others and 1 number: "950" in row 3');
    expect(error.remedy).toContain("{ thousands: ',' }");
    const { dataset } = readCsv(excel, { target: 'y', thousands: ',' });
    expect(dataset.inputs.toArray()).toEqual([[1234.5], [950], [-1000000]]);
  });

  it('is the delimiter, only if it was said wrongly', () => {
    const error = refusal(() => readCsv(load('pandas.tsv'), { ...base, delimiter: ';' }));
    expect(error.remedy).toContain('parted by "\\t"');
  });

  it('is a name for the labels of write.table', () => {
    const error = refusal(() => readCsv(load('r_table.csv'), base));
    expect(error.where).toBe('readCsv, row 2, column 6');
  });
});
