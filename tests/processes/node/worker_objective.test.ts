/** Trials in threads: the same results, errors as they were, and an end to everything. */
import { setTimeout as wait } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type WorkerObjective,
  type WorkerObjectiveOptions,
  workerObjective,
} from '../../../src/node/index.ts';
import { sharesOf } from '../../../src/node/worker_objective.ts';
import {
  gridSearch,
  integer,
  type Objective,
  randomSearch,
  type SearchResult,
  successiveHalving,
  uniform,
  type Values,
} from '../../../src/selection/index.ts';
import { coresHere } from '../../../src/threads/cores.ts';
import { custom, grid } from './custom_trial.ts';
import { iris } from './iris_trial.ts';

const MODULE = new URL('../../fixtures/selection/trials.mjs', import.meta.url);
const trials: Readonly<Record<string, Objective>> = await import(MODULE.href);
const space = { rate: uniform(0, 1), width: integer(1, 8) };
const setting = { space, trials: 8, epochs: 3, seed: 7 };
const open: Pick<WorkerObjective, 'close'>[] = [];

function inThreads<V = Values>(
  options: WorkerObjectiveOptions = {},
  module: URL | string = MODULE,
): Objective<V> {
  const objective = workerObjective<V>(module, { parallel: 2, ...options });
  open.push(objective);
  return objective;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((objective) => objective.close()));
});

/** Everything that a search says, but for the name of its objective. */
const bits = (result: SearchResult<unknown>) =>
  JSON.stringify({ ...result.toJSON(), objective: '' });

describe('an objective in threads', () => {
  it.each([1, 2, 3])('finds with %i threads what it finds in the process', async (parallel) => {
    const expected = await randomSearch({ ...setting, objective: trials.default });
    const found = await randomSearch({ ...setting, objective: inThreads({ parallel }) });
    expect(bits(found)).toBe(bits(expected));
    expect(expected.cost).toMatchObject({ failures: 0, iterations: 8 * 30 });
  });

  it('does not mind in which order trials end', async () => {
    const ended: number[] = [];
    const found = await randomSearch({
      ...setting,
      objective: inThreads({ export: 'late', parallel: 4 }),
      progress: (event) => {
        if (event.type === 'trialEnd') ended.push(event.record.trial);
      },
    });
    expect(ended).not.toEqual([...ended].sort((a, b) => a - b));
    const expected = await randomSearch({ ...setting, objective: trials.default });
    expect(bits(found)).toBe(bits(expected));
  });

  it('runs in as many threads as it was told, none of them this one', async () => {
    const found = await randomSearch({
      ...setting,
      objective: inThreads({ export: 'thread', parallel: 2 }),
    });
    const threads = new Set(found.records.map(({ metrics }) => metrics.thread));
    expect(threads.size).toBe(2);
    expect(threads.has(threadId)).toBe(false);
  });

  it('takes a path from the current folder, too', async () => {
    const objective = inThreads({}, 'tests/fixtures/selection/trials.mjs');
    expect((await randomSearch({ ...setting, objective })).cost.failures).toBe(0);
  });

  it('trains survivors of successive halving anew, and counts what that costs', async () => {
    const options = { space, trials: 9, minEpochs: 1, maxEpochs: 9, seed: 7 };
    const found = await successiveHalving({ ...options, objective: inThreads() });
    const expected = await successiveHalving({
      ...options,
      objective: trials.default,
    });
    expect(bits(found)).toBe(bits(expected));
    expect(found.cost.epochs).toBe(9 * 1 + 3 * 3 + 1 * 9);
  });
});

