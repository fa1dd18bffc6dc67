/** Losses for targets that count events, which follow a Poisson distribution around the rate. */
import type { NoOptions } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { add, mul, sub } from '../ops/elementwise/arithmetic.ts';
import { exp } from '../ops/elementwise/exponential.ts';
import { lossFactory } from './factory.ts';
import { type Loss, meanOverOutputs } from './loss.ts';
import { surprisal } from './surprisal.ts';
import { counts, lossFor } from './targets.ts';

/**
 * From **rates** `r`, 0 or more, such as a softplus layer gives: the mean of `r - t ln r` over a
 * sample's outputs, the negative log-likelihood without its constant term `ln t!`. A logarithm is
 * never below -100.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape; targets are 0 or more.
 */
export const poisson: (options?: NoOptions) => Loss = lossFactory('poisson', (options) => {
  readTrainingOptions('poisson', options, {});
  return lossFor(counts, 'poisson', (rates, targets) =>
    meanOverOutputs(add(rates, mul(targets, surprisal(rates)))),
  );
});

/**
 * From **logarithms of rates** `x`, as an output without activation gives: the mean of `eˣ - t x` over
 * a sample's outputs, which is `poisson` of `eˣ`.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape; targets are 0 or more. A rate is a
 * power: in float32 it is infinite for outputs above 88.
 */
export const expPoisson: (options?: NoOptions) => Loss = lossFactory('expPoisson', (options) => {
  readTrainingOptions('expPoisson', options, {});
  return lossFor(counts, 'expPoisson', (logRates, targets) =>
    meanOverOutputs(sub(exp(logRates), mul(targets, logRates))),
  );
});
