import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dataset, digits, fromArrays, iris, split } from '../../src/data/index.ts';
import { tensor } from '../../src/tensor/create.ts';

/** Each input is the number of its sample. */
const numbered = (classes: readonly number[]): Dataset =>
  fromArrays({ inputs: classes.map((_, i) => [i]), targets: Int32Array.from(classes) });
const values = (samples: number): Dataset =>
  fromArrays({
    inputs: Array.from({ length: samples }, (_, i) => i),
    targets: new Array(samples).fill(1),
  });
const samplesOf = ({ inputs }: Dataset) => (inputs.toArray() as number[][]).map(([i]) => i);
const countsOf = ({ targets }: Dataset, classes: number) => {
  const counts = new Array<number>(classes).fill(0);
  for (const own of targets.toArray() as number[]) counts[own] += 1;
  return counts;
};

/** In per cent, so that what they should give can be said without rounding. */
const percentages = (min: number, max: number) =>
  fc.record({
    validation: fc.integer({ min, max }),
    test: fc.integer({ min, max }),
    seed: fc.integer(),
  });
const fractions = ({ validation, test, seed }: Record<'validation' | 'test' | 'seed', number>) => ({
  validation: validation / 100,
  test: test / 100,
  seed,
});

describe('split', () => {
  it('puts every sample into exactly one part; fractions are rounded up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 200 }), percentages(1, 45), (samples, percent) => {
        const parts = split(values(samples), fractions(percent));
        const all = [parts.train, parts.validation, parts.test].flatMap(samplesOf);
        expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: samples }, (_, i) => i));
        expect(parts.validation.size).toBe(Math.ceil((samples * percent.validation) / 100));
        expect(parts.test.size).toBe(Math.ceil((samples * percent.test) / 100));
      }),
    );
  });

  it('is not misled by the rounding of a product', () => {
    // 0.07 · 100 is 7.000000000000001.
    expect(split(values(100), { validation: 0.07 }).validation.size).toBe(7);
  });

  it('is the same for the same seed, another for another', () => {
    const train = (seed: number | string) =>
      samplesOf(split(values(60), { validation: 0.3, seed }).train);
    expect(train(7)).toEqual(train(7));
    expect(train(7)).not.toEqual(train(8));
    expect(train(7)).not.toEqual(train('7'));
  });

  it('shuffles within the parts, so that sorted data does not stay sorted', () => {
    const { train, validation } = split(values(100), { validation: 0.3, seed: 1 });
    for (const part of [train, validation].map(samplesOf)) {
      expect(part).not.toEqual([...part].sort((a, b) => a - b));
    }
  });

  it('has a test part only when asked', () => {
    expect(Object.keys(split(values(10), { validation: 0.2 }))).toEqual(['train', 'validation']);
  });

  it('leaves 1437 digits to train on at 0.2', () => {
    const { train, validation } = split(digits(), { validation: 0.2, seed: 7, stratify: true });
    expect([train.size, validation.size]).toEqual([1437, 360]);
  });
});

