import { OptionError, ShapeError } from '../errors/errors.ts';
import { anything, finite, optional, positiveInteger, type Rule } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { formatTable, withText } from '../formats/text_table.ts';
import { type Loss, lossRule } from '../losses/loss.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Classified, type ClassReading, classify } from './classes.ts';
import { type MetricContext, tableOf } from './metric.ts';

export interface ConfusionMatrixOptions extends ClassReading {
  /** What the classes are called, by number; by default their numbers. */
  readonly classNames?: readonly string[] | undefined;
  /** The loss that the network was trained with, which says what outputs are, in place of a threshold. */
  readonly loss?: Loss | undefined;
  /** How much each sample counts, `[samples]`; by default 1. */
  readonly sampleWeights?: Tensor | undefined;
}

export interface ConfusionMatrix {
  /** `counts[actual][predicted]`: of how many samples of the one class the other was predicted; with weights, their sum. */
  readonly counts: readonly (readonly number[])[];
  readonly classNames: readonly string[];
  /** A table: a row for each true class, a column for each predicted one. */
  toString(): string;
}

const classNamesRule: Rule<readonly string[] | undefined> = {
  expected: 'an array of strings',
  example: "['a', 'b']",
  accepts: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
  fallback: { value: undefined },
};

type Tabulate<T> = (outputs: Tensor, targets: Tensor, options?: ConfusionMatrixOptions) => T;

/**
 * How often each class was taken for which. Of several labels there is no such matrix, for none is
 * taken for another; `classificationReport` has the scores of each.
 * @param outputs scores `[samples, classes]`; int32 classes `[samples]`; or with a `threshold` one
 * score for each sample
 * @param targets int32 classes `[samples]`, or one-hot floats
 * @example console.log(`${confusionMatrix(model.predict(inputs), targets)}`);
 */
export const confusionMatrix: Tabulate<ConfusionMatrix> = tableOf(
  'confusionMatrix',
  (outputs, targets, options?: ConfusionMatrixOptions) => {
    const { classified, classNames } = readNamed('confusionMatrix', outputs, targets, options);
    if (classified.several) throw severalLabels();
    const counts = countPairs(classified);
    return withText({ counts, classNames }, () => {
      const rows = counts.map((row, k) => [classNames[k], ...row.map(countText)]);
      return formatTable([['true \\ predicted', ...classNames], ...rows]);
    });
  },
);

function severalLabels(): ShapeError {
  return new ShapeError({
    where: 'confusionMatrix',
    expected: 'one class for each sample',
    received: 'several labels',
    remedy:
      'Use classificationReport(outputs, targets), or one label alone: confusionMatrix(outputs.slice(null, [k, k + 1]), targets.slice(null, [k, k + 1]), { threshold: 0 }).',
  });
}

/** A number of samples, or a sum of weights. */
export function countText(count: number): string {
  return String(Number(count.toPrecision(6)));
}

/** Classes with their names. */
export function readNamed(
  where: string,
  outputs: Tensor,
  targets: Tensor,
  options: ConfusionMatrixOptions | undefined,
): { classified: Classified; classNames: readonly string[]; context: MetricContext } {
  const given = readTrainingOptions<ConfusionMatrixOptions>(where, options, {
    sampleWeights: optional(anything),
    loss: optional(lossRule),
    threshold: optional(finite),
    classes: optional(positiveInteger),
    classNames: classNamesRule,
  });
  const { classNames, sampleWeights, loss, ...reading } = given;
  const context = { sampleWeights, loss };
  const classes = reading.classes ?? (outputs.dtype === 'int32' ? classNames?.length : undefined);
  const classified = classify(where, outputs, targets, { ...reading, classes }, context);
  if (classNames !== undefined && classNames.length !== classified.classes) {
    throw new OptionError({
      where: `${where}.classNames`,
      expected: `a name for each of the ${classified.classes} classes`,
      received: `${classNames.length} names`,
      remedy: 'Pass a name for each, by number, or leave classNames out.',
    });
  }
  const numbers = Array.from({ length: classified.classes }, (_, k) => String(k));
  return { classified, classNames: classNames ?? numbers, context };
}

/** `counts[actual][predicted]` */
function countPairs({ classes, predicted, actual, samples, weights }: Classified): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  actual.forEach((row, i) => {
    counts[row][predicted[i]] += weights.of(Math.floor((i * samples) / actual.length));
  });
  return counts;
}
