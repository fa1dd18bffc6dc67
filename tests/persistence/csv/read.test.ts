import { describe, expect, it } from 'vitest';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import { dense, sequential } from '../../../src/index.ts';
import type { CsvOptions, CsvSchema } from '../../../src/persistence/index.ts';
import { readCsv, readCsvWith, readModel, writeModel } from '../../../src/persistence/index.ts';
import { join, refusal } from '../files.ts';

const flowers = `length,color,species
5.1,white,setosa
7.0,blue,virginica
6.2,white,setosa
`;

describe('readCsv', () => {
  it('reads numbers, categories and classes', () => {
    const { dataset } = readCsv(flowers, { target: 'species' });
    expect(dataset.inputs.toArray()).toEqual([
      [Math.fround(5.1), 0, 1],
      [7, 1, 0],
      [Math.fround(6.2), 0, 1],
    ]);
    expect(dataset.featureNames).toEqual(['length', 'color=blue', 'color=white']);
    expect([dataset.targets.toArray(), dataset.targets.dtype]).toEqual([[0, 1, 0], 'int32']);
    expect(dataset.classNames).toEqual(['setosa', 'virginica']);
    expect(dataset.size).toBe(3);
  });

  it('reads a numeric target as a column of values', () => {
    const { dataset } = readCsv(flowers, { target: 'length', dtype: 'float64' });
    expect(dataset.targets.toArray()).toEqual([[5.1], [7], [6.2]]);
    expect([dataset.targets.dtype, dataset.inputs.dtype]).toEqual(['float64', 'float64']);
    expect(dataset.classNames).toBe(undefined);
  });

  it('numbers the categories alike, whatever the order of rows', () => {
    const [head, ...rows] = flowers.trim().split('\n');
    const reversed = readCsv([head, ...rows.reverse()].join('\n'), { target: 'species' });
    expect(reversed.schema).toEqual(readCsv(flowers, { target: 'species' }).schema);
    const ages = readCsv('age,y\n1,10\n1,9\n1,9.0\n', {
      target: 'y',
      columns: { y: 'categorical' },
    });
    expect(ages.dataset.classNames).toEqual(['9', '9.0', '10']);
  });

  it('takes bytes as well as text, with the mark that some programs put first', () => {
    const bytes = join([0xef, 0xbb, 0xbf], 'größe,y\n1,ä\n2,ö\n');
    const { dataset } = readCsv(bytes, { target: 'y' });
    expect([dataset.featureNames, dataset.classNames]).toEqual([['größe'], ['ä', 'ö']]);
    expect(readCsv('\ufeffa,y\n1,2', { target: 'y' }).dataset.featureNames).toEqual(['a']);
  });

  it('reads files without header, and with another delimiter', () => {
    const { dataset } = readCsv('1;2;3\n4;5;6\n', {
      target: 'column2',
      header: false,
      delimiter: ';',
    });
    expect(dataset.inputs.toArray()).toEqual([
      [1, 3],
      [4, 6],
    ]);
    expect(dataset.targets.toArray()).toEqual([[2], [5]]);
  });

  it('takes a column as what it is declared to be, or not at all', () => {
    const text = 'id,zip,y\nx,10115,1\ny,20095,2\n';
    const columns = { id: 'ignore', zip: { kind: 'categorical' } } as const;
    const { dataset, schema } = readCsv(text, { target: 'y', columns });
    expect(dataset.featureNames).toEqual(['zip=10115', 'zip=20095']);
    expect(schema.inputs.map(({ name }) => name)).toEqual(['zip']);
  });

  it('decides by values, not by missing ones', () => {
    const options: CsvOptions = { target: 'y', missing: 'mode' };
    const { schema } = readCsv('a,b,y\n?,NA,1\n,1,2\nx,2,3\n', options);
    expect(schema.inputs.map(({ kind }) => kind)).toEqual(['categorical', 'numeric']);
  });

  it.each(['1', '-1.5', '+2', '.5', '1.', '1e3', '-1.5E-3', '007'])(
    'knows the number %s',
    (text) => {
      const { dataset } = readCsv(`a,y\n${text},1\n`, { target: 'y', dtype: 'float64' });
      expect(dataset.inputs.toArray()).toEqual([[Number(text)]]);
    },
  );

  it.each(['1e', '--1', '1-2', '1.2.3', '0x10', '1 000', 'Infinity', '١', '1_000', 'e5'])(
    'does not take %s for a number',
    (text) => {
      const error = refusal(() => readCsv(`a,y\n0,1\n"${text}",1\n`, { target: 'y' }));
      expect(error.where).toBe('readCsv, row 3, column 1 (a)');
      expect(error.remedy).toContain("'categorical'");
    },
  );

  it('takes the keys of every object for names of columns', () => {
    const names = '__proto__,constructor,toString,y\n1,2,a,3\n';
    const columns = { toString: 'categorical' } as const;
    const { dataset } = readCsv(names, { target: 'y', columns });
    expect(dataset.featureNames).toEqual(['__proto__', 'constructor', 'toString=a']);
    expect(refusal(() => readCsv('a,y\n1,2', { target: '__proto__' })).expected).toContain(
      '__proto__',
    );
  });
});

