/** What all searches promise: one result, whatever order, interruption and failures there are. */
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gridSearch,
  integer,
  type Objective,
  randomSearch,
  type SearchData,
  type SearchEvent,
  type SearchOptions,
  type SearchResult,
  successiveHalving,
  uniform,
} from '../../../src/selection/index.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

type Search = (options: SearchOptions<Point>) => Promise<SearchResult<Point>>;

const space = { x: uniform(-1, 1), y: integer(-5, 5) };
const searches: Readonly<Record<string, Search>> = {
  gridSearch: (options) =>
    gridSearch({ grid: { x: [-1, 0.5, 1], y: [1, 2, 3] }, epochs: 3, ...options }),
  randomSearch: (options) => randomSearch({ space, trials: 9, epochs: 3, ...options }),
  successiveHalving: (options) =>
    successiveHalving({ space, trials: 9, minEpochs: 1, maxEpochs: 9, ...options }),
};
const names = Object.keys(searches);

/** A bowl; every fifth trial fails. Waits for as long as it is told, so that any order can be had. */
function bowl(delays: readonly number[] = []): Objective<Point> {
  let calls = 0;
  return async function objective({ x, y }, { trial, epochs, seed }) {
    const delay = delays[calls++];
    if (delay) await wait(delay);
    if (trial % 5 === 0) throw new RangeError(`trial ${trial} fails`);
    return { score: x * x + y * y + 1 / epochs, iterations: 4 * epochs, noise: seed % 7 };
  };
}

const bits = (result: SearchResult<Point>) => JSON.stringify(result);

