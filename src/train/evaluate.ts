/** Measuring a model on a whole set: one loss over all samples, never a mean of batch means. */

import { datasetRule } from '../data/check_dataset.ts';
import type { Dataset } from '../data/dataset.ts';
import { checkArgument, oneOf, readOptions, record, withDefault } from '../errors/options.ts';
import { compile } from '../graph/compile_function.ts';
import { type Loss, lossRule } from '../losses/loss.ts';
import { checkMetrics } from '../metrics/check_metrics.ts';
import type { Metric } from '../metrics/metric.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import { noGrad, referenceOnly } from '../ops/apply.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { MetricValues } from './history.ts';

export interface Evaluation {
  /** The mean loss over all samples. */
  readonly loss: number;
  readonly metrics: MetricValues;
}

export interface EvaluateRequest {
  readonly model: Model;
  readonly loss: Loss;
  readonly metrics?: Readonly<Record<string, Metric>>;
  /** `auto` (default) or `reference`: the bits are the same. */
  readonly backend?: 'auto' | 'reference';
}

/**
 * Loss and metrics of a model on a dataset, in evaluation mode, with its parameters as they are and
 * without the penalties of its layers.
 * @throws ShapeError when the dataset does not fit the model
 */
export function evaluate(request: EvaluateRequest, dataset: Dataset): Evaluation {
  const { model, loss, metrics, backend } = readOptions<Required<EvaluateRequest>>(
    'evaluate',
    request,
    {
      model: modelRule,
      loss: lossRule,
      metrics: withDefault<Readonly<Record<string, Metric>>>(record, {}),
      backend: withDefault<'auto' | 'reference'>(oneOf('auto', 'reference'), 'auto'),
    },
  );
  checkMetrics('evaluate', metrics);
  checkArgument('evaluate.dataset', dataset, datasetRule);
  const outputs = model.predict(dataset.inputs, { backend });
  const { targets, sampleWeights } = dataset;
  const mean = meanOf(loss, backend)(outputs, targets, ...(sampleWeights ? [sampleWeights] : []));
  const values = Object.entries(metrics).map(([name, metric]): [string, number] => [
    name,
    metric(outputs, targets),
  ]);
  return { loss: mean.item(), metrics: Object.fromEntries(values) };
}

type Mean = (outputs: Tensor, targets: Tensor, ...weights: readonly Tensor[]) => Tensor;

const compiledMeans = new WeakMap<Loss, Mean>();

/** The mean of a loss, compiled when a set is evaluated a second time. */
function meanOf(loss: Loss, backend: 'auto' | 'reference'): Mean {
  const mean: Mean = (outputs, targets, weights) =>
    noGrad(() => loss.mean(outputs, targets, weights));
  if (backend === 'reference') return (...given) => referenceOnly(() => mean(...given));
  const known = compiledMeans.get(loss) ?? compile(mean, { atCall: 2 });
  compiledMeans.set(loss, known);
  return known;
}