describe('a column is decided by all of its cells', () => {
  const read = (cells: readonly string[], options: Partial<CsvOptions> = {}) =>
    readCsv(`a,y\n${cells.map((cell) => `"${cell}",1\n`).join('')}`, { target: 'y', ...options });

  it.each<[readonly string[], string, RegExp]>([
    [['x', '1', '2'], 'row 2', /2 numbers and 1 other: "x" in row 2/],
    [['1', '2', 'x', '3', 'y', 'y'], 'row 4', /3 numbers and 3 others: "x" in row 4/],
    [['x', 'y', '7', 'z'], 'row 4', /3 others and 1 number: "7" in row 4/],
    [['1', 'a', 'b', 'c', 'd', '2', '3', '4', '5'], 'row 3', /"c" in row 5 and 1 more/],
    [['1,234', '5,678'], 'row 2', /{ decimal: ',' } or { thousands: ',' }/],
    [["1'234.5", '2'], 'row 2', /{ thousands: "'" }/],
    [['$5', '$7'], 'row 2', /Remove the sign/],
    [['12 %', '7%'], 'row 2', /Remove the sign/],
    [['1,5', '1,000.5'], 'row 2', /in the same way/],
    [['town', '1,5'], 'row 3', /others in 1 of 2 cells/],
  ])('%j is refused', (cells, row, words) => {
    const error = refusal(() => read(cells));
    expect(error).toBeInstanceOf(DataError);
    expect(error.where).toBe(`readCsv, ${row}, column 1 (a)`);
    expect(error.message).toMatch(words);
    const declared = read(cells, { columns: { a: 'categorical' } });
    expect(declared.schema.inputs[0].kind).toBe('categorical');
  });

  it.each([
    [['2024-13-02', '2023-05-06']],
    [['2024-01-02', 'later']],
    [['1.2.3', '1.2.4']],
    [['12:30', '7:15']],
    [['a1', 'b2']],
  ])('%j is text', (cells) => {
    expect(read(cells).schema.inputs[0].kind).toBe('categorical');
  });

  it('in the notation that is said, and in no other', () => {
    const european = { decimal: ',', thousands: '.' } as const;
    const { dataset } = read(['1.234.567,5', '-0,25', '1e3', '12'], european);
    expect(dataset.inputs.toArray()).toEqual([[1234567.5], [-0.25], [1000], [12]]);
    expect(refusal(() => read(['1.5', '2,5'], european)).received).toContain('"1.5" in row 2');
    expect(refusal(() => read(['12.34', '2'], { thousands: ',', decimal: ',' }))).toBeInstanceOf(
      OptionError,
    );
  });
});

describe('digits', () => {
  const read = (cell: string, dtype?: 'float32' | 'float64') =>
    readCsv(`a,y\n1,1\n${cell},2\n`, { target: 'y', ...(dtype && { dtype }) });

  it('of whole numbers are not lost unasked', () => {
    const error = refusal(() => read('1700000001'));
    expect(error.where).toBe('readCsv, row 3, column 1 (a)');
    expect(error.received).toBe('1700000001, which would become 1700000000');
    expect(read('1700000001', 'float64').dataset.inputs.toArray()).toEqual([[1], [1700000001]]);
    const { dataset, report } = read('1700000001', 'float32');
    expect(dataset.inputs.toArray()).toEqual([[1], [1700000000]]);
    expect(report.columns[0].rounded).toEqual({
      cells: 1,
      first: { row: 3, text: '1700000001', value: 1700000000 },
    });
    expect(String(report)).toContain('a: 1 rounded, such as 1700000001 to 1700000000 in row 3');
    const several = readCsv('a,y\n1700000001,1\n2,2\n1700000003,3\n', {
      target: 'y',
      dtype: 'float32',
    });
    expect(several.report.columns[0].rounded).toMatchObject({ cells: 2, first: { row: 2 } });
  });

  it.each(['16777217', '-16777217.0', '+0016777217', '33554431'])('%s has too many', (cell) => {
    expect(refusal(() => read(cell)).remedy).toContain("{ dtype: 'float64' }");
  });

  it.each(['16777216', '16777218', '1e9', '1.7000000011e9', '3.141592653589793', '0.1'])(
    '%s does not',
    (cell) => {
      expect(read(cell).dataset.inputs.toArray()).toEqual([[1], [Math.fround(Number(cell))]]);
    },
  );

  it('that no dtype holds are refused likewise', () => {
    expect(refusal(() => read('9007199254740993')).remedy).toContain("'ignore'");
    expect(read('9007199254740993', 'float64').report.columns[0].rounded?.cells).toBe(1);
  });

  it('are kept in other files that are read by the schema', () => {
    const { schema } = read('5');
    const error = refusal(() => readCsvWith(schema, 'a\n16777217\n'));
    expect(error.remedy).toBe(
      "Correct the cell, or read the file that was learned from with { dtype: 'float64' }.",
    );
    const rounding = read('5', 'float32').schema;
    expect(readCsvWith(rounding, 'a\n16777217\n').report.columns[0].rounded?.cells).toBe(1);
  });

  it('of a mean are those of all rows', () => {
    const rows = Array.from({ length: 100_000 }, (_, k) => (k % 2 === 0 ? '0.1,1' : '0.2,1'));
    const { schema } = readCsv(`a,y\n${rows.join('\n')}\n,1\n`, { target: 'y', missing: 'mean' });
    expect(schema.inputs[0].fill).toBeCloseTo(0.15, 16);
  });
});

