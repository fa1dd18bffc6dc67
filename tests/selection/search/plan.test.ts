/** What a search will cost, and that it costs that. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gridSearchPlan,
  integer,
  randomSearchPlan,
  successiveHalving,
  successiveHalvingPlan,
} from '../../../src/selection/index.ts';

const budgets = fc
  .record({
    trials: fc.integer({ min: 1, max: 30 }),
    minEpochs: fc.integer({ min: 1, max: 5 }),
    more: fc.integer({ min: 0, max: 60 }),
    factor: fc.integer({ min: 2, max: 5 }),
  })
  .map(({ more, ...budget }) => ({ ...budget, maxEpochs: budget.minEpochs + more }));

describe('the plan', () => {
  it('of a grid and of random trials is trials times epochs', () => {
    const plan = gridSearchPlan({ grid: { a: [1, 2, 3], b: integer(1, 4) }, epochs: 20 });
    expect(plan).toMatchObject({ trials: 12, evaluations: 12, epochs: 240, epochsGoingOn: 240 });
    expect(`${plan}`).toBe('12 trials of 20 epochs = 240 epochs');
    expect(randomSearchPlan({ trials: 7, epochs: 3 }).epochs).toBe(21);
  });

  it('of successive halving is that of the paper', () => {
    const plan = successiveHalvingPlan({ trials: 27, minEpochs: 1, maxEpochs: 27 });
    expect(plan.rungs).toEqual([
      { trials: 27, epochs: 1 },
      { trials: 9, epochs: 3 },
      { trials: 3, epochs: 9 },
      { trials: 1, epochs: 27 },
    ]);
    expect(`${plan}`).toBe(
      [
        'rung  trials  epochs each',
        '1         27            1',
        '2          9            3',
        '3          3            9',
        '4          1           27',
        '27 trials, 40 evaluations',
        '81 epochs if survivors continue, 108 if they are trained anew',
        '729 epochs for all trials to the end',
      ].join('\n'),
    );
  });

  it('of successive halving has rungs that narrow and lengthen by the factor', () => {
    fc.assert(
      fc.property(budgets, (budget) => {
        const { rungs, epochs, epochsGoingOn, evaluations } = successiveHalvingPlan(budget);
        const { trials, minEpochs, maxEpochs, factor } = budget;
        expect(rungs[0]).toEqual({ trials, epochs: minEpochs });
        expect(rungs.at(-1)?.epochs).toBe(maxEpochs);
        for (let i = 1; i < rungs.length; i++) {
          expect(rungs[i].trials).toBe(Math.max(1, Math.floor(rungs[i - 1].trials / factor)));
          expect(rungs[i].epochs).toBe(Math.min(maxEpochs, minEpochs * factor ** i));
          expect(rungs[i].epochs).toBeGreaterThan(rungs[i - 1].epochs);
        }
        expect(epochsGoingOn).toBeLessThanOrEqual(epochs);
        expect(epochsGoingOn).toBeLessThanOrEqual(trials * maxEpochs);
        expect(evaluations).toBeGreaterThanOrEqual(trials);
      }),
    );
  });

  it('of successive halving is what it costs, and the best are what is left', async () => {
    await fc.assert(
      fc.asyncProperty(budgets, fc.boolean(), async (budget, goesOn) => {
        const lengths: number[] = [];
        const result = await successiveHalving({
          ...budget,
          space: { x: integer(0, 1000) },
          objective: ({ x }, { epochs, keep }) => {
            if (goesOn) keep(() => x);
            lengths.push(epochs);
            return { score: x, iterations: 7 * epochs };
          },
        });
        const plan = successiveHalvingPlan(budget);
        expect(result.cost.epochs).toBe(goesOn ? plan.epochsGoingOn : plan.epochs);
        expect(result.cost.iterations).toBe(7 * result.cost.epochs);
        for (const { trials, epochs } of plan.rungs) {
          expect(lengths.filter((length) => length === epochs)).toHaveLength(trials);
        }
        const lowest = result.records
          .filter(({ epochs }) => epochs === budget.minEpochs)
          .reduce((least, { score }) => Math.min(least, score ?? 0), 1000);
        expect(result.best?.score).toBe(lowest);
        expect(result.best?.epochs).toBe(budget.maxEpochs);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    [{ trials: 9, minEpochs: 5, maxEpochs: 4 }, 'minEpochs: Expected at most maxEpochs, 4'],
    [
      { trials: 9, minEpochs: 1, maxEpochs: 4, factor: 1 },
      'factor: Expected a whole number, 2 or more',
    ],
    [{ trials: 0, minEpochs: 1, maxEpochs: 4 }, 'trials: Expected a whole number from 1'],
    [{ trials: 9, minEpochs: 1, maxEpochs: 4, factor: 2.5 }, 'factor: Expected a whole number'],
  ])('is refused for %o', (budget, said) => {
    expect(() => successiveHalvingPlan(budget)).toThrow(said);
  });
});
