import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import type { Metric } from './metric.ts';

/** @throws OptionError naming the first metric that is no function */
export function checkMetrics(where: string, metrics: Readonly<Record<string, Metric>>): void {
  for (const [name, metric] of Object.entries(metrics)) {
    if (typeof metric === 'function') continue;
    throw new OptionError({
      where: `${where}.metrics.${name}`,
      expected: 'a function of outputs and targets, such as accuracy',
      received: describe(metric),
      remedy: 'Write metrics: { accuracy }.',
    });
  }
}
