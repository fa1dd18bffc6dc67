/** Parts of a dataset: one to learn from, others to judge by. */

import { OptionError } from '../errors/errors.ts';
import { anything, boolean, optional, type Rule, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { counted } from '../formats/counted.ts';
import { checkSeed, type Seed, uniformRandom } from '../tensor/rng.ts';
import { checkDataset } from './check_dataset.ts';
import { areClasses, classesOf } from './classes.ts';
import type { Dataset } from './dataset.ts';
import { subset } from './rows.ts';

export interface SplitOptions {
  /** The fraction of the samples for validation, rounded up to whole samples. */
  readonly validation: number;
  /** The fraction for a test at the very end, rounded up likewise; without it there is no such part. */
  readonly test?: number | undefined;
  /** Default 0. */
  readonly seed?: Seed | undefined;
  /** Whether every class has its share of each part, as nearly as whole samples allow; default false. */
  readonly stratify?: boolean | undefined;
}

export interface Split {
  readonly train: Dataset;
  readonly validation: Dataset;
}

const fraction: Rule<never> = {
  expected: 'a fraction above 0 and below 1',
  example: '0.2',
  accepts: (value) => typeof value === 'number' && value > 0 && value < 1,
};

/**
 * Splits a dataset at random, the same way for the same seed. Every sample is in exactly one part, and
 * each part is in random order.
 *
 * @throws OptionError when nothing is left to train on, or when a class would be missing from a part
 * @throws DtypeError for `stratify` when the targets are no classes
 * @example const { train, validation } = split(iris(), { validation: 0.2, seed: 7, stratify: true });
 */
export function split(
  dataset: Dataset,
  options: SplitOptions & { readonly test: number },
): Split & { readonly test: Dataset };
export function split(dataset: Dataset, options: SplitOptions): Split & { readonly test?: Dataset };
export function split(
  dataset: Dataset,
  options: SplitOptions,
): Split & { readonly test?: Dataset } {
  const { validation, test, seed, stratify } = readTrainingOptions<
    Required<Omit<SplitOptions, 'test'>> & Pick<SplitOptions, 'test'>
  >(
    'split',
    options,
    {
      validation: fraction,
      test: optional(fraction),
      seed: withDefault(anything, 0),
      stratify: withDefault(boolean, false),
    },
    { shuffle: 'A split is always shuffled.', train: 'It gets what the others leave.' },
  );
  checkSeed('split.seed', seed);
  checkDataset('split', dataset);
  const { size } = dataset;
  const held = [share(size, validation), test === undefined ? 0 : share(size, test)];
  if (held[0] + held[1] >= size) {
    throw new OptionError({
      where: 'split',
      problem: 'nothing is left to train on',
      expected: `fewer than ${size} samples for the other parts`,
      received: `${held[0]} for validation and ${held[1]} for test`,
      remedy: 'Lower validation or test, or give more samples.',
      advice: [{ kind: 'lowerFraction', test: test !== undefined }],
    });
  }
  const classes = stratify ? classesOf('split', dataset) : new Int32Array(size);
  const order = uniformRandom(seed, 'split').permutation(size);
  const parts = deal(order, classes, quotas(classes, held));
  checkClasses(dataset, test === undefined ? parts.slice(0, 2) : parts, stratify);
  const [train, forValidation, forTest] = parts.map((indices) => subset(dataset, indices));
  return { train, validation: forValidation, ...(test === undefined ? {} : { test: forTest }) };
}

/** A fraction of the samples, rounded up, but not for a rounding error of the product. */
function share(size: number, part: number): number {
  return Math.ceil(size * part * (1 - 2 ** -50));
}

/**
 * How many samples of each class go to each held-out part: `classes · part / samples` rounded down, and
 * what is missing then to the classes with the largest remainders, so that the sums are exact.
 */
function quotas(classes: Int32Array, held: readonly number[]): number[][] {
  const counts = new Array<number>(classes.reduce((a, b) => Math.max(a, b), 0) + 1).fill(0);
  for (const own of classes) counts[own] += 1;
  return held.map((part) => {
    const exact = counts.map((count) => (count * part) / classes.length);
    const quota = exact.map(Math.floor);
    const missing = part - quota.reduce((a, b) => a + b, 0);
    const byRemainder = exact
      .map((value, own) => ({ own, remainder: value - quota[own] }))
      .sort((a, b) => b.remainder - a.remainder || a.own - b.own);
    for (const { own } of byRemainder.slice(0, missing)) quota[own] += 1;
    return quota;
  });
}

/** Deals the samples, in order, to train (what is left), validation and test, by class. */
function deal(order: Int32Array, classes: Int32Array, open: number[][]): number[][] {
  const parts: number[][] = [[], [], []];
  for (const sample of order) {
    const part = open.findIndex((quota) => quota[classes[sample]] > 0);
    if (part >= 0) open[part][classes[sample]] -= 1;
    parts[part + 1].push(sample);
  }
  return parts;
}

function checkClasses(dataset: Dataset, parts: number[][], stratify: boolean): void {
  if (!stratify && !areClasses(dataset.targets)) return;
  const classes = classesOf('split', dataset);
  const names = ['train', 'validation', 'test'] as const;
  parts.forEach((part, index) => {
    const present = new Set(part.map((sample) => classes[sample]));
    const missing = [...new Set(classes)].sort((a, b) => a - b).find((own) => !present.has(own));
    if (missing === undefined) return;
    const name = dataset.classNames?.[missing];
    throw new OptionError({
      where: `split.${names[index]}`,
      problem: `a class would be missing from ${counted(part.length, 'sample')}`,
      expected: 'every class in every part',
      received: `no sample of class ${missing}${name === undefined ? '' : ` (${name})`}`,
      remedy: stratify
        ? 'Take a larger fraction, or leave out classes with so few samples.'
        : 'Pass stratify: true.',
      advice: [{ kind: 'otherFraction', part: names[index] }],
    });
  });
}
