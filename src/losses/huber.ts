import { positive, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { mul, sub } from '../ops/elementwise/arithmetic.ts';
import { clip } from '../ops/elementwise/extrema.ts';
import { checkPrecision } from '../tensor/precision.ts';
import { lossFactory } from './factory.ts';
import { type Loss, meanOverOutputs } from './loss.ts';
import { lossFor, numbers } from './targets.ts';

export interface HuberOptions {
  /** Up to which difference the loss is quadratic; default 1. */
  readonly delta?: number;
}

/**
 * Squared up to `delta`, straight beyond it, the mean over a sample's outputs (Huber, 1964): with
 * `d = y - t`, `d²/2` where `|d| ≤ delta`, `delta (|d| - delta/2)` elsewhere.
 *
 * Outputs and targets `[samples, ...]`, floats of the same shape.
 * @throws OptionError unless delta is above 0
 */
export const huber: (options?: HuberOptions) => Loss = lossFactory('huber', (options) => {
  const { delta } = readTrainingOptions<Required<HuberOptions>>('huber', options, {
    delta: withDefault(positive, 1),
  });
  return lossFor(
    numbers,
    'huber',
    (outputs, targets) => {
      // Both branches at once: c = d gives d²/2, c = ±delta gives delta |d| - delta²/2.
      const d = sub(outputs, targets);
      checkPrecision('huber', { delta }, d.dtype);
      const c = clip(d, { min: -delta, max: delta });
      return meanOverOutputs(mul(c, sub(d, mul(c, 0.5))));
    },
    { options: { delta } },
  );
});
