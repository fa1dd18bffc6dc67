/** Numbers of trials, written as ranges. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { missingTrials, rangesOf } from '../../../src/selection/search/part.ts';

it('are joined where they are neighbours, and only there', () => {
  expect(rangesOf([5, 1, 3, 2])).toEqual([
    [1, 3],
    [5, 5],
  ]);
  expect(rangesOf([])).toEqual([]);
});

it('hold the numbers that they were made of, and with the missing ones all', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 30 }));
  const listed = (ranges: readonly (readonly [number, number])[]) =>
    ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, k) => first + k),
    );
  fc.assert(
    fc.property(numbers, (trials) => {
      const ranges = rangesOf(trials);
      expect(listed(ranges)).toEqual([...trials].sort((a, b) => a - b));
      for (const [at, [first]] of ranges.entries()) {
        expect(first).toBeGreaterThan((ranges[at - 1]?.[1] ?? -1) + 1);
      }
      const all = [...trials, ...listed(missingTrials(trials, 30))];
      expect(all.sort((a, b) => a - b)).toEqual(listed([[1, 30]]));
    }),
  );
});
