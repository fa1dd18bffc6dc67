/** The one rule by which cells of CSV files are quoted: what is written is what is read. */
import { describe, expect, it } from 'vitest';
import { cellReader } from '../../../src/formats/csv/cells.ts';
import { quotedCell } from '../../../src/formats/csv/quote.ts';

const TEXTS = ['a', 'a b', ' a', 'a ', '', 'a,b', 'a;b', 'say "a"', 'two\nlines', 'a\r', "it's"];

describe('quotedCell', () => {
  it.each([',', ';', '\t', '|'])(
    'writes cells between %j that are read as they were',
    (delimiter) => {
      for (const text of [...TEXTS, delimiter, `a${delimiter}b`]) {
        const line = ['first', text, 'last'].map((cell) => quotedCell(cell, delimiter));
        const next = cellReader('test', { text: `${line.join(delimiter)}\n`, delimiter });
        expect([1, 2, 3].map(() => next()?.text)).toEqual(['first', text, 'last']);
        expect(next()).toBeUndefined();
      }
    },
  );

  it('leaves a plain cell as it is', () => {
    expect(['a b', "it's", '1.5', 'a;b'].map((text) => quotedCell(text))).toEqual([
      'a b',
      "it's",
      '1.5',
      'a;b',
    ]);
    expect(quotedCell('a;b', ';')).toBe('"a;b"');
  });
});