describe('the delimiter', () => {
  it.each([
    ['a;b;y\n1;2;3\n', ';'],
    ['a;b;y\n1,5;2,25;3\n', ';'],
    ['weight, kg;y\n1;2\n', ';'],
    ['a\ty\n1\t2\n', '\t'],
    ['a|y\n1|2\n', '|'],
    ['a,y\n"x;y;z",2\n', ','],
    ['"a;b",y\n1,2\n', ','],
    ['a;y\n1;2\n1\n', ';'],
  ])('of %j is found', (text, delimiter) => {
    const decimal = text.includes('1,5') ? ',' : '.';
    const read = () => readCsv(text, { target: 'y', decimal }).report;
    if (text.endsWith('\n1\n')) expect(refusal(read).where).toBe('readCsv, row 3, column 1');
    else expect(read()).toMatchObject({ delimiter, delimiterFound: true });
  });
});

describe('columns without a name', () => {
  it.each([
    ['numbers of rows', ',a,y\n0,5,1\n1,6,2\n2,7,3\n', 'it has no name, and another label'],
    ['numbers in any order', ',a,y\n7,5,1\n3,6,2\n', 'it has no name'],
    ['labels', '"","a","y"\n"Mazda",1,2\n"Fiat",2,3\n', 'it has no name'],
    ['nothing', 'a,y,\n1,2,\n3,4,\n', 'neither a name nor values'],
  ])('are left out, and said to be: %s', (_, text, because) => {
    const { dataset, report } = readCsv(text, { target: 'y' });
    expect(dataset.featureNames).toEqual(['a']);
    expect(report.columns.find(({ readAs }) => readAs === 'nothing')?.because).toContain(because);
    expect(String(report)).toMatch(/^column \d +left out /m);
  });

  it.each([
    ['labels twice', ',a,y\nx,1,2\nx,2,3\n'],
    ['numbers that begin again', ',a,y\n1,1,2\n2,2,3\n1,3,4\n'],
    ['values in another place', 'a,,y\n1,2,3\n'],
  ])('are refused with %s', (_, text) => {
    expect(refusal(() => readCsv(text, { target: 'y' })).remedy).toContain('Name the column.');
  });

  it('a column that counts the rows is read, and said to', () => {
    const rows = Array.from({ length: 12 }, (_, k) => `${k},${k / 2}`).join('\n');
    expect(String(readCsv(`id,y\n${rows}`, { target: 'y' }).report)).toContain(
      'id: counts the rows',
    );
  });
});

