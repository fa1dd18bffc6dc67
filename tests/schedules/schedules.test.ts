import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/index.ts';
import {
  constant,
  cosine,
  cosineRestarts,
  exponential,
  inverseSquareRoot,
  join,
  linear,
  multiStep,
  oneCycle,
  polynomial,
  type Schedule,
  stepDecay,
  warmUp,
} from '../../src/schedules/index.ts';
import { scheduleRecords } from './records.ts';

const factors = (schedule: Schedule, total: number) =>
  Array.from({ length: total }, (_, count) => schedule.factor(count, total));

const each = Object.entries(scheduleRecords).flatMap(([name, { examples, unit }]) =>
  examples.map((schedule) => ({ name, unit, schedule })),
);

describe.each(each)('$name', ({ unit, schedule }) => {
  it('gives factors from 0 to 1 for trainings of any length, and beyond their end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(300), (total, count) => {
        const factor = schedule.factor(count, total);
        expect(factor).toBeGreaterThanOrEqual(0);
        expect(factor).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is a pure function: asked twice, in another order, it answers the same', () => {
    const forward = factors(schedule, 40);
    const backward = forward.map((_value, k) => schedule.factor(39 - k, 40)).reverse();
    expect(backward).toEqual(forward);
  });

  it('counts what its record says: epochs where decay is spoken of in epochs', () => {
    expect(schedule.unit).toBe(unit);
  });
});

describe('units', () => {
  it('can be said', () => {
    expect(cosine({ per: 'epoch' }).unit).toBe('epoch');
    expect(cosine({ per: 'epoch', warmUp: 2 }).unit).toBe('epoch');
    expect(stepDecay({ every: 100, per: 'iteration' }).unit).toBe('iteration');
    expect(() => cosine({ per: 'step' as 'epoch' })).toThrow(/cosine\.per/);
  });
});

describe('a warm-up', () => {
  it('rises evenly from 0, without an iteration at 0, by default', () => {
    expect(factors(warmUp(constant(), { over: 3 }), 5)).toEqual([0.25, 0.5, 0.75, 1, 1]);
  });

  it('hands over to a schedule that counts from its own beginning and fills what is left', () => {
    const inner = cosine();
    const warm = factors(warmUp(inner, { over: 5, startFactor: 0.5 }), 25);
    expect(warm.slice(5)).toEqual(factors(inner, 20));
    expect(warm.slice(0, 5)).toEqual([0.5, 0.6, 0.7, 0.8, 0.9]);
  });

  it('rises to the first factor of a schedule that does not start at 1', () => {
    const warm = factors(warmUp(constant({ factor: 0.5 }), { over: 1, startFactor: 0 }), 3);
    expect(warm).toEqual([0, 0.5, 0.5]);
  });

  it('longer than the training still rises', () => {
    const warm = factors(cosine({ warmUp: 9 }), 3);
    expect(warm).toEqual([0.1, 0.2, 0.3].map((value) => expect.closeTo(value, 14)));
  });

  it('is the warmUp option of cosine', () => {
    expect(factors(cosine({ warmUp: 3, minimum: 0.1 }), 12)).toEqual(
      factors(warmUp(cosine({ minimum: 0.1 }), { over: 3 }), 12),
    );
  });
});

describe('schedules joined', () => {
  it('count from their own beginning, with their own length as total', () => {
    const parts = [linear({ startFactor: 0, endFactor: 1 }), constant(), linear()];
    expect(factors(join(parts, { at: [2, 4] }), 8)).toEqual([0, 0.5, 1, 1, 1, 0.75, 0.5, 0.25]);
  });

  it('must count the same thing', () => {
    expect(() => join([cosine(), stepDecay({ every: 2 })], { at: [4] })).toThrow(
      /units differ.*iteration.*stepDecay.*epoch.*per: 'iteration'/,
    );
  });

  it('need one place fewer than there are schedules, in rising order', () => {
    expect(() => join([cosine()], { at: [3] })).toThrow(/join\.at/);
    expect(() => join([cosine(), cosine(), cosine()], { at: [3, 3] })).toThrow(/rising order/);
    expect(() => join([cosine(), cosine()], { at: [0] })).toThrow(/rising order/);
  });
});

describe('where factors change', () => {
  it('stepDecay keeps the first factor for exactly `every` counts', () => {
    const stair = stepDecay({ every: 3, factor: 0.5 });
    expect(factors(stair, 7)).toEqual([1, 1, 1, 0.5, 0.5, 0.5, 0.25]);
  });

  it('cosineRestarts is at 1 at the start of each cycle', () => {
    const schedule = cosineRestarts({ first: 2, growth: 3 });
    const ones = factors(schedule, 30).flatMap((factor, count) => (factor === 1 ? [count] : []));
    expect(ones).toEqual([0, 2, 8, 26]);
  });

  it('inverseSquareRoot is at its largest, 1, where the rise ends', () => {
    const found = factors(inverseSquareRoot({ warmUp: 4 }), 16);
    expect(found.slice(0, 4)).toEqual([0.25, 0.5, 0.75, 1]);
    expect(found[15]).toBe(0.5);
    expect(Math.max(...found)).toBe(1);
    // The formula of the paper, divided by its value at the end of the rise.
    found.forEach((factor, index) => {
      const n = index + 1;
      expect(factor).toBeCloseTo(Math.min(n ** -0.5, n * 4 ** -1.5) / 4 ** -0.5, 14);
    });
  });

  it('schedules over fewer counts than the training stay where they end', () => {
    expect(linear({ over: 4, endFactor: 0.5 }).factor(9, 20)).toBe(0.5);
    expect(cosine({ over: 4, minimum: 0.25 }).factor(9, 20)).toBe(0.25);
    expect(polynomial({ over: 4, minimum: 0.25 }).factor(9, 20)).toBe(0.25);
  });
});

describe('options of schedules', () => {
  const unfit: Record<string, () => Schedule> = {
    'a stair without a width': () => stepDecay({} as { every: number }),
    'a stair of width 0': () => stepDecay({ every: 0 }),
    'an exponential of 0': () => exponential({ factor: 0 }),
    'milestones that fall': () => multiStep({ milestones: [3, 2] }),
    'a minimum of all': () => cosine({ minimum: 1 }),
    'cycles of no whole length': () => cosineRestarts({ first: 2, growth: 1.5 }),
    'a rise longer than half in three phases': () => oneCycle({ rise: 0.6, threePhase: true }),
    'an unknown curve': () => oneCycle({ anneal: 'cos' as 'cosine' }),
    'a warm-up of nothing': () => warmUp(cosine(), { over: 0 }),
    'nothing joined': () => join([], { at: [] }),
  };

  it.each(Object.entries(unfit))('are refused: %s', (_, make) => {
    expect(make).toThrow(OptionError);
  });

  it('say where misplaced ones belong', () => {
    const options = { learningRate: 0.1 } as object;
    expect(() => cosine(options)).toThrow(/belongs to the optimizer/);
    expect(() => linear({ warmUp: 3 } as object)).toThrow(/warmUp\(schedule/);
    expect(() => warmUp(cosine(), { over: 3, per: 'epoch' } as { over: number })).toThrow(
      /that of the schedule/,
    );
  });
});
