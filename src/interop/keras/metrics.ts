/** Metrics of Keras by name. */

import { record } from '../../errors/options.ts';
import * as losses from '../../losses/all.ts';
import * as metrics from '../../metrics/index.ts';
import { nameOf } from './losses.ts';
import { chosen, numberOf, type Settings } from './settings.ts';

const METRICS: Readonly<Record<string, metrics.Metric>> = {
  accuracy: metrics.accuracy,
  acc: metrics.accuracy,
  binary_accuracy: metrics.accuracy,
  categorical_accuracy: metrics.accuracy,
  sparse_categorical_accuracy: metrics.accuracy,
  mean_squared_error: losses.meanSquaredError,
  mean_absolute_error: losses.meanAbsoluteError,
  root_mean_squared_error: metrics.rootMeanSquaredError,
  r2_score: metrics.r2,
};

/** By our names; those without a counterpart are told. */
export function metricsOf(
  where: string,
  value: unknown,
  ignored: string[],
): Readonly<Record<string, metrics.Metric>> {
  const found: Record<string, metrics.Metric> = {};
  // By the names of outputs, of which there is one; TensorFlow.js writes none so, too.
  const byOutput = record.accepts(value) ? (value as Settings) : undefined;
  const isOne = byOutput === undefined || 'class_name' in byOutput || 'className' in byOutput;
  const given: unknown[] = isOne ? [value].flat(4) : Object.values(byOutput).flat(4);
  for (const one of given) {
    if (one === undefined || one === null) continue;
    const { name, config } = chosen(where, one);
    const known = nameOf(name === 'MeanMetricWrapper' ? String(config.name) : name);
    const isTopK = /^(?:sparse_)?top_k_categorical_accuracy$/.test(known);
    if (isTopK)
      found.topKAccuracy = metrics.topKAccuracy({ k: numberOf({ where, config }, 'k', 5) });
    else if (Object.hasOwn(METRICS, known)) found[OURS[known] ?? 'accuracy'] = METRICS[known];
    else ignored.push(`metric ${name} of the compiled model`);
  }
  return found;
}

const OURS: Readonly<Record<string, string>> = {
  mean_squared_error: 'meanSquaredError',
  mean_absolute_error: 'meanAbsoluteError',
  root_mean_squared_error: 'rootMeanSquaredError',
  r2_score: 'r2',
};
