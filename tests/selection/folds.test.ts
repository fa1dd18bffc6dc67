import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dataset, diabetes, fromArrays, iris } from '../../src/data/index.ts';
import { type Fold, type FoldsOptions, folds } from '../../src/selection/index.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const sorted = (samples: Iterable<number>) => [...samples].sort((a, b) => a - b);

const ofClasses = (classes: readonly number[]): Dataset =>
  fromArrays({ inputs: classes.map((_, i) => [i]), targets: Int32Array.from(classes) });

function countsByClass(dataset: Dataset, samples: Int32Array): number[] {
  const classes = Array.from(dataset.targets.toTypedArray());
  const counts = new Array<number>(classes.reduce((a, b) => Math.max(a, b), 0) + 1).fill(0);
  for (const sample of samples) counts[classes[sample]] += 1;
  return counts;
}

const range = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

describe('folds', () => {
  const options = fc
    .record({
      samples: fc.integer({ min: 2, max: 80 }),
      k: fc.integer({ min: 2, max: 12 }),
      repeats: fc.integer({ min: 1, max: 3 }),
      seed: fc.oneof(fc.integer(), fc.string()),
    })
    .filter(({ samples, k }) => k <= samples);

  it('judge by every sample exactly once in each repeat, and learn from all others', () => {
    fc.assert(
      fc.property(options, (given) => {
        const made = folds(given);
        expect(made.map(({ repeat, fold }) => [repeat, fold])).toEqual(
          upTo(given.repeats).flatMap((r) => upTo(given.k).map((f) => [r + 1, f + 1])),
        );
        for (const repeat of upTo(given.repeats)) {
          const own = made.slice(repeat * given.k, (repeat + 1) * given.k);
          expect(sorted(own.flatMap(({ validation }) => [...validation]))).toEqual(
            upTo(given.samples),
          );
        }
        for (const { train, validation } of made) {
          expect(sorted([...train, ...validation])).toEqual(upTo(given.samples));
          expect([...train]).toEqual(sorted(train));
          expect([...validation]).toEqual(sorted(validation));
        }
      }),
    );
  });

  it('have the sizes of KFold: the first samples mod k are larger by one', () => {
    fc.assert(
      fc.property(options, (given) => {
        const { samples, k } = given;
        const sizes = folds({ ...given, repeats: 1 }).map(({ validation }) => validation.length);
        const small = Math.floor(samples / k);
        expect(sizes).toEqual(upTo(k).map((i) => (i < samples % k ? small + 1 : small)));
      }),
    );
  });

  it('are the same for the same seed, others for another seed or repeat', () => {
    const parts = (given: Partial<FoldsOptions>) =>
      folds({ samples: 40, k: 4, ...given }).map(({ validation }) => validation.join());
    expect(parts({ seed: 7 })).toEqual(parts({ seed: 7 }));
    expect(parts({ seed: 7 })).not.toEqual(parts({ seed: 8 }));
    expect(parts({ seed: 7 })).not.toEqual(parts({ seed: '7' }));
    const [first, second] = [0, 4].map((start) => parts({ repeats: 2 }).slice(start, start + 4));
    expect(first).not.toEqual(second);
    expect(first).toEqual(parts({ repeats: 1 }));
  });

  it('are drawn at random: no sample keeps company with its neighbours', () => {
    const [{ validation }] = folds({ samples: 100, k: 2, seed: 1 });
    expect([...validation]).not.toEqual(upTo(50));
    expect([...validation]).not.toEqual(upTo(50).map((i) => 2 * i));
  });
});

describe('stratified folds', () => {
  it('differ by at most one sample in each class and in total, as those of StratifiedKFold', () => {
    const counts = fc.array(fc.integer({ min: 6, max: 30 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 6 }), fc.integer(), (counts, k, seed) => {
        const dataset = ofClasses(counts.flatMap((count, own) => new Array(count).fill(own)));
        const made = folds({ dataset, k, seed, stratify: true });
        expect(range(made.map(({ validation }) => validation.length))).toBeLessThanOrEqual(1);
        const byFold = made.map(({ validation }) => countsByClass(dataset, validation));
        counts.forEach((_, own) => {
          expect(range(byFold.map((row) => row[own]))).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('of iris are even', () => {
    const dataset = iris();
    const even = folds({ dataset, k: 5, stratify: true }).map(({ validation }: Fold) =>
      countsByClass(dataset, validation),
    );
    expect(even).toEqual(new Array(5).fill([10, 10, 10]));
  });

  it('are not those that chance makes', () => {
    const dataset = iris();
    const made = folds({ dataset, k: 5, seed: 7 });
    const counts = made.map(({ validation }) => countsByClass(dataset, validation));
    expect(counts).not.toEqual(new Array(5).fill([10, 10, 10]));
  });
});

describe('folds that cannot be', () => {
  it.each<[string, FoldsOptions, RegExp]>([
    ['neither samples nor dataset', {}, /either a dataset or the number.*received neither/],
    ['both', { samples: 3, dataset: iris() }, /received both/],
    ['one fold', { samples: 10, k: 1 }, /folds\.k: Expected 2 folds or more/],
    ['more folds than samples', { samples: 4 }, /at most 4, the number of samples; received 5/],
    ['classes of a number', { samples: 10, stratify: true }, /Pass dataset instead of samples/],
    ['no classes', { dataset: diabetes(), stratify: true }, /targets that are classes/],
    ['a bad seed', { samples: 9, seed: Number.NaN }, /folds\.seed/],
  ])('%s', (_, options, message) => {
    expect(() => folds(options)).toThrow(message);
  });

  it('a class with fewer samples than folds, which is named', () => {
    const dataset = fromArrays({ inputs: [1, 2, 3, 4, 5], targets: ['a', 'a', 'a', 'b', 'b'] });
    expect(() => folds({ dataset, k: 3, stratify: true })).toThrow(
      /at least 3 samples of every class.*2 of class 1 \(b\).*Lower k/,
    );
  });
});
