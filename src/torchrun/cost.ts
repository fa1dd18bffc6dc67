/** What it costs to train on several machines, before anything is trained. */

import {
  checkArgument,
  nonNegative,
  positive,
  positiveInteger,
  readOptions,
  withDefault,
} from '../errors/options.ts';
import { modelRule } from '../nn/check_model.ts';
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
  readonly processes: number;
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
  /**
   * From how many parameters on so many processes are faster than one, with batches of the same size and
   * computing in proportion to the parameters. Infinity where it takes longer to send a gradient than to
   * compute it: then only larger batches help.
   */
  readonly helpsFrom: number;
}

/**
 * What an iteration costs on several processes, whose gradients are added up in a ring (Patarasuk and Yuan,
 * "Bandwidth optimal all-reduce algorithms", 2009): with n processes, G bytes of gradients, L seconds until a
 * message arrives and B bytes a second, `2 (n - 1) L + 2 (n - 1)/n · G / B` beside the computing, of which each
 * does the n-th part. PyTorch exchanges gradients while it still computes others, so it may be less.
 *
 * With t seconds of computing for each of the parameters and b bytes of each, n processes are faster from
 * `2 n L / (t - 2 b / B)` parameters on.
 * @throws OptionError for numbers that do not fit
 * @example exchangeCost(model, { processes: 4, secondsPerIteration: 0.02 }).speedUp
 */
export function exchangeCost(model: Model, options: ExchangeOptions): ExchangeCost {
  checkArgument('exchangeCost', model, modelRule);
  const { processes, secondsPerIteration, bytesPerSecond, latency } = readOptions<
    Required<ExchangeOptions>
  >('exchangeCost', options, {
    processes: positiveInteger,
    secondsPerIteration: positive,
    bytesPerSecond: withDefault<number>(positive, 1.25e9),
    latency: withDefault<number>(nonNegative, 1e-4),
  });
  const bytes = model.dtype === 'float64' ? 8 : 4;
  const numbers = learningNumbers(model);
  const gradientBytes = numbers * bytes;
  const messages = 2 * (processes - 1);
  const bytesSent = (gradientBytes * messages) / processes;
  const exchangeSeconds = messages * latency + bytesSent / bytesPerSecond;
  const iterationSeconds = secondsPerIteration / processes + exchangeSeconds;
  const gained = secondsPerIteration / numbers - (2 * bytes) / bytesPerSecond;
  return {
    processes,
    gradientBytes,
    bytesSent,
    exchangeSeconds,
    iterationSeconds,
    speedUp: secondsPerIteration / iterationSeconds,
    helpsFrom: gained > 0 ? (2 * processes * latency) / gained : Number.POSITIVE_INFINITY,
  };
}

/** How many numbers learn. */
export function learningNumbers(model: Model): number {
  return model
    .parameters()
    .reduce((sum, { size, requiresGrad }) => (requiresGrad ? sum + size : sum), 0);
}