describe('missing values', () => {
  const text = 'a,color,y\n1,red,1\n,,2\n4,blue,3\n4,red,4\n3,NA,5\n';

  it('are refused, with row, column and remedy', () => {
    const error = refusal(() => readCsv(text, { target: 'y', file: 'x.csv' }));
    expect(error).toBeInstanceOf(DataError);
    expect(error.where).toBe('x.csv, row 3, column 1 (a)');
    expect(error.remedy).toContain('missing');
  });

  it.each([
    ['mean', 3],
    ['median', 3.5],
    ['mode', 4],
    [{ constant: -1 }, -1],
  ] as const)('become the %j of their column', (missing, fill) => {
    const columns = { a: { missing }, color: { missing: 'mode' } } as const;
    const { dataset, schema } = readCsv(text, { target: 'y', columns });
    expect((dataset.inputs.toArray() as number[][]).map((row) => row[0])).toEqual([
      1,
      fill,
      4,
      4,
      3,
    ]);
    expect(schema.inputs[0]).toEqual({ name: 'a', kind: 'numeric', fill });
    expect(schema.inputs[1]).toMatchObject({ fill: 'red', categories: ['blue', 'red'] });
  });

  it('become a category of their own', () => {
    const columns = { a: 'ignore', color: { missing: { constant: 'none' } } } as const;
    const { dataset, schema } = readCsv(text, { target: 'y', columns });
    expect(schema.inputs[0]).toMatchObject({ categories: ['blue', 'none', 'red'], fill: 'none' });
    expect(dataset.inputs.toArray()).toEqual([
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ]);
  });

  it('are never the most frequent category, however many they are', () => {
    const rows = ['red', '', '', '', 'blue', 'blue'].map((color) => `${color},1\n`).join('');
    const { dataset, schema } = readCsv(`color,y\n${rows}`, { target: 'y', missing: 'mode' });
    expect(schema.inputs[0]).toMatchObject({ fill: 'blue' });
    expect(dataset.inputs.toArray()).toEqual([[0, 1], ...new Array(5).fill([1, 0])]);
  });

  it.each([
    ['mean', 3],
    ['median', 3.5],
  ] as const)(
    'take the most frequent category where the %s of numbers is asked for',
    (missing, fill) => {
      const { dataset, schema, report } = readCsv(text, { target: 'y', missing });
      const columns = { a: { missing }, color: { missing: 'mode' } } as const;
      const each = readCsv(text, { target: 'y', columns });
      expect(dataset.inputs.toArray()).toEqual(each.dataset.inputs.toArray());
      expect(schema.inputs.map((column) => column.fill)).toEqual([fill, 'red']);
      expect(`${report}`).toContain('as red');
    },
  );

  it.each(['mean', 'median'] as const)(
    'have no %s among categories where that is asked of one column',
    (missing) => {
      const columns = { a: { missing }, color: { missing } };
      const error = refusal(() => readCsv(text, { target: 'y', columns }));
      expect(error.where).toBe('readCsv, row 3, column 2 (color)');
      expect(error.expected).toContain(`no ${missing} of categories`);
      expect(error.remedy).toBe('Choose { columns: { "color": { missing: \'mode\' } } }.');
    },
  );

  it('are what the caller says', () => {
    const read = readCsv('a,y\n-999,1\n5,2\n', {
      target: 'y',
      missing: 'mean',
      missingValues: ['-999'],
    });
    expect(read.dataset.inputs.toArray()).toEqual([[5], [5]]);
  });

  it('are never made up for a target', () => {
    const error = refusal(() => readCsv('a,y\n1,\n', { target: 'y', missing: 'mean' }));
    expect(error.where).toBe('readCsv, row 2, column 2 (y)');
    const options: CsvOptions = { target: 'y', columns: { y: { missing: 'mean' } } };
    expect(refusal(() => readCsv('a,y\n1,\n', options))).toBeInstanceOf(OptionError);
  });

  it('have a middle also between two', () => {
    const even = readCsv('a,y\n3,1\n10,1\n1,1\n2,1\n,1', { target: 'y', missing: 'median' });
    expect(even.schema.inputs[0].fill).toBe(2.5);
  });

  it('take the first of equally frequent values', () => {
    const tie = readCsv('a,b,y\n2,q,1\n1,p,1\n,,1', { target: 'y', missing: 'mode' });
    expect(tie.schema.inputs.map(({ fill }) => fill)).toEqual([2, 'q']);
  });
});

describe('readCsv refuses', () => {
  const many = Array.from({ length: 101 }, (_, i) => `name${i},1`).join('\n');

  it.each<[string, string | Uint8Array, string, string]>([
    ['an empty file', '', 'readCsv', 'an empty file'],
    ['a header alone', 'a,y\n', 'readCsv', 'a row after the header'],
    ['a file without the target', 'a,b\n1,2\n', 'readCsv', 'a column named "y"'],
    ['a file with nothing but the target', 'y\n1\n', 'readCsv', 'besides the target'],
    ['a name twice', 'a,y,a\n1,2,3\n', 'readCsv, header, column 3', 'no other column'],
    ['no name', 'a,,y\n1,2,3\n', 'readCsv, column 2', 'a name in the header'],
    ['a short row', 'a,b,y\n1,2,3\n1,2\n', 'readCsv, row 3, column 2', '3 cells'],
    ['a long row', 'a,y\n1,2,3\n', 'readCsv, row 2, column 2', '2 cells'],
    ['a very long row', 'a,y\n1,2,3,4,5\n', 'readCsv, row 2, column 2', '2 cells'],
    ['a number that float32 cannot hold', 'a,y\n1e39,1\n', 'readCsv, row 2, column 1 (a)', 'hold'],
    [
      'a number that nothing can hold',
      'a,y\n1,1\n1,1e999\n',
      'readCsv, row 3, column 2 (y)',
      'hold',
    ],
    ['a column of missing values', 'a,y\n,1\nNA,2\n', 'readCsv, column 1 (a)', 'one row or more'],
    [
      'names in the place of categories',
      `a,y\n${many}`,
      'readCsv, row 102, column 1 (a)',
      'at most 100',
    ],
    [
      'bytes that are no UTF-8',
      join('a,y\n1,2\n1,', [0xe9], '\n'),
      'readCsv, row 3, column 2',
      'UTF-8',
    ],
    ['UTF-16', join([0xff, 0xfe], 'a\0,\0y\0\n\0'), 'readCsv, row 1, column 1', 'UTF-8'],
  ])('%s', (_, source, where, words) => {
    const error = refusal(() => readCsv(source, { target: 'y', missing: 'mode' }));
    expect(error).toBeInstanceOf(DataError);
    expect(error.where).toBe(where);
    expect(error.message).toContain(words);
  });

  it.each<[object, string]>([
    [{}, 'readCsv.target'],
    [{ target: 'y', seperator: ';' }, 'readCsv'],
    [{ target: 'y', delimiter: ';;' }, 'readCsv.delimiter'],
    [{ target: 'y', delimiter: '"' }, 'readCsv.delimiter'],
    [{ target: 'y', missing: 'median ' }, 'readCsv.missing'],
    [{ target: 'y', missing: { constant: null } }, 'readCsv.missing'],
    [{ target: 'y', dtype: 'int32' }, 'readCsv.dtype'],
    [{ target: 'y', columns: { a: 'text' } }, 'readCsv.columns.a.kind'],
    [{ target: 'y', columns: { a: { fill: 1 } } }, 'readCsv.columns.a'],
    [{ target: 'y', columns: { y: 'ignore' } }, 'readCsv.columns.y'],
  ])('the options %j', (options, where) => {
    const error = refusal(() => readCsv('a,y\n1,2\n', options as CsvOptions));
    expect(error).toBeInstanceOf(OptionError);
    expect(error.where).toBe(where);
  });

  it('columns that are described but not there', () => {
    const options: CsvOptions = { target: 'y', columns: { b: 'ignore' } };
    expect(refusal(() => readCsv('a,y\n1,2\n', options)).expected).toContain('"b"');
  });

  it('a constant that a numeric column cannot hold', () => {
    const options: CsvOptions = { target: 'y', missing: { constant: 'none' } };
    expect(refusal(() => readCsv('a,y\n1,2\n,3\n', options)).where).toBe('readCsv, column 1 (a)');
  });

  it('declared categories are taken, however many', () => {
    const options: CsvOptions = { target: 'y', columns: { a: 'categorical' } };
    expect(readCsv(`a,y\n${many}`, options).dataset.inputs.shape).toEqual([101, 101]);
  });
});

