/** Measuring a model on a whole set: one loss over all samples, never a mean of batch means. */

import { checkDataset } from '../data/check_dataset.ts';
import type { Dataset } from '../data/dataset.ts';
import { reconcile } from '../data/reconcile.ts';
import { oneOf, readOptions, record, withDefault } from '../errors/options.ts';
import { compile } from '../graph/compile_function.ts';
import { type Loss, lossRule } from '../losses/loss.ts';
import type { Metric } from '../metrics/metric.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import { referenceOnly } from '../ops/execute/execute.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { isPure } from '../ops/pure.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { MetricValues } from './history/history.ts';
import { checkMetrics, type Metrics, measureMetrics } from './metrics.ts';
import { checkOutputKind } from './output_kinds.ts';

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
 * without the penalties of its layers. A dataset with names is brought into the order of columns and
 * classes that the model has learned.
 * @throws ShapeError when the dataset does not fit the model; DataError for columns or classes that it
 * has not learned; OptionError naming a metric that gives no number
 */
export function evaluate(request: EvaluateRequest, dataset: Dataset): Evaluation {
  const read = readOptions<Required<EvaluateRequest>>('evaluate', request, {
    model: modelRule,
    loss: lossRule,
    metrics: withDefault<Metrics>(record, {}),
    backend: withDefault<'auto' | 'reference'>(oneOf('auto', 'reference'), 'auto'),
  });
  checkOutputKind('evaluate', read.model, read.loss);
  checkMetrics('evaluate', read.metrics);
  checkDataset('evaluate.dataset', dataset);
  return measure('evaluate', read, reconcile('evaluate', dataset, read.model.names, 'the model'));
}

/** The same for a set that is known to fit. */
export function measure(
  where: string,
  { model, loss, metrics = {}, backend = 'auto' }: EvaluateRequest,
  { inputs, targets, sampleWeights }: Dataset,
): Evaluation {
  const compute = (): Evaluation => {
    const outputs = model.predict(inputs, { backend });
    const mean = meanOf(loss, backend)(outputs, targets, ...(sampleWeights ? [sampleWeights] : []));
    return { loss: mean.item(), metrics: measureMetrics(where, metrics, outputs, targets, loss) };
  };
  return backend === 'reference' ? referenceOnly(compute) : compute();
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
