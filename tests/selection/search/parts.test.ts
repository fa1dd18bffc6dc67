/** Parts of a search, run anywhere: together they are the search, and what does not belong together is told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gridSearch,
  integer,
  mergeSearches,
  type Objective,
  type PartOptions,
  randomSearch,
  type SearchData,
  type SearchOptions,
  type SearchResult,
  successiveHalving,
  uniform,
} from '../../../src/selection/index.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

type Options = SearchOptions<Point> & PartOptions;

const space = { x: uniform(-1, 1), y: integer(-5, 5) };
const searches: Readonly<Record<string, (options: Options) => Promise<SearchResult<Point>>>> = {
  gridSearch: (options) =>
    gridSearch({ grid: { x: [-1, 0.5, 1], y: integer(1, 3) }, epochs: 3, ...options }),
  randomSearch: (options) => randomSearch({ space, trials: 9, epochs: 3, ...options }),
};
const { randomSearch: drawn } = searches;

/** Every fifth trial fails. What is noted depends on the seed of the trial, too. */
const objective: Objective<Point> = ({ x, y }, { trial, epochs, seed }) => {
  if (trial % 5 === 0) throw new RangeError(`trial ${trial} fails`);
  return { score: x * x + y * y + seed / 2 ** 60, iterations: 4 * epochs, limit: 1 / (trial - 2) };
};

/** The same in the eyes of a search, which knows the name. */
const named = (own: Objective<Point>) => Object.defineProperty(own, 'name', { value: 'objective' });

const bits = (result: SearchResult<unknown>) => JSON.stringify(result);
const written = (result: SearchResult<unknown>): SearchData => JSON.parse(bits(result));

describe.each(Object.keys(searches))('parts of %s', (name) => {
  const search = searches[name];

  it('are the whole to the bit, wherever and in whatever order they are run', async () => {
    for (const options of [{}, { seed: 7 }, { seed: 'a text', goal: 'maximum' }] as const) {
      const whole = await search({ objective, ...options });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.nat(3), { minLength: 9, maxLength: 9 }),
          fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
          async (places, order) => {
            const parts: SearchData[] = [];
            for (const place of order) {
              const only = places.flatMap((at, k) => (at === place ? [9 - k] : []));
              const ran: number[] = [];
              const noting = named((values, request) => {
                ran.push(request.trial);
                return objective(values, request);
              });
              parts.push(written(await search({ objective: noting, ...options, only })));
              expect(ran).toEqual([...only].reverse()); // all that was asked for, and no other
            }
            const merged = mergeSearches<Point>(parts);
            expect([bits(merged), `${merged}`]).toEqual([bits(whole), `${whole}`]);
            expect(merged.records).toEqual(whole.records); // numbers that JSON has none for, too
            expect([merged.complete, merged.best]).toEqual([true, whole.best]);
            let called = 0;
            const counting = named(() => ++called);
            const resumed = await search({ objective: counting, ...options, resume: parts });
            expect([bits(resumed), `${resumed}`, called]).toEqual([bits(whole), `${whole}`, 0]);
          },
        ),
        { numRuns: 8 },
      );
    }
  });

  it('know that they are parts', async () => {
    const part = await search({ objective, only: [9, 2, 5] });
    expect(part.records.map(({ trial }) => trial)).toEqual([2, 5, 9]);
    expect(part.complete).toBe(false);
    expect(`${part}`).toContain(`${name}: 3 trials, 1 failed, 3 of 9 evaluations\n`);
    const all = await search({ objective, only: [1, 3, 4, 6, 7, 8], resume: [part] });
    expect([all.complete, bits(all)]).toEqual([true, bits(await search({ objective }))]);
    const none = await search({ objective, only: [] });
    expect([none.complete, none.records]).toEqual([false, []]);
  });

  it('are not run again when they are resumed', async () => {
    const first = await search({ objective, only: [3] });
    const ran: number[] = [];
    const noting = named((values, request) => {
      ran.push(request.trial);
      return objective(values, request);
    });
    await search({ objective: noting, only: [3, 4], resume: written(first) });
    expect(ran).toEqual([4]);
  });

  it('are interrupted when the signal comes', async () => {
    const result = await search({ objective, only: [3], signal: AbortSignal.abort() });
    expect(`${result}`).toContain('interrupted after 0 of 9');
  });

  it.each([[[0]], [[10]], [[1.5]], [3], ['3'], [[1, -1]]])('refuse only: %j', async (only) => {
    let called = 0;
    const counting = named(() => ++called);
    const wrong = search({ objective: counting, only: only as number[] });
    await expect(wrong).rejects.toThrow(new RegExp(`${name}.only: .*trials`));
    expect(called).toBe(0);
  });
});

