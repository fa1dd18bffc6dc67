/** How well scores rank the samples of a class above the others, whatever the threshold. */
import { describeShape } from '../errors/describe.ts';
import { DataError, OptionError } from '../errors/errors.ts';
import { oneOf, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { cast } from '../ops/elementwise/cast.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { softmax } from '../ops/reduction/softmax.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { readLabels, readTargets } from './class_targets.ts';
import { excludeEachOther } from './classes.ts';
import { type Comparison, type MetricWithOptions, metricWithOptions } from './metric.ts';

export interface RocAucOptions {
  /**
   * Of more than two classes, and of several labels: `macro` (default) is the mean over the classes,
   * `weighted` weights them by how many samples each has.
   */
  readonly average?: 'macro' | 'weighted' | undefined;
}

/**
 * The area under the ROC curve: how often a sample of the class has a higher score than one of another,
 * ties counting half. 1 is a perfect order, 0.5 is chance. It needs no threshold, and a rare class weighs
 * no less than a frequent one.
 *
 * One output, or two that exclude each other, tell two classes apart: the area is that of class 1. Of more
 * classes it is the average of each against all others, by their probabilities; of several labels that of
 * the labels. Classes that have no sample, or all of them, have no part in it.
 *
 * Outputs and targets as in `accuracy`; scores, not classes. Whether outputs are logits or probabilities,
 * the loss says; without one, rows that sum to 1 are probabilities.
 * @throws DataError where all samples are of one class
 * @see Fawcett, "An introduction to ROC analysis", 2006
 * @example new Trainer({ metrics: { accuracy, rocAuc }, ... })
 */
export const rocAuc: MetricWithOptions<RocAucOptions> = metricWithOptions('rocAuc', (options) => {
  const { average } = readTrainingOptions<{ average: 'macro' | 'weighted' }>('rocAuc', options, {
    average: withDefault<'macro' | 'weighted'>(oneOf('macro', 'weighted'), 'macro'),
  });
  return {
    options: { average },
    read: (comparison) => {
      const read = readRanking('rocAuc', comparison, average);
      if (read !== undefined) return read;
      throw new DataError({
        where: 'rocAuc',
        expected: 'targets with a sample of a class, and one of another',
        received: 'samples of one class',
        remedy: 'Take a larger set, or stratify the split.',
      });
    },
  };
});

/** Nothing where no class has both samples and others. */
export function readRanking(
  where: string,
  comparison: Comparison,
  average: 'macro' | 'weighted' = 'macro',
): ((outputs: Tensor) => number) | undefined {
  const { shape, dtype, weights } = comparison;
  if (dtype === 'int32') {
    throw new OptionError({
      where,
      expected: 'scores, such as model.predict(inputs) gives',
      received: `classes, int32 ${describeShape(shape)}`,
      remedy: 'Pass the outputs of the network.',
    });
  }
  const { members, scores } = readMembers(where, comparison);
  const width = members.length;
  const places = members[0].length;
  const weightAt = (place: number) => weights.of(Math.floor((place * shape[0]) / places));
  const counted = members
    .map((member, k) => ({ k, member, ...sides(member, weightAt) }))
    .filter(({ inside, outside }) => inside > 0 && outside > 0);
  if (counted.length === 0) return undefined;
  return (outputs) => {
    const values = scores(outputs);
    let sum = 0;
    let whole = 0;
    for (const { k, member, inside, outside } of counted) {
      const own = new Float64Array(places);
      for (let place = 0; place < places; place++) own[place] = values[place * width + k];
      const part = average === 'macro' ? 1 : inside;
      sum += (part * wins(own, member, weightAt)) / (inside * outside);
      whole += part;
    }
    return sum / whole;
  };
}

interface Members {
  /** For each class that is ranked: 1 for its samples, 0 for the others. */
  readonly members: readonly Int32Array[];
  /** As many numbers for each sample, higher for samples that are likelier of the class. */
  scores(outputs: Tensor): Float64Array;
}

function readMembers(where: string, comparison: Comparison): Members {
  const { shape, targets, loss } = comparison;
  const count = shape.length < 2 ? 1 : shape[shape.length - 1];
  const asTheyAre = (outputs: Tensor) => Float64Array.from(outputs.toTypedArray());
  if (count === 1 || !excludeEachOther(where, comparison)) {
    const labels = readLabels(where, shape, targets);
    const places = labels.length / count;
    const members = Array.from({ length: count }, (_, k) =>
      Int32Array.from({ length: places }, (_, place) => labels[place * count + k]),
    );
    return { members, scores: asTheyAre };
  }
  const actual = readTargets(where, shape.slice(0, -1), targets, count);
  const member = (k: number) => actual.map((own) => Number(own === k));
  if (count === 2) {
    // The probability of class 1 rises with the difference, of logits as of probabilities.
    const difference = (outputs: Tensor) => {
      const values = asTheyAre(outputs);
      return Float64Array.from(actual, (_, place) => values[2 * place + 1] - values[2 * place]);
    };
    return { members: [member(1)], scores: difference };
  }
  const kind = loss?.classOutputs?.kind;
  const members = Array.from({ length: count }, (_, k) => member(k));
  return { members, scores: (outputs) => probabilities(outputs, count, kind) };
}

/** Of each row; without a kind they are what sums to 1, or become it by softmax. */
function probabilities(outputs: Tensor, count: number, kind: string | undefined): Float64Array {
  const wide = cast(outputs, 'float64');
  const values = Float64Array.from(wide.toTypedArray());
  const areProbabilities =
    kind === 'probabilities' || (kind === undefined && sumTo1(values, count));
  return areProbabilities ? values : Float64Array.from(noGrad(() => softmax(wide)).toTypedArray());
}

function sumTo1(values: Float64Array, count: number): boolean {
  for (let start = 0; start < values.length; start += count) {
    if (!isDistribution(values.subarray(start, start + count))) return false;
  }
  return true;
}

function isDistribution(row: Float64Array): boolean {
  const sum = row.reduce((a, b) => a + b, 0);
  return row.every((value) => value >= 0) && Math.abs(sum - 1) <= 1e-3;
}

function sides(member: Int32Array, weightAt: (place: number) => number) {
  let [inside, outside] = [0, 0];
  member.forEach((is, place) => {
    if (is === 1) inside += weightAt(place);
    else outside += weightAt(place);
  });
  return { inside, outside };
}

/** Over all pairs of a member and another: their weights, where the member has the higher score. */
function wins(
  scores: Float64Array,
  member: Int32Array,
  weightAt: (place: number) => number,
): number {
  if (scores.includes(Number.NaN)) return Number.NaN;
  // Numbers alone are sorted many times as fast as places by their numbers.
  const distinct = scores.slice().sort();
  let count = 0;
  for (const score of distinct) {
    if (count === 0 || score !== distinct[count - 1]) distinct[count++] = score;
  }
  const [inside, outside] = [new Float64Array(count), new Float64Array(count)];
  for (let place = 0; place < scores.length; place++) {
    const side = member[place] === 1 ? inside : outside;
    side[rankOf(scores[place], distinct, count)] += weightAt(place);
  }
  let sum = 0;
  let below = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += inside[rank] * (below + outside[rank] / 2);
    below += outside[rank];
  }
  return sum;
}

/** Where a number stands among so many numbers in order, of which it is one. */
function rankOf(number: number, ordered: Float64Array, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
