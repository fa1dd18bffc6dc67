/** What a loss is: a number for each sample, whose mean over the samples is minimized. */
import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { div, mul } from '../ops/arithmetic.ts';
import { sum } from '../ops/reduction.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** From outputs `[samples, ...]` and targets to the losses of the samples, `[samples]`. */
export type PerSample = (outputs: Tensor, targets: Tensor) => Tensor;

export interface Loss {
  readonly name: string;
  /** The loss of each sample, `[samples]`. */
  readonly perSample: PerSample;
  /**
   * The mean over the samples, `Σ wᵢ lᵢ / n`, a scalar; the weights are 1 if not given, and n is the
   * number of samples (not the sum of the weights), so that the parts of a batch add up to the whole.
   * @param sampleWeights `[samples]`
   */
  mean(outputs: Tensor, targets: Tensor, sampleWeights?: Tensor): Tensor;
}

/**
 * A loss from a function that gives each sample's loss. For losses of your own.
 * @example const cubic = loss('cubic', (outputs, targets) => abs(sub(outputs, targets)).pow(3).mean({ axis: 1 }));
 */
export function loss(name: string, perSample: PerSample): Loss {
  const checked: PerSample = (outputs, targets) => {
    const losses = perSample(outputs, targets);
    if (losses.rank !== 1 || losses.shape[0] !== outputs.shape[0]) {
      throw new ShapeError({
        where: name,
        expected: `one loss for each sample, shape [${outputs.shape[0]}]`,
        received: describeShape(losses.shape),
        remedy: 'Reduce every axis but the first.',
      });
    }
    return losses;
  };
  return {
    name,
    perSample: checked,
    mean(outputs, targets, sampleWeights) {
      const losses = checked(outputs, targets);
      const weighted = sampleWeights === undefined ? losses : mul(losses, sampleWeights);
      return div(sum(weighted), outputs.shape[0]);
    },
  };
}
