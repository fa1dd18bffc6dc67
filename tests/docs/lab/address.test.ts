/** Addresses of the lab: what is written is read, and whatever else stands there gets a sentence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedLine, readAddress, writeAddress } from '../../../docs/lab/core/address.ts';
import { initialValues } from '../../../docs/lab/core/fields.ts';
import { allRuns } from '../../../docs/lab/runs/all.ts';
import { learningRate } from '../../../docs/lab/views/learning_rate.ts';
import { oneEpoch } from '../../../docs/lab/views/one_epoch.ts';

const runs = await allRuns();

const { fields } = oneEpoch;
const initial = {
  values: initialValues(fields),
  at: 0,
  hidden: [],
  weights: undefined,
  embedded: false,
};

describe('an address', () => {
  it('is empty where everything is as at the beginning', () => {
    expect(writeAddress(fields, initial)).toBe('');
    expect(readAddress(fields, '')).toEqual({ ...initial, problems: [] });
  });

  it.each(runs)('of $name says what was set', ({ fields: own }) => {
    const changed = own.map((field) => {
      if (field.kind === 'number') return [field.name, field.high];
      if (field.kind === 'points') return [field.name, '0:0,7:100,100:50'];
      if (field.kind === 'drawing') return [field.name, '0g8zzz4'];
      return [field.name, field.kind === 'switch' ? !field.initial : field.options.at(-1)];
    });
    const state = {
      values: Object.fromEntries(changed),
      at: 5,
      hidden: [own[0].name, own[1].name],
      weights: '0123456789ab',
      embedded: true,
    };
    const query = writeAddress(own, state);
    expect(readAddress(own, query)).toEqual({ ...state, problems: [] });
  });

  it.each([
    [
      '?samples=0',
      'Samples has to be a whole number from 1 to 60; the address says “0”. 22 is used.',
    ],
    ['?samples=2.5', '“2.5”'],
    ['?samples=1e999', '“1e999”'],
    ['?samples=NaN', '“NaN”'],
    ['?samples=', '“”'],
    ['?samples=0x10', '“0x10”'],
    ['?shuffle=maybe', 'Shuffle has to be yes or no; the address says “maybe”. yes is used.'],
    ['?at=-1', 'The moment has to be an iteration'],
    ['?hide=nothing', 'There is no control “nothing” to hide.'],
    ['?embed=yes', 'The view alone is embed=1; the address says “yes”.'],
    ['?weights=<b>', '“<b>” is no fingerprint of weights'],
    ['?__proto__=1', 'Nothing here is called “__proto__”'],
    ['?constructor=1', 'Nothing here is called “constructor”'],
    [`?a${'x'.repeat(99)}=1`, `“a${'x'.repeat(39)}…”`],
  ])('%s gets a sentence', (query, sentence) => {
    const { problems, ...state } = readAddress(fields, query);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
    expect(state).toEqual(initial);
  });

  it('goes into a line of HTML without ending its attribute', () => {
    const line = embedLine('https://a.org/lab/x?seed=3&embed=1', 'A "view" <b>', 700);
    expect(line).toContain('src="https://a.org/lab/x?seed=3&amp;embed=1"');
    expect(line).toContain('title="A &quot;view&quot; &lt;b>"');
    expect(line).toContain('height="700"');
  });

  it('keeps a line drawn by hand as a short list', () => {
    const { fields: own } = learningRate;
    const values = { ...initialValues(own), drawn: '0:5,33:100,100:0' };
    expect(writeAddress(own, { ...initial, values })).toBe('?drawn=0:5,33:100,100:0');
    for (const drawn of [
      '',
      '0:0',
      '5:0,100:0',
      '0:0,99:0',
      '0:0,50:101,100:0',
      '0:0,60:1,60:2,100:0',
      '0:0,1e1:0,100:0',
      '0:0,100:-1',
      '0:0:0,100:0',
      `${Array.from({ length: 12 }, (_, at) => `${at}:0`).join(',')},100:0`,
    ]) {
      const read = readAddress(own, `?drawn=${drawn}`);
      expect(read.problems).toHaveLength(1);
      expect(read.problems[0]).toContain('2 to 12 points such as 0:10,20:100,100:0');
      expect(read.values.drawn).toBe('0:10,20:100,100:0');
    }
  });

  it('never throws, and never leaves the range of a control', () => {
    const names = fc.constantFrom(...fields.map(({ name }) => name), 'at', 'hide', 'weights');
    const part = fc.tuple(names, fc.string()).map(([name, text]) => `${name}=${text}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
        const { values, at } = readAddress(fields, parts.join('&'));
        expect(Number.isInteger(at)).toBe(true);
        expect(Object.keys(values)).toEqual(fields.map(({ name }) => name));
        for (const field of fields) {
          const value = values[field.name];
          expect(typeof value).toBe(typeof field.initial);
          if (field.kind !== 'number') continue;
          expect(value).toBeGreaterThanOrEqual(field.low);
          expect(value).toBeLessThanOrEqual(field.high);
        }
      }),
    );
  });
});
