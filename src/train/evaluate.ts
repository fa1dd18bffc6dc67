/** Measuring a model on a whole set: one loss over all samples, never a mean of batch means. */

import { checkDataset } from '../data/check_dataset.ts';
import type { Dataset } from '../data/dataset.ts';
import { reconcile } from '../data/reconcile.ts';
import { oneOf, record, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { compile } from '../graph/compile_function.ts';
import { atOnce, type InParts } from '../graph/parts.ts';
import { type ThreadCount, threadCount } from '../graph/threading.ts';
import { type Loss, lossRule } from '../losses/loss.ts';
import {
  type ClassificationReport,
  classificationReport,
} from '../metrics/classification_report.ts';
import type { Metric } from '../metrics/metric.ts';
import { labelsIn } from '../metrics/multi_hot.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import { referenceOnly } from '../ops/execute/execute.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { isPure } from '../ops/pure.ts';
import { snapshot, type Tensor } from '../tensor/tensor.ts';
import type { MetricValues } from './history/history.ts';
import { checkMetrics, type Metrics, measureMetric } from './metrics.ts';
import { checkOutputKind } from './output_kinds.ts';

export interface Evaluation {
  /** The mean loss over all samples. */
  readonly loss: number;
  readonly metrics: MetricValues;
}

/** Of a set that a model is judged by. */
export interface Judgement extends Evaluation {
  /**
   * Of classes: precision, recall and F1 of each, accuracy beside the baseline, and `warnings` of what the
   * numbers hide. Where the loss says what outputs are, and targets are classes or labels. It is made when
   * it is first looked at: to rank the samples of each class takes longer than the outputs of a small network.
   */
  readonly report?: ClassificationReport;
}

export interface EvaluateRequest {
  readonly model: Model;
  readonly loss: Loss;
  readonly metrics?: Readonly<Record<string, Metric>> | undefined;
  /** `auto` (default) or `reference`: the bits are the same. */
  readonly backend?: 'auto' | 'reference' | undefined;
  /** How many threads compute at most, as for the Trainer; default `auto`. The bits are the same. */
  readonly threads?: ThreadCount | undefined;
}

/**
 * Loss and metrics of a model on a dataset, in evaluation mode, with its parameters as they are and
 * without the penalties of its layers. A dataset with names is brought into the order of columns and
 * classes that the model has learned.
 * @throws ShapeError when the dataset does not fit the model; DataError for columns or classes that it
 * has not learned; OptionError naming a metric that gives no number
 */
export function evaluate(request: EvaluateRequest, dataset: Dataset): Judgement {
  const read = readTrainingOptions<Required<EvaluateRequest>>('evaluate', request, {
    model: modelRule,
    loss: lossRule,
    metrics: withDefault<Metrics>(record, {}),
    backend: withDefault<'auto' | 'reference'>(oneOf('auto', 'reference'), 'auto'),
    threads: withDefault<ThreadCount>(threadCount, 'auto'),
  });
  checkOutputKind('evaluate', read.model, read.loss);
  checkMetrics('evaluate', read.metrics);
  checkDataset('evaluate.dataset', dataset);
  const set = reconcile('evaluate', dataset, read.model.names, 'the model');
  const { outputs, ...measured } = atOnce(measureWith('evaluate', read, set));
  const makeReport = reportOf(read, outputs, set);
  if (makeReport === undefined) return measured;
  let report: ClassificationReport | undefined;
  const judgement = {
    ...measured,
    get report() {
      report ??= makeReport();
      return report;
    },
  };
  // `console.log` in Node looks at it, too; it would write [Getter].
  const shown = { value: () => ({ ...judgement }) };
  return Object.defineProperty(judgement, Symbol.for('nodejs.util.inspect.custom'), shown);
}

/**
 * Of outputs that the loss knows to say something of classes, beside targets that are classes. What
 * happens to the dataset later has no part in it.
 */
function reportOf(
  { loss, model }: EvaluateRequest,
  outputs: Tensor,
  { targets, sampleWeights, classNames = model.names.classNames }: Dataset,
): (() => ClassificationReport) | undefined {
  const { classOutputs } = loss;
  if (classOutputs === undefined) return undefined;
  const asLabels = classOutputs.exclusive === false || outputs.shape.at(-1) === 1;
  if (asLabels && 'misfit' in labelsIn(targets)) return undefined; // how probable, not whether
  const classes = Math.max(2, outputs.rank < 2 ? 1 : outputs.shape[outputs.rank - 1]);
  const actual = snapshot(targets);
  const options = {
    loss,
    sampleWeights: sampleWeights && snapshot(sampleWeights),
    ...(classNames?.length === classes && { classNames }),
  };
  return () => classificationReport(outputs, actual, options);
}

/** The same in parts, for a set that is known to fit. */
export function* measure(
  where: string,
  request: EvaluateRequest,
  dataset: Dataset,
): InParts<Evaluation> {
  const { outputs: _, ...measured } = yield* measureWith(where, request, dataset);
  return measured;
}

function* measureWith(
  where: string,
  { model, loss, metrics = {}, backend = 'auto', threads = 'auto' }: EvaluateRequest,
  { inputs, targets, sampleWeights }: Dataset,
): InParts<Evaluation & { readonly outputs: Tensor }> {
  const within = <Result>(compute: () => Result) =>
    backend === 'reference' ? referenceOnly(compute) : compute();
  const outputs = yield* model.predictInParts(inputs, { backend, threads });
  yield;
  const weights = sampleWeights ? [sampleWeights] : [];
  const mean = within(() => meanOf(loss, backend)(outputs, targets, ...weights).item());
  const context = { loss, sampleWeights };
  const values: [string, number][] = [];
  for (const [name, metric] of Object.entries(metrics)) {
    yield;
    const measured = () => measureMetric(where, name, metric, outputs, targets, context);
    values.push([name, within(measured)]);
  }
  return { loss: mean, metrics: Object.fromEntries(values), outputs };
}

type Mean = (outputs: Tensor, targets: Tensor, ...weights: readonly Tensor[]) => Tensor;

const compiledMeans = new WeakMap<Loss, Mean>();

/** The mean of a loss. */
function meanOf(loss: Loss, backend: 'auto' | 'reference'): Mean {
  const mean: Mean = (outputs, targets, weights) =>
    noGrad(() => loss.mean(outputs, targets, weights));
  // One of the user's own may use numbers that change.
  if (backend === 'reference' || !isPure(loss)) return mean;
  const known = compiledMeans.get(loss) ?? compile(mean);
  compiledMeans.set(loss, known);
  return known;
}