describe.each(names)('%s', (name) => {
  const search = searches[name];

  it('finds the same again, and something else with another seed', async () => {
    const found = bits(await search({ objective: bowl(), seed: 7 }));
    expect(bits(await search({ objective: bowl(), seed: 7 }))).toBe(found);
    expect(bits(await search({ objective: bowl(), seed: 8 }))).not.toBe(found);
  });

  it('finds the same with several at once, in whichever order they end', async () => {
    const expected = bits(await search({ objective: bowl() }));
    const delays = fc.array(fc.nat(3), { minLength: 13, maxLength: 13 });
    await fc.assert(
      fc.asyncProperty(delays, fc.integer({ min: 2, max: 12 }), async (waits, parallel) => {
        expect(bits(await search({ objective: bowl(waits), parallel }))).toBe(expected);
      }),
      { numRuns: 12 },
    );
  });

  it('has no more at once than it was told', async () => {
    let running = 0;
    let most = 0;
    const objective: Objective<Point> = async ({ x }) => {
      most = Math.max(most, ++running);
      await wait(2);
      running--;
      return x;
    };
    await search({ objective, parallel: 3 });
    expect(most).toBe(3);
    await search({ objective: Object.assign(objective, { parallel: 4 }) });
    expect(most).toBe(4);
  });

  it('continues after an interruption at any trial as if there had been none', async () => {
    const whole = await search({ objective: bowl() });
    for (let at = 0; at < whole.records.length; at++) {
      const controller = new AbortController();
      const partial = await search({
        objective: bowl(),
        signal: controller.signal,
        progress(event) {
          const finished = event.type === 'trialEnd' ? event.finished : 0;
          if (event.type !== 'rungEnd' && finished === at) controller.abort();
        },
      });
      expect(partial.records).toHaveLength(at);
      expect(partial.complete).toBe(false);
      expect(`${partial}`).toContain(`interrupted after ${at} of ${whole.plan.evaluations}`);
      const read: SearchData = JSON.parse(JSON.stringify(partial));
      let resumed = -1;
      const called: number[] = [];
      const objective = bowl();
      const found = await search({
        objective: Object.defineProperty(
          (values: Point, request: Parameters<typeof objective>[1]) => {
            called.push(request.trial);
            return objective(values, request);
          },
          'name',
          { value: objective.name },
        ),
        resume: read,
        progress(event) {
          if (event.type === 'searchStart') resumed = event.resumed;
        },
      });
      expect(bits(found)).toBe(bits(whole));
      expect(found.complete).toBe(true);
      expect([resumed, called.length]).toEqual([at, whole.records.length - at]);
    }
  });

  it('loses nothing when it is resumed and interrupted at once', async () => {
    const whole = await search({ objective: bowl() });
    const partial = { ...whole.toJSON(), records: whole.toJSON().records.slice(0, 6) };
    const found = await search({
      objective: bowl(),
      resume: partial,
      signal: AbortSignal.abort(),
      parallel: 2,
    });
    expect(found.records).toHaveLength(6);
  });

  it('throws away what ends after the signal', async () => {
    const controller = new AbortController();
    const found = await search({
      signal: controller.signal,
      objective: async (values, { trial, signal }) => {
        if (trial === 4) {
          controller.abort('enough');
          expect(signal.reason).toBe('enough');
        }
        return values.x;
      },
    });
    expect(found.records.map(({ trial }) => trial)).toEqual([1, 2, 3]);
  });

  it('notices a signal although the objective never waits', async () => {
    const busy = () => {
      for (const start = performance.now(); performance.now() - start < 2; );
      return 1;
    };
    const found = await search({ objective: busy, signal: AbortSignal.timeout(0) });
    expect(found.complete).toBe(false);
  });

  it('notes failures, which never win, and never survive', async () => {
    const found = await search({ objective: bowl() });
    const failed = found.records.filter(({ error }) => error !== undefined);
    expect(failed.map(({ trial }) => trial)).toEqual([5]);
    expect(failed[0]).toMatchObject({
      score: undefined,
      error: { name: 'RangeError', message: 'trial 5 fails' },
    });
    expect(found.cost.failures).toBe(1);
    expect(found.table.rows.at(-1)?.trial).toBe(5);
    for (const goal of ['minimum', 'maximum'] as const) {
      const only = await search({
        goal,
        objective: (_, { trial }) => (trial === 2 ? 0 : Number.NaN),
      });
      expect(only.best?.trial).toBe(2);
    }
  });

  it.each([
    [Number.NaN, 'received NaN'],
    [Number.POSITIVE_INFINITY, 'received Infinity'],
    [Number.NEGATIVE_INFINITY, 'received -Infinity'],
    [undefined, 'received undefined'],
    [{ loss: 1 }, 'a finite score'],
    [{ score: 1, accuracy: '1' }, 'metrics that are numbers'],
    [{ score: 1, y: 1 }, 'names that no other column has'],
    [{ score: 1, iterations: 1.5 }, 'a whole number'],
  ])('counts %o as a failure', async (outcome, said) => {
    const found = await search({ objective: () => outcome as number });
    expect(found.best).toBeUndefined();
    expect(found.complete).toBe(true);
    expect(found.records.every(({ error }) => error?.name === 'DataError')).toBe(true);
    expect(found.records[0].error?.message).toContain(said);
    expect(`${found}`).toContain('best: none has a score');
  });

  it('ends with the first failure if told, after what is under way has ended', async () => {
    let running = 0;
    const started: number[] = [];
    const stopping = search({
      stopOnFailure: true,
      parallel: 2,
      objective: async ({ x }, { trial }) => {
        started.push(trial);
        running++;
        await wait(trial === 4 ? 1 : 20);
        running--;
        if (trial === 4) throw new RangeError('it fails');
        return x;
      },
    });
    await expect(stopping).rejects.toThrow(new RangeError('it fails'));
    expect(running).toBe(0);
    expect(Math.max(...started)).toBeLessThanOrEqual(5);
  });

  it('rejects with what `progress` throws', async () => {
    const broken = search({
      objective: () => 1,
      progress: (event) => {
        if (event.type === 'trialEnd') throw new RangeError('the disk is full');
      },
    });
    await expect(broken).rejects.toThrow('the disk is full');
  });

  it('knows which way is better', async () => {
    const objective: Objective<Point> = ({ x, y }) => x + y;
    const scores = (await search({ objective })).records.map(({ score }) => score as number);
    expect((await search({ objective })).best?.score).toBe(Math.min(...scores));
    const highest = await search({ objective, goal: 'maximum' });
    expect(highest.best?.score).toBe(Math.max(...scores));
    const withGoal = Object.assign((point: Point) => point.x + point.y, {
      goal: 'maximum' as const,
    });
    expect((await search({ objective: withGoal })).best?.score).toBe(Math.max(...scores));
    await expect(search({ objective: withGoal, goal: 'minimum' })).rejects.toThrow(
      'Expected "maximum", as the objective has it; received "minimum"',
    );
  });

  it('tells what it does', async () => {
    const events: SearchEvent<Point>[] = [];
    const found = await search({
      objective: bowl(),
      progress: async (event) => {
        events.push(event);
      },
    });
    expect(events[0]).toMatchObject({ type: 'searchStart', plan: found.plan, resumed: 0 });
    expect(events.at(-1)).toEqual({ type: 'searchEnd', result: found });
    const ends = events.filter((event) => event.type === 'trialEnd');
    expect(ends.map(({ finished }) => finished)).toEqual(ends.map((_, index) => index + 1));
    expect(ends.at(-1)?.finished).toBe(ends.at(-1)?.evaluations);
    expect(ends[2].soFar().records.length).toBe(found.records.length);
  });

  it('gives each trial a seed of its own, which does not change', async () => {
    const seeds: number[] = [];
    const found = await search({ objective: (_, { seed }) => seeds.push(seed) });
    const bySeed = new Map(found.records.map(({ trial, seed }) => [trial, seed]));
    expect(new Set(bySeed.values()).size).toBe(9);
    expect(new Set(seeds)).toEqual(new Set(bySeed.values()));
  });
});

