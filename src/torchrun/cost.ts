/** What it costs to train on several machines, before anything is trained. */

import {
  nonNegative,
  positive,
  positiveInteger,
  readOptions,
  withDefault,
} from '../errors/options.ts';
import type { Model } from '../nn/sequential.ts';

export interface ExchangeOptions {
  /** How many processes compute. */
  readonly processes: number;
  /** Seconds that one process takes for an iteration, as was measured. */
  readonly secondsPerIteration: number;
  /** Bytes a second between two of them; default 1.25e9, ten gigabits. */
  readonly bytesPerSecond?: number | undefined;
  /** Seconds until a message arrives; default 1e-4. */
  readonly latency?: number | undefined;
}

export interface ExchangeCost {
  /** Bytes of the gradients of all parameters that learn. */
  readonly gradientBytes: number;
  /** Bytes that each process sends in an iteration: 2 (n - 1)/n of the gradients, in a ring. */
  readonly bytesSent: number;
  /** Seconds of the exchange in an iteration. */
  readonly exchangeSeconds: number;
  /** Seconds of an iteration: its share of the computing, and the exchange after it. */
  readonly iterationSeconds: number;
  /** How many times faster than one process; below 1, more processes are slower. */
  readonly speedUp: number;
}

/**
 * What an iteration costs on several processes, whose gradients are added up in a ring (Patarasuk and Yuan,
 * "Bandwidth optimal all-reduce algorithms", 2009): with n processes, G bytes of gradients, L seconds until a
 * message arrives and B bytes a second, `2 (n - 1) L + 2 (n - 1)/n · G / B` beside the computing, of which each
 * does the n-th part. PyTorch exchanges gradients while it still computes others, so it may be less.
 * @throws OptionError for numbers that do not fit
 * @example exchangeCost(model, { processes: 4, secondsPerIteration: 0.02 }).speedUp
 */
export function exchangeCost(model: Model, options: ExchangeOptions): ExchangeCost {
  const { processes, secondsPerIteration, bytesPerSecond, latency } = readOptions<
    Required<ExchangeOptions>
  >('exchangeCost', options, {
    processes: positiveInteger,
    secondsPerIteration: positive,
    bytesPerSecond: withDefault<number>(positive, 1.25e9),
    latency: withDefault<number>(nonNegative, 1e-4),
  });
  const learning = model.parameters().filter(({ requiresGrad }) => requiresGrad);
  const numbers = learning.reduce((sum, { size }) => sum + size, 0);
  const gradientBytes = numbers * (model.dtype === 'float64' ? 8 : 4);
  const messages = 2 * (processes - 1);
  const bytesSent = (gradientBytes * messages) / processes;
  const exchangeSeconds = messages * latency + bytesSent / bytesPerSecond;
  const iterationSeconds = secondsPerIteration / processes + exchangeSeconds;
  return {
    gradientBytes,
    bytesSent,
    exchangeSeconds,
    iterationSeconds,
    speedUp: secondsPerIteration / iterationSeconds,
  };
}