describe('a network that is trained in threads', () => {
  it('has the same bits as one that is trained here', async () => {
    const options = {
      grid: { learningRate: [0.1, 0.01, 0.001], units: [4, 8] },
      epochs: 3,
      seed: 7,
      goal: 'maximum',
    } as const;
    const here = await gridSearch({ ...options, objective: iris });
    const there = await gridSearch({
      ...options,
      objective: inThreads({ export: 'iris' }, new URL('./iris_trial.mjs', import.meta.url)),
    });
    expect(there.cost.failures).toBe(0);
    expect(bits(there)).toBe(bits(here));
    expect(new Set(here.records.map(({ score }) => score)).size).toBeGreaterThan(3);
  }, 60_000);

  it('may have layers, optimizers, losses and activations of the user, found by name in every thread', async () => {
    const options = { grid, epochs: 3, seed: 7 };
    const here = await gridSearch({ ...options, objective: custom });
    const there = await gridSearch({
      ...options,
      objective: inThreads<(typeof here.records)[0]['values']>(
        { export: 'custom' },
        new URL('./custom_trial.mjs', import.meta.url),
      ),
    });
    expect(there.records.map(({ error }) => error?.message)).toEqual(new Array(4).fill(undefined));
    expect(bits(there)).toBe(bits(here));
    expect(new Set(here.records.map(({ score }) => score)).size).toBe(4);
  }, 60_000);
});

describe('what goes wrong in a thread', () => {
  it('is told as in the process, and the others continue', async () => {
    const found = await randomSearch({ ...setting, objective: inThreads({ export: 'failing' }) });
    const errors = found.records.map(({ error }) => error && `${error.name}: ${error.message}`);
    expect(errors).toEqual([
      'WeatherError: it rains',
      'Error: no error at all',
      'DataError: trial 3: Expected a finite score; received NaN. Return a number that is neither NaN nor infinite, or throw an error to fail this trial alone.',
      'Error: process.exit(3) was called in a trial',
      'RangeError: outside of all promises',
      'DataCloneError: () => 1 could not be cloned.',
      undefined,
      undefined,
    ]);
  });

  it('has the stack that it had there', async () => {
    const search = randomSearch({
      ...setting,
      objective: inThreads({ export: 'failing' }),
      stopOnFailure: true,
      parallel: 1,
    });
    const error = await search.catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('WeatherError');
    expect(error.stack).toContain('trials.mjs');
  });

  it.each([
    [{ export: 'missing' }, 'failing, late, noFunction, thread'],
    [{ export: 'noFunction' }, 'received "noFunction"'],
  ])('is no function: %o', async (options, said) => {
    const { records, best } = await randomSearch({ ...setting, objective: inThreads(options) });
    expect(best).toBeUndefined();
    expect(records[0].error).toMatchObject({ name: 'OptionError' });
    expect(records[0].error?.message).toContain(said);
  });

  it('is a module that is not there', async () => {
    const objective = inThreads({}, 'tests/fixtures/selection/no.mjs');
    const { records } = await randomSearch({ ...setting, objective });
    expect(records.map(({ error }) => error?.message)).toEqual(
      new Array(8).fill(expect.stringContaining('no.mjs')),
    );
  });

  it('is threads that do not start, of which none ends the process', async () => {
    const objective = inThreads({ parallel: 4, execArgv: ['--import', './no_such_file.mjs'] });
    const { records } = await randomSearch({ ...setting, objective, parallel: 1 });
    expect(records).toHaveLength(8);
    expect(records.every(({ error }) => error?.message.includes('no_such_file'))).toBe(true);
    // With one trial at a time the other threads fail on their own, the last of them about now.
    await wait(500);
  });
});

