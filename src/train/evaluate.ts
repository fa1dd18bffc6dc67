/** Measuring a model on a whole set: one loss over all samples, never a mean of batch means. */
import type { Dataset } from '../data/dataset.ts';
import type { Loss } from '../losses/loss.ts';
import type { Metric } from '../metrics/metric.ts';
import type { Model } from '../nn/sequential.ts';
import { noGrad } from '../ops/apply.ts';
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
  const { model, loss, metrics = {}, backend = 'auto' } = request;
  const outputs = model.predict(dataset.inputs, { backend });
  const mean = noGrad(() => loss.mean(outputs, dataset.targets, dataset.sampleWeights)).item();
  const values = Object.entries(metrics).map(([name, metric]): [string, number] => [
    name,
    metric(outputs, dataset.targets),
  ]);
  return { loss: mean, metrics: Object.fromEntries(values) };
}