describe('merging', () => {
  const part = async (...only: number[]) => written(await drawn({ objective, only }));

  it('names the trials that are missing', async () => {
    const parts = [await part(2, 4), await part(5)];
    expect(() => mergeSearches(parts)).toThrow(
      'mergeSearches: trials are missing. Expected all of 9 trials; received none of trial 1, 3, 6 to 9. Run them, such as with only: [1], and add what comes out.',
    );
    expect(() => mergeSearches([parts[0], { ...parts[0], records: [] }])).toThrow(/1, 3, 5 to 9\./);
    const last = await part(1, 2, 3, 4, 5, 6, 7, 8);
    expect(() => mergeSearches([last])).toThrow(/none of trial 9\./);
    const sparse = await randomSearch({ ...{ space, epochs: 3, trials: 30, objective }, only: [] });
    const even = written(sparse);
    expect(() => mergeSearches([even])).toThrow(/none of trial 1 to 30\./);
    const odd = Array.from({ length: 15 }, (_, k) => 2 * k + 1);
    const half = await randomSearch({ ...{ space, epochs: 3, trials: 30, objective }, only: odd });
    expect(() => mergeSearches([half])).toThrow(/none of trial 2, 4, .*18, 20, and others\./);
  });

  it('counts what was run twice once', async () => {
    const whole = await drawn({ objective });
    const merged = mergeSearches([await part(1, 2, 3, 4, 5), await part(4, 5, 6, 7, 8, 9)]);
    expect(bits(merged)).toBe(bits(whole));
  });

  it('names a trial that was run twice and came out differently', async () => {
    const [whole, twice] = [await drawn({ objective }), await part(4, 5)];
    const [four, five] = twice.records;
    const changed = (record: unknown) => ({ ...twice, records: [record] }) as SearchData;
    expect(() => mergeSearches([whole, changed({ ...four, score: 1.5 })])).toThrow(
      `mergeSearches, part 2, trial 4: it was run twice, and came out differently. Expected score ${four.score}, as before; received score 1.5. Leave one of them out.`,
    );
    const { error: _, ...scored } = { ...five, score: 1 };
    expect(() => mergeSearches([whole, changed(scored)])).toThrow(
      /trial 5: .*Expected its failure, RangeError, as before; received score 1\./,
    );
    const resumed = drawn({ objective, resume: [whole, changed({ ...four, score: 1.5 })] });
    await expect(resumed).rejects.toThrow(/randomSearch.resume\[1\], trial 4: it was run twice/);
  });

  it.each<[string, RegExp, Partial<SearchData>]>([
    [
      'seed',
      /part 2: it is the result of another search; seed differs. Expected 0; received 8/,
      { seed: 8 },
    ],
    ['goal', /goal differs/, { goal: 'maximum' }],
    ['objective', /objective differs/, { objective: 'another' }],
    ['budget', /budget differs/, { budget: { epochs: 4 } }],
    ['space', /space differs/, { space: [] }],
    ['method', /method differs/, { method: 'gridSearch' }],
    ['trials', /trials differs. Expected 9; received 8/, { trials: 8 }],
  ])('names a part of another search, by its %s', async (_, says, other) => {
    const [one, two] = [await part(1), await part(2)];
    expect(() => mergeSearches([one, { ...two, ...other }])).toThrow(says);
  });

  it.each<[string, RegExp, unknown]>([
    ['no list', /mergeSearches: Expected an array/, {}],
    ['an empty list', /the result of one part or more; received none/, []],
    ['a list of numbers', /mergeSearches, part 1: Expected an object/, [7]],
    ['an empty object', /mergeSearches, part 1.method: Expected one of/, [{}]],
  ])('refuses %s', (_, says, parts) => {
    expect(() => mergeSearches(parts as SearchData[])).toThrow(says);
  });

  it.each<[string, RegExp, Partial<Record<keyof SearchData, unknown>>]>([
    ['space', /part 1.space/, { space: [['x', { type: 'uniform', low: 2, high: 1 }]] }],
    ['space', /part 1.space/, { space: [7] }],
    ['budget', /part 1.budget.epochs/, { budget: {} }],
    ['trials', /part 1.trials/, { trials: 0 }],
    ['seed', /part 1.seed/, { seed: {} }],
    ['records', /part 1.records/, { records: undefined }],
    [
      'grid',
      /part 1.trials: Expected 3, the combinations of the grid; received 9/,
      { method: 'gridSearch', space: [['x', { type: 'choice', options: [1, 2, 3] }]] },
    ],
  ])('refuses damage to %s', async (_, says, damage) => {
    const damaged = { ...(await part(1)), ...damage } as SearchData;
    let error: unknown;
    try {
      mergeSearches([damaged]);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ name: 'DataError', message: expect.stringMatching(says) });
  });

  it('has no parts of successive halving', async () => {
    const options = { objective, space, trials: 4, minEpochs: 1, maxEpochs: 2, factor: 2 };
    const wrong = { ...options, only: [1] };
    await expect(successiveHalving(wrong)).rejects.toThrow(/depends on all of them/);
    const whole = await successiveHalving(options);
    expect(() => mergeSearches([whole])).toThrow(/Run successiveHalving in one process/);
  });

  it('merges a grid that has parameters of every kind', async () => {
    const options = {
      grid: { units: [[4], [8, 8]], name: ['a', 'b'], flag: [true, false], 7: [1, 2] },
      epochs: 1,
      objective: () => 1,
    };
    const whole = await gridSearch(options);
    const parts = [2, 1, 0].map((rest) =>
      Array.from({ length: 16 }, (_, k) => k + 1).filter((trial) => trial % 3 === rest),
    );
    const ran = await Promise.all(parts.map((only) => gridSearch({ ...options, only })));
    expect(bits(mergeSearches(ran.map(written)))).toBe(bits(whole));
  });
});
