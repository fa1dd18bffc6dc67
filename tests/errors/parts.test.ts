/** Rules of parts: what is wrong is told with the path to it, by the same rules as for options. */
import { describe, expect, it } from 'vitest';
import {
  checkArgument,
  finite,
  naturalNumber,
  optional,
  positive,
  readOptions,
  string,
} from '../../src/errors/options.ts';
import { also, byName, checkParts, fields, listOf, orNothing } from '../../src/errors/parts.ts';

const layer = fields({ name: string, units: naturalNumber, rate: optional(finite) });
const file = fields({
  layers: also(listOf(layer), 'one or more', (list: unknown[]) => list.length > 0),
  scores: byName(finite),
  note: orNothing(string),
});
const good = { layers: [{ name: 'a', units: 3 }], scores: { loss: 0.5 }, note: null };

describe('checkParts', () => {
  const check = (value: unknown) => () => checkParts('file', value, file, 'Make it anew.');

  it('takes what every rule takes, and what is left out or null where it may be', () => {
    expect(check(good)).not.toThrow();
    const whole = { ...good, note: 'text', layers: [{ name: 'a', units: 0, rate: 0.5 }], more: 1 };
    expect(check(whole)).not.toThrow();
  });

  it.each([
    ['file', undefined, 'an object { name: value }', 'nothing'],
    ['file', [], 'an object { name: value }', '[]'],
    ['file.layers', { ...good, layers: { 0: {} } }, 'an array', '{ 0 }'],
    ['file.layers', { ...good, layers: [] }, 'one or more', '[]'],
    [
      'file.layers[1].units',
      { ...good, layers: [...good.layers, { name: 'b', units: -1 }] },
      'a whole number, 0 or more',
      '-1',
    ],
    ['file.layers[0].name', { ...good, layers: [{ units: 1 }] }, 'a string', 'nothing'],
    [
      'file.layers[0].rate',
      { ...good, layers: [{ name: 'a', units: 1, rate: null }] },
      'a finite number',
      'null',
    ],
    [
      'file.scores.loss',
      { ...good, scores: { accuracy: 1, loss: Number.NaN } },
      'a finite number',
      'NaN',
    ],
    ['file.note', { ...good, note: 3 }, 'a string or nothing', '3'],
  ])('says what is wrong at %s', (where, value, expected, received) => {
    expect(check(value)).toThrow(
      expect.objectContaining({
        name: 'DataError',
        where,
        expected,
        received,
        remedy: 'Make it anew.',
      }),
    );
  });
});

describe('rules with parts in options', () => {
  it('name the part, too', () => {
    const rules = { rates: listOf(positive) };
    expect(readOptions('f', { rates: [1, 2] }, rules)).toEqual({ rates: [1, 2] });
    expect(() => readOptions('f', { rates: [1, 0] }, rules)).toThrow(
      expect.objectContaining({ name: 'OptionError', where: 'f.rates[1]', received: '0' }),
    );
    expect(() => checkArgument('f', { a: 'b' }, byName(finite))).toThrow(
      'f.a: Expected a finite number; received "b"',
    );
  });
});
