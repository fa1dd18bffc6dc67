/** The samples with the highest losses: what a network gets most wrong, and where data are mistaken. */
import { datasetRule } from '../../data/check_dataset.ts';
import type { Dataset } from '../../data/dataset.ts';
import { OptionError } from '../../errors/errors.ts';
import {
  anything,
  optional,
  positiveInteger,
  readOptions,
  rule,
  withDefault,
} from '../../errors/options.ts';
import { type Loss, lossRule } from '../../losses/loss.ts';
import { noGrad } from '../../ops/gradient_mode.ts';
import { checkTensor } from '../../tensor/check.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { short } from '../figure.ts';

export interface WorstSamplesOptions {
  /** `[samples, ...]`, of the model for the inputs of the dataset. */
  readonly outputs: Tensor;
  /** The samples, as they are to be shown. */
  readonly dataset: Dataset;
  /** By which they are ranked. */
  readonly loss: Loss;
  /** How many; default 10, fewer if there are not as many. */
  readonly count?: number;
  /** By sample: the number by which it is found, such as its row in a file; default its row in the dataset, from 0. */
  readonly rows?: ArrayLike<number>;
}

export interface WorstSample {
  /** The number by which it is found: as `rows` has it. */
  readonly row: number;
  readonly loss: number;
  /** A class by its name, or numbers. */
  readonly target: string;
  readonly predicted: string;
  /** Its features by name, the first ten. */
  readonly features: readonly (readonly [name: string, value: number])[];
}

interface Read extends Required<Omit<WorstSamplesOptions, 'rows'>> {
  readonly rows: ArrayLike<number> | undefined;
}

const rowNumbers = rule(
  'a list of numbers',
  '[1, 2]',
  (value) =>
    (Array.isArray(value) && value.every((one) => typeof one === 'number')) ||
    value instanceof Int32Array,
);

/** More of them are no table. */
const FEATURES = 10;

/**
 * The samples with the highest losses, the worst first; of equal ones the first.
 *
 * @throws OptionError for options that do not fit; what the loss throws for outputs that do not fit the targets
 * @example worstSamples({ outputs: model.predict(validation.inputs), dataset: validation, loss: softmaxCrossEntropy() })
 */
export function worstSamples(options: WorstSamplesOptions): WorstSample[] {
  const { outputs, dataset, loss, count, rows } = readOptions<Read>('worstSamples', options, {
    outputs: anything,
    dataset: datasetRule,
    loss: lossRule,
    count: withDefault(positiveInteger, 10),
    rows: optional(rowNumbers),
  });
  if (rows !== undefined && rows.length !== dataset.size) {
    throw new OptionError({
      where: 'worstSamples.rows',
      expected: `a number for each of the ${dataset.size} samples`,
      received: `${rows.length}`,
      remedy: 'Leave it out to count the rows of the dataset.',
    });
  }
  checkTensor('worstSamples.outputs', outputs);
  const { targets, inputs, classNames, featureNames } = dataset;
  const losses = noGrad(() => loss.perSample(outputs, targets)).toTypedArray();
  const order = [...losses.keys()].sort((a, b) => higher(losses[a], losses[b]) || a - b);
  const [given, answered, known] = [targets, outputs, inputs].map(rowsOf);
  const classes = targets.dtype === 'int32';
  return order.slice(0, count).map((row) => ({
    row: rows?.[row] ?? row,
    loss: losses[row],
    target: classes ? nameOf(given(row)[0], classNames) : numbers(given(row)),
    predicted: classes ? nameOf(classIn(answered(row), loss), classNames) : numbers(answered(row)),
    features: known(row)
      .slice(0, FEATURES)
      .map((value, k) => [featureNames?.[k] ?? `feature ${k}`, value] as const),
  }));
}

/** A loss that is no number is the worst of all. */
function higher(a: number, b: number): number {
  const [x, y] = [a, b].map((loss) => (Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss));
  return x === y ? 0 : y - x;
}

function rowsOf(tensor: Tensor): (row: number) => number[] {
  const numbers = tensor.toTypedArray();
  const length = numbers.length / tensor.shape[0];
  return (row) => Array.from(numbers.subarray(row * length, (row + 1) * length));
}

/** Of the highest score; of a single one the second class, where it says yes. */
function classIn(scores: readonly number[], { classOutputs }: Loss): number {
  if (scores.length === 1)
    return scores[0] > (classOutputs?.kind === 'probabilities' ? 0.5 : 0) ? 1 : 0;
  return scores.reduce((best, score, k) => (score > scores[best] ? k : best), 0);
}

const nameOf = (k: number, names: readonly string[] | undefined) => names?.[k] ?? String(k);

const numbers = (values: readonly number[]) => values.map((value) => short(value, 4)).join(', ');