describe('a stratified split', () => {
  it('gives each class its share of what is held out within one sample, and exact totals', () => {
    const classes = fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(classes, percentages(20, 40), (counts, percent) => {
        const dataset = numbered(counts.flatMap((count, own) => new Array(count).fill(own)));
        const parts = split(dataset, { ...fractions(percent), stratify: true });
        expect(parts.validation.size).toBe(Math.ceil((dataset.size * percent.validation) / 100));
        expect(parts.test.size).toBe(Math.ceil((dataset.size * percent.test) / 100));
        for (const part of [parts.validation, parts.test]) {
          countsOf(part, counts.length).forEach((count, own) => {
            const share = (counts[own] * part.size) / dataset.size;
            expect(Math.abs(count - share)).toBeLessThan(1);
          });
        }
      }),
    );
  });

  it('of iris is even', () => {
    const { train, validation } = split(iris(), { validation: 0.2, stratify: true });
    expect([train, validation].map((part) => countsOf(part, 3))).toEqual([
      [40, 40, 40],
      [10, 10, 10],
    ]);
  });

  it('needs classes', () => {
    const parts = fromArrays({ inputs: [1, 2, 3, 4], targets: [0.5, 1, 0, 1] });
    expect(() => split(parts, { validation: 0.5, stratify: true })).toThrow(
      /are classes.*received 0\.5 in sample 0/,
    );
  });

  it('takes whole numbers in a plain list, and one-hot rows, as classes', () => {
    const targets = Array.from({ length: 40 }, (_, i) => Number(i >= 30));
    const inputs = targets.map((_, i) => i);
    const parts = [targets, targets.map((k) => [1 - k, k]), Int32Array.from(targets)].map((own) =>
      split(fromArrays({ inputs, targets: own }), { validation: 0.2, stratify: true }),
    );
    for (const { validation } of parts) {
      expect(validation.inputs.toArray()).toEqual(parts[2].validation.inputs.toArray());
      expect(validation.inputs.toTypedArray().filter((i) => i >= 30)).toHaveLength(2);
    }
    expect(() => split(values(10), { validation: 0.2, stratify: true })).toThrow(
      /received whole numbers up to 1, of which 1 never occur\. Say so where the dataset is made/,
    );
  });
});

describe('a class that would be missing', () => {
  const rare = numbered([...new Array(50).fill(0), 1, 1]);

  it('from a part of a random split is an error that says stratify', () => {
    expect(() => split(rare, { validation: 0.02, seed: 1 })).toThrow(
      /split\.validation.*class would be missing.*Pass stratify: true/,
    );
  });

  it('from a part of a stratified split is an error, of the training part too', () => {
    expect(() => split(rare, { validation: 0.1, stratify: true })).toThrow(
      /split\.validation.*no sample of class 1.*larger fraction/,
    );
    const single = numbered([0, 0, 0, 1]);
    expect(() => split(single, { validation: 0.5, test: 0.25, stratify: true })).toThrow(/missing/);
    expect(() => split(numbered([0, 0, 1, 0]), { validation: 0.75, stratify: true })).toThrow(
      /split\.train/,
    );
  });

  it('is named', () => {
    const named = fromArrays({ inputs: [1, 2, 3, 4], targets: ['a', 'a', 'a', 'rare'] });
    expect(() => split(named, { validation: 0.25 })).toThrow(/class [01] \((a|rare)\)/);
  });
});

describe('fractions that cannot be', () => {
  it.each([
    { validation: 0 },
    { validation: 1 },
    { validation: Number.NaN },
    { validation: 0.5, test: 0.5 },
    { validation: 0.95 },
  ])('%o', (options) => {
    expect(() => split(values(10), options)).toThrow(/split/);
  });

  it('are refused with what is misplaced', () => {
    const options = { validation: 0.2, train: 0.8 };
    expect(() => split(values(10), options)).toThrow(/what the others leave/);
  });
});

it('refuses a dataset of other than one target and weight for each sample', () => {
  const inputs = tensor([[1], [2], [3]]);
  const whole = { inputs, targets: tensor([1, 2, 3]), size: 3 };
  const [two, names] = [tensor([1, 2]), ['a', 'b', 'c']];
  const parts = { validation: 0.5, seed: 1 };
  for (const [wrong, said] of [
    [{ targets: two }, 'split.targets: Expected shape [3, ...], as size says; received [2]'],
    [{ sampleWeights: two }, 'split.sampleWeights: Expected one weight for each sample, shape [3]'],
    [{ size: 2 }, 'split.inputs: Expected shape [2, ...], as size says; received [3, 1]'],
    [{ classNames: [] }, 'split.classNames: Expected an array of strings, one or more'],
  ] as const) {
    expect(() => split({ ...whole, ...wrong }, parts)).toThrow(said);
  }
  const right = { ...whole, sampleWeights: tensor([1, 1, 1]), classNames: names };
  expect(() => split(right, parts)).not.toThrow();
});
