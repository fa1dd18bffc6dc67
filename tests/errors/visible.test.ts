/** Control characters of strangers: seen, never obeyed. */
import { describe, expect, it } from 'vitest';
import { describe as described } from '../../src/errors/describe.ts';
import { visible, visibleInLine } from '../../src/errors/visible.ts';
import { formatTable } from '../../src/formats/text_table.ts';

describe('visible', () => {
  it('writes out every character that a terminal obeys, and no other', () => {
    for (let code = 0; code < 0x2100; code++) {
      const character = String.fromCharCode(code);
      const isObeyed =
        (code < 32 && character !== '\n' && character !== '\t') ||
        (code >= 127 && code < 160) ||
        [0x200e, 0x200f, 0x2028, 0x2029].includes(code) ||
        (code >= 0x202a && code <= 0x202e) ||
        (code >= 0x2066 && code <= 0x2069);
      const written = `\\u${code.toString(16).padStart(4, '0')}`;
      expect(visible(`a${character}b`)).toBe(isObeyed ? `a${written}b` : `a${character}b`);
    }
    expect(visible('größer 😀')).toBe('größer 😀');
  });

  it('leaves JSON what it is', () => {
    const value = { name: '\u001b]0;x\u0007\u009b2J\u202e\u007f\n' };
    const text = visible(JSON.stringify(value));
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(JSON.parse(text)).toEqual(value);
  });

  it('holds a name to one line', () => {
    expect(visibleInLine('a\nb\tc')).toBe('a\\u000ab\\u0009c');
    expect(formatTable([['a\nb', '1']])).toBe('a\\u000ab  1');
    expect(described('\u009b2J')).toBe('"\\u009b2J"');
  });
});