describe('readCsvWith', () => {
  const columns = { length: { missing: 'mean' } } as const;
  const { dataset, schema } = readCsv(flowers, { target: 'species', columns });
  const kept: CsvSchema = JSON.parse(JSON.stringify(schema));

  it('takes the file of a model in place of its schema, and says where it has none', () => {
    const model = sequential({ inputShape: [3], seed: 1 }, [dense({ units: 2 })]);
    const file = readModel(writeModel(model, { schema: kept }));
    expect(readCsvWith(file, flowers).inputs.toArray()).toEqual(
      readCsvWith(kept, flowers).inputs.toArray(),
    );
    for (const without of [readModel(writeModel(model)), { schema: undefined }]) {
      const error = refusal(() => readCsvWith(without as never, flowers));
      expect([error.name, error.received]).toEqual(['DataError', 'one without']);
      expect(error.remedy).toContain('saveModel(path, model, { schema, ... })');
    }
  });

  it('reads the same file alike, after its schema was JSON', () => {
    const read = readCsvWith(kept, flowers);
    expect(read.dataset?.inputs.toArray()).toEqual(dataset.inputs.toArray());
    expect(read.dataset?.targets.toArray()).toEqual(dataset.targets.toArray());
    expect(read.dataset?.classNames).toEqual(dataset.classNames);
  });

  it('finds columns by name, ignores others, and does without the target', () => {
    const read = readCsvWith(kept, 'color,id,length\nblue,x,1\nwhite,y,\n');
    const mean = Math.fround((5.1 + 7 + 6.2) / 3);
    expect(read.inputs.toArray()).toEqual([
      [1, 1, 0],
      [mean, 0, 1],
    ]);
    expect(read.dataset).toBe(undefined);
  });

  it('does not look at a target that is not known yet, if told so', () => {
    const text = 'length,color,species\n1,blue,\n';
    expect(refusal(() => readCsvWith(kept, text)).where).toContain('(species)');
    expect(readCsvWith(kept, text, { inputsOnly: true }).inputs.toArray()).toEqual([[1, 1, 0]]);
  });

  it('refuses what the model does not know', () => {
    const unknown = refusal(() =>
      readCsvWith(kept, 'length,color\n1,green\n', { file: 'new.csv' }),
    );
    expect(unknown.where).toBe('new.csv, row 2, column 2 (color)');
    expect(unknown.expected).toContain('"blue", "white"');
    expect(refusal(() => readCsvWith(kept, 'length\n1\n')).expected).toContain('"color"');
    expect(refusal(() => readCsvWith(kept, 'length,color\nx,blue\n')).where).toContain('row 2');
    expect(refusal(() => readCsvWith(kept, 'length,color\n1,NA\n')).where).toContain('column 2');
  });

  it.each<[string, string, (schema: Record<string, unknown>) => unknown]>([
    ['nothing', '', () => null],
    ['no inputs', '.inputs', (s) => ({ ...s, inputs: [] })],
    ['an unknown dtype', '.dtype', (s) => ({ ...s, dtype: 'int32' })],
    [
      'an unknown kind',
      '.inputs[0].kind',
      (s) => ({ ...s, inputs: [{ name: 'a', kind: 'text' }] }),
    ],
    ['a column twice', '', (s) => ({ ...s, inputs: s.targets })],
    [
      'no categories',
      '.targets[0].categories',
      (s) => ({ ...s, targets: [{ name: 'y', kind: 'categorical', categories: [] }] }),
    ],
    [
      'a category twice',
      '.targets[0].categories',
      (s) => ({ ...s, targets: [{ name: 'y', kind: 'categorical', categories: ['a', 'a'] }] }),
    ],
    [
      'a stand-in that is no category',
      '.targets[0]',
      (s) => ({
        ...s,
        targets: [{ name: 'y', kind: 'categorical', categories: ['a'], fill: 'b' }],
      }),
    ],
    [
      'a stand-in that is no number',
      '.inputs[0].fill',
      (s) => ({ ...s, inputs: [{ name: 'a', kind: 'numeric', fill: null }] }),
    ],
    ['a delimiter that is none', '.delimiter', (s) => ({ ...s, delimiter: '' })],
    ['missing values that are none', '.missingValues[0]', (s) => ({ ...s, missingValues: [1] })],
  ])('refuses a schema with %s', (_, part, change) => {
    const damaged = change({ ...kept }) as CsvSchema;
    const error = refusal(() => readCsvWith(damaged, flowers));
    expect(error).toBeInstanceOf(DataError);
    expect(error.where).toBe(`readCsvWith.schema${part}`);
  });
});

