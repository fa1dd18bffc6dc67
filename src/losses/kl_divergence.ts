import type { NoOptions } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { mul, sub } from '../ops/elementwise/arithmetic.ts';
import { sum } from '../ops/reduction/reduction.ts';
import { CLASS_OUTPUTS } from './class_outputs.ts';
import { lossFactory } from './factory.ts';
import { type Loss, meanOverOutputs } from './loss.ts';
import { surprisal } from './surprisal.ts';
import { distributions, lossFor } from './targets.ts';

/**
 * From **probabilities** `q`, such as a softmax layer gives: `Σ p (ln p - ln q)` over the classes, p
 * being the targets; a target of 0 contributes 0 (Kullback and Leibler, 1951). A logarithm is never
 * below -100.
 *
 * Outputs and targets `[samples, classes]`, floats of the same shape; with axes between, the mean over
 * them. PyTorch's `kl_div` expects the logarithm of `q` instead. From logits, `softmaxCrossEntropy`
 * with the same targets has the same gradient, and
 * nothing overflows.
 */
export const klDivergence: (options?: NoOptions) => Loss = lossFactory(
  'klDivergence',
  (options) => {
    readTrainingOptions('klDivergence', options, {});
    return lossFor(
      distributions,
      'klDivergence',
      (q, p) => {
        const terms = mul(p, sub(surprisal(q), surprisal(p)));
        return meanOverOutputs(sum(terms, { axis: -1 }));
      },
      { classOutputs: CLASS_OUTPUTS.klDivergence },
    );
  },
);