describe('resuming', () => {
  const options = { space, trials: 9, epochs: 3, seed: 7 };

  it('continues with more trials than there were', async () => {
    const few = await randomSearch({ ...options, trials: 4, objective: bowl() });
    const more = await randomSearch({ ...options, objective: bowl(), resume: few });
    expect(bits(more)).toBe(bits(await randomSearch({ ...options, objective: bowl() })));
  });

  it('brings back metrics that JSON has no number for', async () => {
    const metrics = { a: Number.NaN, b: Number.NEGATIVE_INFINITY, c: -0 };
    const objective = () => ({ score: -0, ...metrics });
    const first = await randomSearch({ ...options, objective });
    const read = JSON.parse(JSON.stringify(first));
    const second = await randomSearch({ ...options, objective, resume: read });
    expect(second.records[0].metrics).toStrictEqual(metrics);
    expect(second.records).toStrictEqual(first.records);
  });

  it.each([
    ['seed', { seed: '7' }],
    ['seed', { seed: 8 }],
    ['goal', { goal: 'maximum' as const }],
    ['budget', { epochs: 4 }],
    ['space', { space: { ...space, y: integer(-5, 6) } }],
    ['space', { space: { y: space.y, x: space.x } }],
    ['objective', { objective: function other() {} as unknown as Objective<Point> }],
  ])('refuses the result of another %s', async (what, other) => {
    const first = await randomSearch({ ...options, objective: bowl() });
    const another = randomSearch({ ...options, objective: bowl(), ...other, resume: first });
    await expect(another).rejects.toThrow(
      `randomSearch.resume: it is the result of another search; ${what} differs`,
    );
  });

  it('refuses the result of another method', async () => {
    const first = await randomSearch({ ...options, objective: bowl() });
    const other = successiveHalving({
      ...{ space, trials: 9, minEpochs: 3, maxEpochs: 3, seed: 7 },
      ...{ objective: bowl(), resume: first },
    });
    await expect(other).rejects.toThrow('method differs');
  });

  it.each<[string, (data: ReturnType<typeof JSON.parse>) => unknown]>([
    ['nothing', () => ({})],
    ['resume[1]: Expected an object; received 7', (data) => [data, 7]],
    ['randomSearch.resume[0]: it is the result of another search', () => [[]]],
    ['records: Expected an array', (data) => ({ ...data, records: 7 })],
    ['records[0]: Expected an object', (data) => ({ ...data, records: [null] })],
    ['trials from 1 to 9', (data) => Object.assign(data.records[1], { trial: 10 }) && data],
    ['each trial once', (data) => ({ ...data, records: [data.records[0], data.records[0]] })],
    ['epochs: 3', (data) => Object.assign(data.records[1], { epochs: 2 }) && data],
    ['values {', (data) => Object.assign(data.records[1].values, { x: 0 }) && data],
    ['seed ', (data) => Object.assign(data.records[1], { seed: 1 }) && data],
    ['a finite score', (data) => Object.assign(data.records[1], { score: 'low' }) && data],
    ['a finite score', (data) => Object.assign(data.records[4], { score: 1 }) && data],
    [
      'records[1].metrics: Expected an object',
      (data) => Object.assign(data.records[1], { metrics: 1 }) && data,
    ],
    ['as metric noise', (data) => Object.assign(data.records[1].metrics, { noise: null }) && data],
    [
      'records[1].trainedEpochs',
      (data) => Object.assign(data.records[1], { trainedEpochs: -1 }) && data,
    ],
    [
      'records[1].iterations',
      (data) => Object.assign(data.records[1], { iterations: 0.5 }) && data,
    ],
  ])('refuses damage: %s', async (said, damage) => {
    const first = JSON.parse(bits(await randomSearch({ ...options, objective: bowl() })));
    let called = 0;
    const second = randomSearch({
      ...options,
      objective: Object.defineProperty(() => called++, 'name', { value: 'objective' }),
      resume: damage(first) as SearchData,
    });
    const error = await second.catch((thrown) => thrown);
    expect(error.name).toBe(said.includes('received 7') ? 'OptionError' : 'DataError');
    expect(error.message).toContain(said);
    expect(called).toBe(0);
  });
});