describe('how numbers are written is found out', () => {
  const read = (cells: readonly string[], options: Partial<CsvOptions> = {}) =>
    readCsv(`a;y\n${cells.map((cell) => `${cell};1\n`).join('')}`, { target: 'y', ...options });

  it.each<[readonly string[], readonly number[], '' | '.' | ' ']>([
    [['3,14', '2'], [3.14, 2], ''],
    [['1.234,5', '2'], [1234.5, 2], '.'],
    [['1 234,5', '1\u00a0000'], [1234.5, 1000], ' '],
    [['NA', '-0,5', '?', '1e3'], [-0.5, 1000], ''],
  ])('%j', (cells, values, thousands) => {
    const { dataset, schema, report } = read(cells, { dtype: 'float64', missing: 'mean' });
    expect(dataset.inputs.toArray()).toEqual(
      expect.arrayContaining(values.map((value) => [value])),
    );
    expect(schema).toMatchObject({ decimal: ',', thousands });
    expect(report).toMatchObject({ decimal: ',', thousands, notationFound: true });
    expect(String(report)).toContain('found out: cells parted by ;, a comma before fractions');
    // and other files are read alike
    const text = 'a\n"2,5"\n';
    expect(
      readCsvWith({ ...schema, delimiter: ',' }, text, { inputsOnly: true }).inputs.item(),
    ).toBe(2.5);
  });

  it.each([[['1,234', '5,678']], [['1,5', '1.5']], [['1,5', 'town', '2']], [["1'234.5", '2']]])(
    '%j says nothing, or something else',
    (cells) => {
      expect(refusal(() => read(cells)).message).toMatch(/numbers in/);
    },
  );

  it('in a file without names, by its first row too', () => {
    const { dataset } = readCsv('1,5;2\n', { target: 'column2', header: false, delimiter: ';' });
    expect(dataset.inputs.toArray()).toEqual([[1.5]]);
  });

  it('by the first thousand rows, after which a cell that is none is refused', () => {
    const cells = Array.from({ length: 1200 }, (_, row) => `${row},5`);
    expect(read(cells).dataset.inputs.toTypedArray()[1199]).toBe(1199.5);
    expect(refusal(() => read([...cells, '1.25.3'])).message).toContain('"1.25.3" in row 1202');
  });

  it('unless it is said', () => {
    expect(read(['3,14'], { columns: { a: 'categorical' }, decimal: '.' }).schema.decimal).toBe(
      '.',
    );
    expect(refusal(() => read(['3,14'], { decimal: '.' })).remedy).toContain("decimal: ','");
  });
});

