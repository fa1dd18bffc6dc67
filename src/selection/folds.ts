/** How cross-validation cuts a dataset: every sample is judged once, and learned from otherwise. */
import { datasetRule } from '../data/check_dataset.ts';
import { classesOf } from '../data/classes.ts';
import type { Dataset } from '../data/dataset.ts';
import { OptionError } from '../errors/errors.ts';
import { anything, boolean, count, optional, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { checkSeed, random, type Seed } from '../tensor/rng.ts';

export interface FoldsOptions {
  /** What is cut; or only the number of its samples. */
  readonly dataset?: Dataset;
  readonly samples?: number;
  /** How many folds; default 5. */
  readonly k?: number;
  /** How often the samples are dealt anew; default 1. */
  readonly repeats?: number;
  /** Whether every class has its share of each fold, as nearly as whole samples allow; default false. */
  readonly stratify?: boolean;
  /** Default 0. */
  readonly seed?: Seed;
}

export interface Fold {
  /** Counted from 1. */
  readonly repeat: number;
  /** Counted from 1, in each repeat anew. */
  readonly fold: number;
  /** The samples to learn from, by number, ascending. */
  readonly train: Int32Array;
  /** The samples to judge by, by number, ascending. */
  readonly validation: Int32Array;
}

interface Resolved extends Required<Omit<FoldsOptions, 'dataset' | 'samples'>> {
  readonly dataset: Dataset | undefined;
  readonly samples: number | undefined;
}

/**
 * The folds of `k`-fold cross-validation. The samples are dealt at random, one after the other, to `k`
 * hands; fold `i` judges by hand `i` and learns from the others. Within a repeat every sample is in
 * exactly one validation part, and the sizes of these differ by at most one: the first `samples mod k`
 * have `⌈samples / k⌉`, the others `⌊samples / k⌋`.
 *
 * With `stratify` the samples are dealt class by class, so that the number of samples of each class
 * differs by at most one between folds as well.
 *
 * @throws OptionError for fewer samples than folds, or with `stratify` fewer of a class
 * @throws DtypeError for `stratify` when the targets are no classes
 * @see Stone, "Cross-Validatory Choice and Assessment of Statistical Predictions", 1974; Kohavi, 1995,
 * for the stratified form. Sizes and counts are those of KFold and StratifiedKFold in scikit-learn.
 * @example folds({ samples: 5, k: 2, seed: 7 }).map(({ validation }) => validation.length); // [3, 2]
 */
export function folds(options: FoldsOptions): Fold[] {
  const read = readTrainingOptions<Resolved>('folds', options, {
    dataset: optional(datasetRule),
    samples: optional(count),
    k: withDefault(count, 5),
    repeats: withDefault(count, 1),
    stratify: withDefault(boolean, false),
    seed: withDefault<Seed>(anything, 0),
  });
  const { k, repeats, seed } = read;
  checkSeed('folds.seed', seed);
  const classes = classesToDealBy(read);
  if (k < 2 || k > classes.length) {
    throw new OptionError({
      where: 'folds.k',
      expected: `2 folds or more, and at most ${classes.length}, the number of samples`,
      received: String(k),
      remedy: 'Choose such a k.',
      advice: [{ kind: 'fewerFolds', most: classes.length }],
    });
  }
  return Array.from({ length: repeats }, (_, index) => {
    const hands = deal(classes, k, seed, index + 1);
    return Array.from({ length: k }, (_, hand) => ({
      repeat: index + 1,
      fold: hand + 1,
      train: samplesWhere(hands, (own) => own !== hand),
      validation: samplesWhere(hands, (own) => own === hand),
    }));
  }).flat();
}

/** The class of each sample, or the same for all where classes do not matter. */
function classesToDealBy({ dataset, samples, k, stratify }: Resolved): Int32Array {
  if ((dataset === undefined) === (samples === undefined)) {
    throw new OptionError({
      where: 'folds',
      expected: 'either a dataset or the number of samples',
      received: dataset === undefined ? 'neither' : 'both',
      remedy: 'Give one of the two: { dataset } or { samples }.',
    });
  }
  if (!stratify) return new Int32Array(dataset?.size ?? (samples as number));
  if (dataset === undefined) {
    throw new OptionError({
      where: 'folds.stratify',
      expected: 'the dataset, to see the classes of the samples',
      received: 'only their number',
      remedy: 'Pass dataset instead of samples.',
    });
  }
  const classes = classesOf('folds', dataset);
  const counts = new Map<number, number>();
  for (const own of classes) counts.set(own, (counts.get(own) ?? 0) + 1);
  for (const [own, count] of counts) {
    if (count >= k) continue;
    const name = dataset.classNames?.[own];
    throw new OptionError({
      where: 'folds.stratify',
      problem: 'a class would be missing from the validation part of a fold',
      expected: `at least ${k} samples of every class, as many as there are folds`,
      received: `${count} of class ${own}${name === undefined ? '' : ` (${name})`}`,
      remedy: 'Lower k, or leave out classes with so few samples.',
      advice: [{ kind: 'fewerFolds', most: Math.min(...counts.values()) }],
    });
  }
  return classes;
}

/** The hand of each sample, from 0. */
function deal(classes: Int32Array, k: number, seed: Seed, repeat: number): Int32Array {
  const order = Array.from(random(seed, `folds/${repeat}`).permutation(classes.length));
  order.sort((a, b) => classes[a] - classes[b]); // stable: within a class the order stays random
  const hands = new Int32Array(classes.length);
  order.forEach((sample, position) => {
    hands[sample] = position % k;
  });
  return hands;
}

function samplesWhere(hands: Int32Array, accepts: (hand: number) => boolean): Int32Array {
  const samples: number[] = [];
  hands.forEach((hand, sample) => {
    if (accepts(hand)) samples.push(sample);
  });
  return Int32Array.from(samples);
}
