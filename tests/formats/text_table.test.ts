/** The one table of text. */
import { describe, expect, it } from 'vitest';
import { formatTable } from '../../src/formats/text_table.ts';

const rows = [
  ['name', 'kind', 'count'],
  ['a', '', '1,000'],
  ['longer', 'text', ''],
];

describe('formatTable', () => {
  it('has the first column on the left and all others on the right', () => {
    expect(formatTable(rows)).toBe(
      ['name    kind  count', 'a             1,000', 'longer  text'].join('\n'),
    );
  });

  it('has other columns on the left where they are texts, and a line below the head', () => {
    expect(formatTable(rows, { left: [0, 1], underlined: true })).toBe(
      ['name    kind  count', '-------------------', 'a             1,000', 'longer  text'].join(
        '\n',
      ),
    );
    expect(formatTable(rows, { left: [] })).toContain('\n     a');
  });

  it('has rows of different lengths', () => {
    expect(formatTable([['a', 'b'], ['c'], ['d', 'e', 'f']])).toBe('a  b\nc\nd  e  f');
  });

  it('writes out what would break a line', () => {
    expect(formatTable([['a\nb', '1']])).toBe('a\\u000ab  1');
  });
});