describe('dates', () => {
  const read = (cells: readonly string[], options: Partial<CsvOptions> = {}) =>
    readCsv(`day,y\n${cells.map((cell) => `${cell},1\n`).join('')}`, { target: 'y', ...options });

  it.each([
    ['2024-02-29', [2024, 2, 29, 4]],
    ['2024/12/01', [2024, 12, 1, 7]],
    ['31.12.1999', [1999, 12, 31, 5]],
    ['12/31/1999', [1999, 12, 31, 5]],
    ['31/12/1999', [1999, 12, 31, 5]],
    ['1900-01-01', [1900, 1, 1, 1]],
  ])('%s becomes its parts', (text, parts) => {
    const { dataset, schema } = read([text]);
    expect(dataset.featureNames).toEqual(['day.year', 'day.month', 'day.day', 'day.weekday']);
    expect(dataset.inputs.toArray()).toEqual([parts]);
    expect(readCsvWith(schema, `day\n${text}`, { inputsOnly: true }).inputs.toArray()).toEqual([
      parts,
    ]);
  });

  it('with times of day have an hour and its fraction', () => {
    const cells = ['2024-02-29 06:30', '2024-03-01T23:59:59Z', '2024-03-01'];
    const { dataset, schema, report } = read(cells, { dtype: 'float64' });
    expect(dataset.featureNames?.at(-1)).toBe('day.hour');
    expect((dataset.inputs.toArray() as number[][]).map((row) => row[4])).toEqual([
      6.5,
      (23 * 3600 + 59 * 60 + 59) / 3600,
      0,
    ]);
    expect(String(report)).toMatch(
      /day +dates, 5 features +2024-02-29 06:30:00 to 2024-03-01 23:59:59/,
    );
    const other = readCsvWith(schema, 'day\n2025-01-01', { inputsOnly: true });
    expect(other.inputs.toArray()).toEqual([[2025, 1, 1, 3, 0]]);
  });

  it('of which none shows the order are refused, until it is said', () => {
    const error = refusal(() => read(['03/04/2024', '05/06/2024']));
    expect(error.where).toContain('column 1 (day)');
    expect(error.remedy).toContain("{ dateOrder: 'dmy' } or { dateOrder: 'mdy' }");
    const parts = (dateOrder: 'dmy' | 'mdy') =>
      read(['03/04/2024', '05/06/2024'], { dateOrder }).dataset.inputs.toArray();
    expect(parts('dmy')).toEqual([
      [2024, 4, 3, 3],
      [2024, 6, 5, 3],
    ]);
    expect(parts('mdy')).toEqual([
      [2024, 3, 4, 1],
      [2024, 5, 6, 1],
    ]);
    expect(read(['03/04/2024', '13/06/2024']).dataset.inputs.toArray()).toEqual([
      [2024, 4, 3, 3],
      [2024, 6, 13, 4],
    ]);
  });

  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-10', '24-01-01', '2024-1', '12:30'])(
    '%s is none',
    (text) => {
      expect(read(['2024-01-01', text]).schema.inputs[0].kind).toBe('categorical');
      const asked = () => read(['2024-01-01', text], { columns: { day: 'date' } });
      expect(refusal(asked).message).toContain('row 3, column 1 (day): Expected a date');
    },
  );

  it('between points have the day first, and show no other order', () => {
    expect(read(['03.04.2024', '05.06.2024']).dataset.inputs.toArray()).toEqual([
      [2024, 4, 3, 3],
      [2024, 6, 5, 3],
    ]);
    expect(() => read(['03.04.2024'], { columns: { day: 'date' }, dateOrder: 'mdy' })).toThrow(
      '03.04.2024',
    );
  });

  it('that stand in for missing ones may be written as those of the column', () => {
    const missing = { constant: '31.12.2023' };
    expect(read(['13.06.2024', 'NA'], { missing }).schema.inputs[0]).toMatchObject({
      fill: '2023-12-31',
    });
  });

  it('that are missing are refused or replaced', () => {
    const cells = ['2024-01-01', 'NA', '2024-01-03', '2024-01-03'];
    expect(refusal(() => read(cells)).message).toContain('row 3');
    const first = read(['NA', '?', '2024-01-03'], { missing: 'mode' }).dataset.inputs;
    expect(first.toArray()).toEqual([3, 3, 3].map((day) => [2024, 1, day, 3]));
    const days = (missing: CsvOptions['missing']) =>
      (read(cells, { missing }).dataset.inputs.toArray() as number[][])[1][2];
    expect([days('median'), days('mode'), days({ constant: '2024-01-20' })]).toEqual([3, 3, 20]);
    const { schema } = read(cells, { missing: 'mode' });
    expect(schema.inputs[0]).toMatchObject({ kind: 'date', fill: '2024-01-03' });
    const other = readCsvWith(JSON.parse(JSON.stringify(schema)), 'day\nNA', { inputsOnly: true });
    expect(other.inputs.toArray()).toEqual([[2024, 1, 3, 3]]);
  });

  it('are no target, and are categories if that is said', () => {
    const text = 'a,day\n1,2024-01-01\n2,2024-01-02\n';
    expect(refusal(() => readCsv(text, { target: 'day' })).received).toBe('dates');
    const declared = readCsv(text, { target: 'day', columns: { day: 'categorical' } });
    expect(declared.dataset.classNames).toHaveLength(2);
  });
});

describe('categories that were not there in training', () => {
  const text = 'town,a,y\nUlm,1,yes\nBern,2,no\n';
  const other = 'town,a,y\nRom,3,yes\nUlm,4,no\n';

  it('are an error, unless they are to be ignored', () => {
    const { schema } = readCsv(text, { target: 'y' });
    const error = refusal(() => readCsvWith(schema, other));
    expect(error.message).toContain('"Rom"');
    expect(error.remedy).toContain("{ unknown: 'ignore' }");
    const { inputs, report } = readCsvWith(schema, other, { unknown: 'ignore' });
    expect(inputs.toArray()).toEqual([
      [0, 0, 3],
      [0, 1, 4],
    ]);
    expect(String(report)).toContain('town: 1 not known from training, passed over');
  });

  it('leave all other features as they are', () => {
    const { schema } = readCsv('a,town,b,y\n1,Ulm,5,yes\n2,Bern,6,no\n', {
      target: 'y',
      unknown: 'ignore',
    });
    const { inputs } = readCsvWith(schema, 'a,town,b,y\n7,Ulm,8,yes\n3,Rom,4,no\n');
    expect(inputs.toArray()).toEqual([
      [7, 0, 1, 8],
      [3, 0, 0, 4],
    ]);
  });

  it('are ignored where the schema says so, but never in a target', () => {
    const { schema } = readCsv(text, { target: 'y', unknown: 'ignore' });
    expect(schema.unknown).toBe('ignore');
    expect(readCsvWith(schema, other).inputs.toTypedArray().slice(0, 3)).toEqual(
      Float32Array.of(0, 0, 3),
    );
    expect(refusal(() => readCsvWith(schema, other, { unknown: 'error' })).message).toContain(
      'Rom',
    );
    const maybe = () => readCsvWith(schema, 'town,a,y\nUlm,1,maybe\n');
    expect(refusal(maybe).message).toContain('maybe');
  });
});