describe('what a trial keeps', () => {
  const options = { space, trials: 9, minEpochs: 1, maxEpochs: 9 };

  it('is there again for survivors, and forgotten with the others', async () => {
    const made: number[] = [];
    const seen: string[] = [];
    const found = await successiveHalving({
      ...options,
      objective: (_, { trial, epochs, keep }) => {
        const own = keep(() => {
          made.push(trial);
          return { trial, epochs: 0 };
        });
        seen.push(`${trial}: ${own.epochs} to ${epochs}`);
        expect(own.trial).toBe(trial);
        expect(keep(() => ({ trial: 0, epochs: 0 }))).toBe(own);
        own.epochs = epochs;
        return -trial;
      },
    });
    expect(made).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(seen.slice(9)).toEqual(['7: 1 to 3', '8: 1 to 3', '9: 1 to 3', '9: 3 to 9']);
    expect(found.cost.epochs).toBe(9 + 3 * 2 + 6);
  });

  it('is not more than may survive', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const alive = new Set<number>();
    const registry = new FinalizationRegistry<number>((trial) => alive.delete(trial));
    let most = 0;
    await successiveHalving({
      ...{ ...options, trials: 60, factor: 20 },
      objective: (_, { trial, keep }) => {
        registry.register(
          keep(() => ({ trial })),
          trial,
        );
        alive.add(trial);
        return trial % 7;
      },
      progress: async (event) => {
        if (event.type !== 'trialEnd' || event.finished !== 59) return;
        // Finalizers come when the engine has time for them: on a busy machine not at once.
        for (let turn = 0; turn < 200 && (turn === 0 || alive.size >= 10); turn++) {
          collect();
          await wait(5);
        }
        most = Math.max(most, alive.size);
      },
    });
    expect(most).toBeGreaterThanOrEqual(3);
    expect(most).toBeLessThan(10);
  });

  it('is lost with an interruption, which costs epochs and changes no score', async () => {
    const objective: Objective<Point> = (point, { epochs, keep }) => {
      const trained = keep(() => ({ epochs: 0 }));
      trained.epochs = epochs;
      return { score: point.x + 1 / epochs, iterations: 5 * epochs };
    };
    const whole = await successiveHalving({ ...options, objective });
    const records = whole.toJSON().records.slice(0, 10);
    const resumed = await successiveHalving({
      ...options,
      objective,
      resume: { ...whole.toJSON(), records },
    });
    expect(resumed.records.map(({ trial, epochs, score }) => [trial, epochs, score])).toEqual(
      whole.records.map(({ trial, epochs, score }) => [trial, epochs, score]),
    );
    expect(resumed.cost.epochs - whole.cost.epochs).toBe(2 * 1 + 3);
    expect(resumed.cost.iterations - whole.cost.iterations).toBe(5 * 5);
  });
});

