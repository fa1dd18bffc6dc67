import type { NoOptions } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { div, mul, sub } from '../ops/elementwise/arithmetic.ts';
import { where } from '../ops/elementwise/comparison.ts';
import { sum } from '../ops/reduction/reduction.ts';
import { norm } from '../ops/reduction/statistics.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { lossFactory } from './factory.ts';
import { type Loss, meanOverOutputs } from './loss.ts';
import { lossFor, vectors } from './targets.ts';

/**
 * How far outputs point away from targets, whatever their lengths: `1 - y·t / (|y| |t|)`, from 0 (the
 * same direction) to 2 (the opposite one). A vector of zeros is at right angles to everything.
 *
 * Outputs and targets `[samples, size]`, floats of the same shape; with axes between, the mean over
 * them.
 */
export const cosineSimilarity: (options?: NoOptions) => Loss = lossFactory(
  'cosineSimilarity',
  (options) => {
    readTrainingOptions('cosineSimilarity', options, {});
    return lossFor(vectors, 'cosineSimilarity', (outputs, targets) => {
      const cosine = sum(mul(direction(outputs), direction(targets)), { axis: -1 });
      return meanOverOutputs(sub(1, cosine));
    });
  },
);

/** Vectors of length 1; those of length 0 stay, with a gradient as if their length were 1. */
function direction(x: Tensor): Tensor {
  const length = norm(x, { axis: -1, keepDims: true });
  return div(x, where(length, length, 1));
}