describe('the end', () => {
  it('comes at once for threads that never would', async () => {
    const controller = new AbortController();
    const objective = inThreads({ export: 'endless' });
    setTimeout(() => controller.abort(), 300);
    const found = await randomSearch({ ...setting, objective, signal: controller.signal });
    expect(found.complete).toBe(false);
    expect(found.records).toEqual([]);
  });

  it('can be continued', async () => {
    const controller = new AbortController();
    const objective = inThreads({ export: 'late', parallel: 2 });
    const partial = await randomSearch({
      ...setting,
      objective,
      signal: controller.signal,
      progress: (event) => {
        if (event.type === 'trialEnd' && event.finished === 3) controller.abort();
      },
    });
    // The third and the fourth trial end at the same moment, so the fourth may still be counted.
    expect([3, 4]).toContain(partial.records.length);
    expect(partial.complete).toBe(false);
    const found = await randomSearch({ ...setting, objective, resume: partial });
    expect(bits(found)).toBe(bits(await randomSearch({ ...setting, objective: trials.default })));
  });

  it('is close(), after which it is an error to continue', async () => {
    const objective = workerObjective(MODULE, { parallel: 1 });
    await randomSearch({ ...setting, objective: objective as Objective });
    await objective.close();
    await objective.close();
    const { records } = await randomSearch({ ...setting, objective: objective as Objective });
    expect(records[0].error?.message).toContain('a trial after close()');
  });

  it('is close(), even for threads that are in the middle of a trial', async () => {
    const objective = workerObjective(MODULE, { parallel: 2, export: 'endless' });
    setTimeout(() => objective.close(), 300);
    const { records } = await randomSearch({ ...setting, objective: objective as Objective });
    const messages = records.map(({ error }) => error?.message ?? '');
    expect(messages.slice(0, 2)).toEqual(new Array(2).fill('Terminating worker thread'));
    expect(messages.slice(2).every((message) => message.includes('after close()'))).toBe(true);
  });

  it('is that of the block, with `await using`', async () => {
    let outside: WorkerObjective | undefined;
    {
      await using objective = workerObjective(MODULE, { parallel: 1 });
      outside = objective;
      await randomSearch({ ...setting, objective: objective as Objective });
    }
    const { records } = await randomSearch({ ...setting, objective: outside as Objective });
    expect(records[0].error?.name).toBe('StateError');
  });
});

describe('trials that have threads of their own', () => {
  it.each([
    [8, {}, 8, 1],
    [8, { parallel: 4 }, 4, 2],
    [8, { parallel: 3 }, 3, 2],
    [8, { parallel: 16 }, 16, 1],
    [8, { parallel: 2, threads: 3 }, 2, 3],
    [8, { parallel: 4, threads: 3 }, 4, 2],
    [8, { threads: 3 }, 2, 3],
    [2, { threads: 3 }, 1, 2],
    [1, {}, 1, 1],
  ])('of %i cores with %o: %i at once with %i each', (cores, given, parallel, threads) => {
    expect(
      sharesOf({ threads: 'auto', ...given } as Parameters<typeof sharesOf>[0], cores),
    ).toEqual({
      ...{ parallel, threads },
    });
  });

  it('together have no more than there are cores, whatever they ask for, and the bits of one', async () => {
    const cores = coresHere();
    const grid = { learningRate: [0.1, 0.01, 0.001, 0.0001] };
    const scores: unknown[] = [];
    for (const parallel of [1, 2]) {
      const module = new URL('./sharing_trial.mjs', import.meta.url);
      const objective = inThreads<{ learningRate: number }>(
        { parallel, export: 'sharing' },
        module,
      );
      const { records, cost } = await gridSearch({ grid, epochs: 3, seed: 7, objective });
      expect(cost.failures, records[0].error?.message).toBe(0);
      const share = Math.max(1, Math.floor(cores / parallel));
      for (const { metrics } of records) {
        expect(metrics).toMatchObject({ share, started: share - 1 });
      }
      scores.push(records.map(({ score }) => score));
    }
    expect(scores[0]).toEqual(scores[1]);
  }, 60_000);
});

describe('options', () => {
  it('that do not fit are refused', () => {
    expect(() => workerObjective(MODULE, { threads: 0 })).toThrow('workerObjective.threads');
    expect(() => workerObjective(MODULE, { parallel: 0 })).toThrow('workerObjective.parallel');
    expect(() => workerObjective('')).toThrow('a URL such as');
  });
});
