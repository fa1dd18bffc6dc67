/** How good a model is on data as they come, in the words of its task. */
import {
  type ClassificationReport,
  type ConfusionMatrix,
  classificationReport,
  confusionMatrix,
  type Dataset,
  evaluate,
  type Loss,
  meanAbsoluteError,
  r2,
  rootMeanSquaredError,
  type Tensor,
} from '../../index.ts';
import { asData } from '../../persistence/as_data.ts';
import type { Predictor } from '../../persistence/index.ts';
import type { Report } from '../terminal/report.ts';
import { losses } from '../words/names.ts';

export interface TaskEvaluation {
  readonly samples: number;
  /** By name; numbers of a regression are in the unit of the target. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Of the samples as they come. */
  readonly outputs: Tensor;
  /** Of a classification. */
  readonly confusionMatrix?: ConfusionMatrix;
  /** Of a classification: each class, and what the numbers hide. */
  readonly report?: ClassificationReport;
  /** Prints what lies behind the numbers: confusion matrix, the scores of each class. */
  explain(report: Report): void;
}

/** @param dataset not scaled */
export function measure(file: Predictor, dataset: Dataset): TaskEvaluation {
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
  const { classNames = dataset.classNames } = file;
  const own = file.loss === undefined ? {} : { loss: makeLoss(file.loss) };
  const report = classificationReport(outputs, dataset.targets, { classNames, ...own });
  const { accuracy, baseline, macro, rocAuc } = report;
  const matrix = confusionMatrix(outputs, dataset.targets, { classNames, ...own });
  return {
    samples,
    metrics: { ...loss, accuracy, baseline, ...macro, ...(rocAuc !== undefined && { rocAuc }) },
    outputs,
    confusionMatrix: matrix,
    report,
    explain(print) {
      if (matrix.classNames.length <= MOST_COLUMNS) {
        print.heading('Confusion matrix');
        print.line(String(matrix));
      }
      print.heading('Each class');
      print.line(String(report));
    },
  };
}

/** A wider matrix does not fit into a terminal. */
const MOST_COLUMNS = 20;

/** The loss that the model was trained with, as it was trained: on what is scaled. */
function lossOf(file: Predictor, dataset: Dataset): { readonly loss?: number } {
  const { model, loss: name, lossOptions, scalers } = file;
  if (name === undefined) return {};
  const scaled = scalers.reduce((data, scaler) => scaler.apply(data), dataset);
  return { loss: evaluate({ model, loss: makeLoss(name, lossOptions) }, scaled).loss };
}

function makeLoss(name: string, options?: Readonly<Record<string, unknown>>): Loss {
  const make = losses.get(
    'the loss of the model file',
    name,
    'Save the model with one of these losses, or leave its loss out.',
  );
  return options === undefined
    ? make()
    : asData('the loss of the model file', name, () => make(options));
}

/** Of classes on average, each counting alike. */
const SCORES = ['precision', 'recall', 'f1'];

/** Names and values for people. */
export function describeMetrics(
  metrics: Readonly<Record<string, number>>,
  target: string | undefined,
): [name: string, value: string][] {
  const unit = target === undefined ? '' : ` (in the unit of ${target})`;
  return Object.entries(metrics).map(([name, value]) => {
    if (name === 'accuracy') return [name, percent(value)];
    if (name === 'baseline') return [name, `${percent(value)} (the most frequent answer, always)`];
    if (name === 'rocAuc') return ['ROC AUC', value.toFixed(3)];
    if (SCORES.includes(name)) return [name, `${value.toFixed(3)} (mean over the classes)`];
    if (name === 'r2') return ['R²', value.toFixed(4)];
    const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (name === 'loss')
      return [words, value.toFixed(4) + (unit === '' ? '' : ' (of scaled targets)')];
    return [words, `${fourDigits(value)}${unit}`];
  });
}

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

/** Without an exponent where people would not write one. */
function fourDigits(value: number): string {
  const size = Math.abs(value);
  return size >= 0.001 && size < 10_000
    ? value.toPrecision(4)
    : String(Number(value.toPrecision(4)));
}
