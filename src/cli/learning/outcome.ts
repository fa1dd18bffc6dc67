/** How good a model is on data as they come, in the words of its task. */
import {
  type ConfusionMatrix,
  confusionMatrix,
  type Dataset,
  evaluate,
  meanAbsoluteError,
  r2,
  rootMeanSquaredError,
  type Tensor,
} from '../../index.ts';
import type { ModelFile } from '../../persistence/index.ts';
import type { Report } from '../terminal/report.ts';
import { losses } from '../words/names.ts';
import { classesOf } from './predictions.ts';

export interface TaskEvaluation {
  readonly samples: number;
  /** By name; numbers of a regression are in the unit of the target. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Of the samples as they come. */
  readonly outputs: Tensor;
  /** Of a classification. */
  readonly confusionMatrix?: ConfusionMatrix;
  /** Prints what lies behind the numbers: confusion matrix. */
  explain(report: Report): void;
}

/** @param dataset not scaled */
export function measure(file: ModelFile, dataset: Dataset): TaskEvaluation {
  const samples = dataset.size;
  const loss = lossOf(file, dataset);
  const outputs = file.predict(dataset.inputs);
  if (dataset.targets.dtype !== 'int32') {
    const metrics = {
      ...loss,
      // Of one sample there is no variance to explain.
      ...(samples > 1 && { r2: r2(outputs, dataset.targets) }),
      rootMeanSquaredError: rootMeanSquaredError(outputs, dataset.targets),
      meanAbsoluteError: meanAbsoluteError().mean(outputs, dataset.targets).item(),
    };
    return { samples, metrics, outputs, explain: () => {} };
  }
  const predicted = classesOf(file, outputs);
  const { classNames = dataset.classNames } = file;
  const matrix = confusionMatrix(predicted, dataset.targets, { classNames });
  const right = matrix.counts.reduce((sum, row, k) => sum + row[k], 0);
  return {
    samples,
    metrics: { ...loss, accuracy: right / samples },
    outputs,
    confusionMatrix: matrix,
    explain(report) {
      if (matrix.classNames.length > MOST_COLUMNS) return;
      report.heading('Confusion matrix');
      report.line(String(matrix));
    },
  };
}

/** A wider matrix does not fit into a terminal. */
const MOST_COLUMNS = 20;

/** The loss that the model was trained with, as it was trained: on what is scaled. */
function lossOf(file: ModelFile, dataset: Dataset): { readonly loss?: number } {
  const { model, loss: name, scalers } = file;
  if (name === undefined) return {};
  const make = losses.get(
    'the loss of the model file',
    name,
    'Save the model with one of these losses, or leave its loss out.',
  );
  const scaled = scalers.reduce((data, scaler) => scaler.apply(data), dataset);
  return { loss: evaluate({ model, loss: make() }, scaled).loss };
}

/** Names and values for people. */
export function describeMetrics(
  metrics: Readonly<Record<string, number>>,
  target: string | undefined,
): [name: string, value: string][] {
  const unit = target === undefined ? '' : ` (in the unit of ${target})`;
  return Object.entries(metrics).map(([name, value]) => {
    if (name === 'accuracy') return [name, `${(100 * value).toFixed(1)} %`];
    if (name === 'r2') return ['R²', value.toFixed(4)];
    const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (name === 'loss')
      return [words, value.toFixed(4) + (unit === '' ? '' : ' (of scaled targets)')];
    return [words, `${fourDigits(value)}${unit}`];
  });
}

/** Without an exponent where people would not write one. */
function fourDigits(value: number): string {
  const size = Math.abs(value);
  return size >= 0.001 && size < 10_000
    ? value.toPrecision(4)
    : String(Number(value.toPrecision(4)));
}