describe('successive halving', () => {
  it('begins with the trials of a random search', async () => {
    const objective = bowl();
    const random = await randomSearch({ space, trials: 9, epochs: 1, seed: 7, objective });
    const halving = await successiveHalving({
      ...{ space, trials: 9, minEpochs: 1, maxEpochs: 9, seed: 7, objective: bowl() },
    });
    expect(halving.records.slice(0, 9)).toEqual(random.records);
  });

  it('tells who survives, and lets the earlier of two equals', async () => {
    const rungs: unknown[] = [];
    const found = await successiveHalving({
      ...{ space, trials: 9, minEpochs: 2, maxEpochs: 10 },
      objective: (_, { trial, maxEpochs }) => {
        expect(maxEpochs).toBe(10);
        return trial <= 3 ? 5 : 4;
      },
      progress: (event) => {
        if (event.type === 'rungEnd') rungs.push([event.rung, event.epochs, event.survivors]);
      },
    });
    expect(rungs).toEqual([
      [1, 2, [4, 5, 6]],
      [2, 6, [4]],
      [3, 10, []],
    ]);
    expect(found.best?.trial).toBe(4);
  });

  it('says the best of those with the most epochs, even if another was better earlier', async () => {
    const found = await successiveHalving({
      ...{ space, trials: 3, minEpochs: 1, maxEpochs: 3 },
      objective: (_, { trial, epochs }) => trial + 10 * epochs,
    });
    expect(found.best).toMatchObject({ trial: 1, epochs: 3, score: 31 });
    expect(found.table.rows.map(({ trial }) => trial)).toEqual([1, 2, 3]);
    expect(found.sortBy('score').rows.map(({ trial }) => trial)).toEqual([2, 3, 1]);
  });

  it('ends when nobody is left', async () => {
    const found = await successiveHalving({
      ...{ space, trials: 9, minEpochs: 1, maxEpochs: 9 },
      objective: ({ x }, { epochs }) => (epochs === 3 ? Number.NaN : x),
    });
    expect(found.complete).toBe(true);
    expect(found.cost).toMatchObject({ evaluations: 12, failures: 3 });
    expect(found.best?.epochs).toBe(1);
  });
});

describe('options', () => {
  it.each([
    [{ threads: 2 }, 'workerObjective'],
    [{ epochs: 0 }, 'gridSearch.epochs: Expected a whole number, 1 or more'],
    [{ space: {} }, 'The space of gridSearch is its grid'],
    [{ seed: Number.NaN }, 'gridSearch.seed'],
    [{ objective: 3 }, 'gridSearch.objective: Expected a function'],
    [{ paralel: 3 }, 'Did you mean parallel?'],
    [{ parallel: 0 }, 'gridSearch.parallel'],
  ])('that do not fit are refused: %o', async (given, said) => {
    const options = { grid: { x: [1] }, epochs: 1, objective: () => 1, ...given };
    await expect(gridSearch(options as never)).rejects.toThrow(said);
  });
});
