import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/errors/index.ts';
import { isWellFormed, parseJson } from '../../src/formats/text.ts';
import { refusal } from '../persistence/files.ts';

describe('parseJson', () => {
  it('reads what JSON.parse reads, laid out in any way', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\n\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseJson('test', text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":1 , "\\u0061" : 2}',
    '[{"b":[{}]},{"a":{"x":"{","x":"}"}}]',
    '{"a\\"":1,"b":2,"a\\"":3}',
    '{"__proto__":1,"__proto__":2}',
  ])('refuses a key that stands twice: %s', (text) => {
    expect(refusal(() => parseJson('test', text)).expected).toBe('each key once in an object');
  });

  it.each(['{"a":{"a":1},"b":{"a":2}}', '["a","a"]', '{"a":"a","b":"a"}', '{"a":":","b":"a"}'])(
    'allows the same key in different objects, and as a value: %s',
    (text) => {
      expect(parseJson('test', text)).toEqual(JSON.parse(text));
    },
  );

  it.each(['', '{', '{a:1}', "{'a':1}", '{"a":1,}', '[1 2]', 'NaN', '{"a":"\n"}'])(
    'refuses what is no JSON: %j',
    (text) => {
      expect(refusal(() => parseJson('test', text))).toBeInstanceOf(DataError);
    },
  );
});

describe('isWellFormed', () => {
  it('knows halves of characters from whole ones', () => {
    expect(['', 'aé漢😀', '\ud83d\ude00'].every(isWellFormed)).toBe(true);
    expect(['\ud83d', '\ude00', '\ude00\ud83d', 'a\ud83db'].some(isWellFormed)).toBe(false);
  });
});
