/** What may be drawn, and that a trial's values are its own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choice,
  type Grid,
  gridSearch,
  integer,
  logUniform,
  type ParameterValue,
  randomSearch,
  type Space,
  uniform,
} from '../../../src/selection/index.ts';

/** The values of all trials of a random search. */
async function drawn(space: Space, trials: number, seed: number | string = 7) {
  const { records } = await randomSearch({ space, trials, epochs: 1, seed, objective: () => 0 });
  return records.map(({ values }) => values as Readonly<Record<string, ParameterValue>>);
}

describe('a grid', () => {
  const lists = fc.uniqueArray(
    fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.array(fc.nat(9), { maxLength: 2 })),
    { minLength: 1, maxLength: 4, selector: (value) => JSON.stringify(value) },
  );
  const ranges = fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.nat(3))
    .map(([low, more]) => integer(low, low + more));
  const names = fc.constantFrom('a', 'b', '2', '1', '__proto__x', 'toString');
  const grids = fc.dictionary(names, fc.oneof(lists, ranges), { minKeys: 1, maxKeys: 3 });

  it('is gone through completely, each combination once', async () => {
    await fc.assert(
      fc.asyncProperty(grids, async (grid) => {
        const { records } = await gridSearch({ grid, epochs: 1, objective: () => 0 });
        const sizes = Object.values(grid).map((list) =>
          Array.isArray(list) ? list.length : list.high - list.low + 1,
        );
        const seen = new Set(records.map(({ values }) => JSON.stringify(values)));
        expect(records).toHaveLength(sizes.reduce((a, b) => a * b, 1));
        expect(seen.size).toBe(records.length);
        for (const { values } of records) {
          expect(Object.keys(values)).toEqual(Object.keys(grid));
          for (const [name, value] of Object.entries(values)) {
            const list = grid[name];
            if (Array.isArray(list)) expect(list).toContain(value);
            else expect(value >= list.low && value <= list.high).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('changes its last parameter fastest', async () => {
    const { records } = await gridSearch({
      grid: { a: [1, 2], b: ['x', 'y', 'z'] },
      epochs: 1,
      objective: () => 0,
    });
    const pairs = records.map(({ values: { a, b } }) => `${a}${b}`);
    expect(pairs).toEqual(['1x', '1y', '1z', '2x', '2y', '2z']);
  });

  it('needs a finite number of values', async () => {
    const grid = { rate: uniform(0, 1) } as unknown as Grid;
    await expect(gridSearch({ grid, epochs: 1, objective: () => 0 })).rejects.toThrow(
      'gridSearch.grid.rate: Expected a list of values',
    );
    const large = Object.fromEntries([...'abcdef'].map((name) => [name, integer(0, 1e9)]));
    await expect(gridSearch({ grid: large, epochs: 1, objective: () => 0 })).rejects.toThrow(
      'Draw some of them with randomSearch',
    );
  });
});

describe('what is drawn', () => {
  const space = { rate: logUniform(1e-4, 1e-1), units: integer(3, 9), kind: choice('a', 'b', 'c') };

  it('is what it was, for a seed', async () => {
    expect((await drawn(space, 3)).map((values) => JSON.stringify(values))).toMatchInlineSnapshot(`
      [
        "{"rate":0.001579160623545735,"units":5,"kind":"c"}",
        "{"rate":0.00045952674398895956,"units":6,"kind":"b"}",
        "{"rate":0.02637094697969253,"units":6,"kind":"b"}",
      ]
    `);
  });

  it('does not depend on how many trials there are', async () => {
    expect((await drawn(space, 20)).slice(0, 5)).toEqual(await drawn(space, 5));
  });

  it('does not depend on the other parameters, nor on their order', async () => {
    const more = { first: uniform(0, 1), kind: space.kind, units: space.units, rate: space.rate };
    const those = await drawn(more, 9);
    expect(those.map(({ rate, units, kind }) => ({ rate, units, kind }))).toEqual(
      await drawn(space, 9),
    );
  });

  it('differs by seed, by trial and by parameter', async () => {
    const twins = { a: uniform(0, 1), b: uniform(0, 1) };
    const values = [...(await drawn(twins, 50)), ...(await drawn(twins, 50, '7'))];
    expect(new Set(values.flatMap(({ a, b }) => [a, b])).size).toBe(200);
  });

  it('is within its range, whatever that is', async () => {
    const ends = fc.tuple(
      fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e300, max: 1e300 }),
      fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e300, max: 1e300 }),
    );
    await fc.assert(
      fc.asyncProperty(ends, fc.integer(), async ([a, b], seed) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(low < high);
        const positive = low > 0 ? logUniform(low, high) : uniform(low, high);
        for (const { x, y } of await drawn({ x: uniform(low, high), y: positive }, 3, seed)) {
          for (const value of [x, y] as number[]) {
            expect(value >= low && value <= high && !Object.is(value, -0)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has each whole number and each option, about equally often', async () => {
    const values = await drawn(space, 700);
    const count = (name: string) => {
      const counts = new Map<unknown, number>();
      for (const one of values) counts.set(one[name], (counts.get(one[name]) ?? 0) + 1);
      return [...counts.values()];
    };
    expect(count('units')).toHaveLength(7);
    expect(count('kind')).toHaveLength(3);
    for (const found of count('units')) expect(Math.abs(found - 100)).toBeLessThan(40);
    for (const found of count('kind')) expect(Math.abs(found - 700 / 3)).toBeLessThan(60);
  });

  it('of a logUniform has as many values in each power of ten', async () => {
    const values = await drawn({ rate: space.rate }, 600);
    const powers = [1e-4, 1e-3, 1e-2].map(
      (low) => values.filter(({ rate }) => Number(rate) >= low && Number(rate) < 10 * low).length,
    );
    for (const found of powers) expect(Math.abs(found - 200)).toBeLessThan(50);
  });
});

describe('a space that does not fit', () => {
  const search = (space: unknown) =>
    randomSearch({ space: space as Space, trials: 1, epochs: 1, objective: () => 0 });

  it.each([
    [{}, 'one parameter or more'],
    [{ epochs: [1, 2] }, 'Epochs are the budget of the search'],
    [{ score: [1] }, 'names of parameters other than trial, epochs'],
    [{ a: 3 }, 'randomSearch.space.a: Expected a list of values'],
    [{ a: { type: 'normal' } }, 'choice(...), integer(...)'],
    [{ a: [] }, 'one value or more'],
    [{ a: [Number.NaN] }, 'finite numbers'],
    [{ a: [-0] }, 'received -0'],
    [{ a: [undefined] }, 'one value or more'],
    [{ a: [Math.abs] }, 'Choose a name here'],
    [{ a: [[1], [1]] }, '[1] twice'],
    [{ a: { type: 'uniform', low: 1, high: 1 } }, 'low below high'],
    [{ a: { type: 'integer', low: 1, high: 2, log: true } }, 'unknown option "log"'],
    [{ a: { type: 'uniform', low: -1.7e308, high: 1.7e308 } }, 'low below high'],
  ])('is refused: %o', async (space, said) => {
    await expect(search(space)).rejects.toThrow(said);
  });

  it('is refused where it is written', () => {
    expect(() => logUniform(0, 1)).toThrow('logUniform: Expected low above 0');
    expect(() => uniform(2, 1)).toThrow('uniform: Expected low below high');
    expect(() => integer(1, 2.5)).toThrow('integer.high: Expected a whole number');
    expect(() => integer(0, 2 ** 32)).toThrow('fewer than 2^32');
    expect(() => choice()).toThrow('choice: Expected one value or more');
    expect(() => choice([16, 32])).toThrow(
      'choice: Expected values one by one; received one list, [16, 32], and nothing else to choose. Write choice(1, 2)',
    );
    expect(choice([16]).options).toEqual([[16]]);
  });
});
