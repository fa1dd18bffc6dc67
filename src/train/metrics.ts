/** The metrics of a training run: what they may be called, what they have to fit, what they may give. */
import type { Dataset } from '../data/dataset.ts';
import { describe, describeShape } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import type { Loss } from '../losses/loss.ts';
import type { Metric, MetricContext } from '../metrics/metric.ts';
import type { Shape } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';

export type Metrics = Readonly<Record<string, Metric>>;

/** What records, events and logs have under these names is something else. */
const RESERVED = [
  ...['loss', 'trainingLoss', 'validation', 'metrics', 'epoch', 'iteration', 'samplesSeen'],
  ...['learningRate', 'gradientNorm', 'seconds', 'batchSize', 'type', '__proto__'],
];

/** @throws OptionError for a name that is taken, and for what is no function */
export function checkMetrics(where: string, metrics: Metrics): void {
  for (const [name, metric] of Object.entries<unknown>(metrics)) {
    const place = `${where}.metrics.${name}`;
    if (name === '' || name.includes('.') || RESERVED.includes(name)) {
      throw new OptionError({
        where: `${where}.metrics`,
        expected: `other names than ${RESERVED.slice(0, -1).join(', ')}, without a dot`,
        received: describe(name),
        remedy: 'Give the metric another name, such as { error: ... }.',
      });
    }
    if (typeof metric === 'function') continue;
    throw new OptionError({
      where: place,
      expected: 'a function of outputs and targets, such as accuracy',
      received: describe(metric),
      remedy: isLoss(metric)
        ? `Pass ${name}: (outputs, targets) => loss.mean(outputs, targets).item(), or a loss such as meanSquaredError without parentheses.`
        : 'Pass the function itself: metrics: { accuracy }.',
    });
  }
}

/** @throws EpochalError for a metric of the library that cannot measure on the set */
export function checkMetricsFit(
  metrics: Metrics,
  outputShape: Shape,
  loss: Loss,
  { targets, size, sampleWeights }: Dataset,
): void {
  for (const metric of Object.values(metrics)) {
    metric.check?.([size, ...outputShape], targets, { loss, sampleWeights });
  }
}

/** @throws OptionError naming a metric that gives anything but a number */
export function measureMetric(
  where: string,
  name: string,
  metric: Metric,
  outputs: Tensor,
  targets: Tensor,
  context: MetricContext,
): number {
  const value: unknown = metric(outputs, targets, context);
  if (typeof value === 'number' && !Number.isNaN(value)) return value;
  throw new OptionError({
    where: `${where}.metrics.${name}`,
    expected: 'a metric that gives a number',
    received: value instanceof Tensor ? `a tensor ${describeShape(value.shape)}` : describe(value),
    remedy: remedyFor(value),
    advice: [{ kind: 'measurable', metric: name }],
  });
}

function remedyFor(value: unknown): string {
  if (value instanceof Tensor) return 'End it with .item(), after a mean over all axes.';
  if (typeof value === 'function' || isLoss(value)) {
    return 'It makes a metric or a loss: call it beforehand, as in metrics: { top: topKAccuracy({ k: 3 }) }.';
  }
  if (value instanceof Promise) return 'A metric cannot be asynchronous.';
  return 'Return a number for every set, 0 where there is nothing to divide by.';
}

function isLoss(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'perSample' in value;
}