describe('identifiers are told', () => {
  const table = (name: string, cells: readonly (number | string)[]) =>
    String(
      readCsv(`${name},b,y\n${cells.map((cell, k) => `${cell},${k % 3},1\n`).join('')}`, {
        target: 'y',
      }).report,
    );
  const rows = Array.from({ length: 12 }, (_, k) => k);

  it.each<[string, string, readonly (number | string)[]]>([
    ['names', 'who', rows.map((k) => `person ${k}`)],
    ['numbers that rise', 'number', rows.map((k) => 1000 + 7 * k)],
    ['numbers in any order that are called so', 'customer_id', rows.map((k) => (k * 7) % 13)],
  ])('%s', (_, name, cells) => {
    expect(table(name, cells)).toContain(
      `${name}: has another value in each row, as an identifier`,
    );
  });

  it.each<[string, string, readonly (number | string)[]]>([
    ['measurements', 'grid', rows.map((k) => (k * 7) % 13)],
    ['a name that stands twice', 'who', rows.map((k) => `person ${k % 11}`)],
    ['few rows', 'id', [3, 1, 2]],
    ['fractions that rise', 'time', rows.map((k) => k + 0.5)],
  ])('not %s', (_, name, cells) => {
    expect(table(name, cells)).not.toContain('identifier');
  });

  it('not names of which one is missing', () => {
    const cells = rows.map((k) => `${k === 5 ? '' : `person ${k}`},${k % 3},1\n`).join('');
    const options: CsvOptions = {
      target: 'y',
      columns: { who: { missing: { constant: 'none' } } },
    };
    expect(String(readCsv(`who,b,y\n${cells}`, options).report)).not.toContain('identifier');
  });
});

describe('the report', () => {
  it('tells what was found out, and not what was said', () => {
    const text = 'a;y\n1,5;2\n2,5;3\n';
    expect(String(readCsv(text, { target: 'y' }).report)).toContain(
      'found out: cells parted by ;, a comma before fractions',
    );
    const said = readCsv(text, { target: 'y', delimiter: ';', decimal: ',' });
    expect(String(said.report)).not.toContain('found out');
  });

  it('names what stands in for missing values only where there are such', () => {
    const { columns } = readCsv('a,b,y\n1,,1\n2,4,2\n', { target: 'y', missing: 'mean' }).report;
    expect(columns[0]).not.toHaveProperty('fill');
    expect(columns[1]).toMatchObject({ missing: 1, fill: 4 });
  });

  it('counts the columns that it does not list', () => {
    const names = Array.from({ length: 29 }, (_, k) => `c${k}`);
    const text = `${names.join(',')},y\n${names.map(() => 1).join(',')},2\n`;
    expect(String(readCsv(text, { target: 'y' }).report)).toContain('and 18 more: 18 of numbers');
  });
});

describe('several targets', () => {
  const text = 'a,low,town,high\n1,2,Ulm,3\n4,5,Bern,6\n';
  const target = ['low', 'high'];

  it('are columns of one tensor, in the order that was asked for', () => {
    const { dataset, schema } = readCsv(text, { target });
    expect(dataset.targets.toArray()).toEqual([
      [2, 3],
      [5, 6],
    ]);
    expect(dataset.featureNames).toEqual(['a', 'town=Bern', 'town=Ulm']);
    expect(readCsv(text, { target: ['high', 'low'] }).dataset.targets.toArray()).toEqual([
      [3, 2],
      [6, 5],
    ]);
    const stored = JSON.parse(JSON.stringify(schema));
    expect(
      readCsvWith(stored, 'high,town,a,low\n30,Ulm,10,20\n').dataset?.targets.toArray(),
    ).toEqual([[20, 30]]);
    const unfinished = readCsvWith(stored, 'high,town,a\n30,Ulm,10\n');
    expect(unfinished.dataset).toBe(undefined);
  });

  it('are numbers, and different', () => {
    const classes = refusal(() => readCsv(text, { target: ['low', 'town'] }));
    expect(classes.message).toContain('column town: Expected numbers in each of several targets');
    for (const wrong of [[], ['low', 'low'], [3]]) {
      expect(() => readCsv(text, { target: wrong as string[] })).toThrow(OptionError);
    }
    const schema = readCsv(text, { target }).schema;
    const mixed = { ...schema, targets: [schema.targets[0], { ...schema.inputs[1], name: 'b' }] };
    expect(refusal(() => readCsvWith(mixed, text)).message).toContain('several of numbers');
  });
});
