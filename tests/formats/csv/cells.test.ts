import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellReader } from '../../../src/formats/csv/cells.ts';
import { refusal } from '../../persistence/files.ts';

function rowsOf(text: string, delimiter = ','): string[][] {
  const next = cellReader('test', { text, delimiter });
  const rows: string[][] = [];
  for (let cell = next(); cell !== undefined; cell = next()) {
    if (cell.column === 0) rows.push([]);
    rows[rows.length - 1].push(cell.text);
  }
  return rows;
}

describe('cells', () => {
  it.each<[string, string[][]]>([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a', [['a']]],
    ['', []],
    ['\n\r\n\n', []],
    [
      '\n\na,b\n\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [',', [['', '']]],
    ['a,\n', [['a', '']]],
    ['a,,b', [['a', '', 'b']]],
    [' a b ,\tc\t', [['a b', 'c']]],
    ['"a,b","c\nd","e""f"', [['a,b', 'c\nd', 'e"f']]],
    ['""', [['']]],
    ['""""', [['"']]],
    [' "a" , " b "', [['a', ' b ']]],
    ['"a\r\nb"\r\nc', [['a\r\nb'], ['c']]],
  ])('of %j', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('are parted by other characters too', () => {
    expect(rowsOf('a;b,c;d', ';')).toEqual([['a', 'b,c', 'd']]);
    expect(rowsOf('a\t\tb ', '\t')).toEqual([['a', '', 'b']]);
    expect(rowsOf('a b', ' ')).toEqual([['a', 'b']]);
  });

  it.each([
    ['a,"b', 'row 1, column 2', 'the end of the file'],
    ['a\n"b" c', 'row 2, column 1', '"c"'],
    ['a\nb,c"d"', 'row 2, column 2', 'c\\"'],
    ['a\rb', 'row 1, column 1', 'a carriage return alone'],
    ['"a\nb\nc"\n\n"d"e', 'row 3, column 1', '"e"'],
  ])('with damage are refused at their place: %j', (text, place, received) => {
    const error = refusal(() => rowsOf(text));
    expect(error.where).toBe(`test, ${place}`);
    expect(error.received).toContain(received);
  });

  it('come out as they were put in, in quotes', () => {
    const cell = fc.string({
      unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', 'é', '\u0000'),
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\n\n'), (rows, end) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quote).join(',')).join(end);
        expect(rowsOf(text)).toEqual(rows);
      }),
    );
  });
});
