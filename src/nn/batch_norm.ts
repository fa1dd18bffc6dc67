import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { positive, unitInterval, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { ones, zeros } from '../initializers/index.ts';
import { assign } from '../ops/assign.ts';
import { add, div, mul, sub } from '../ops/elementwise/arithmetic.ts';
import { sqrt, square } from '../ops/elementwise/unary.ts';
import { markPure } from '../ops/pure.ts';
import { mean } from '../ops/reduction/reduction.ts';
import { detach } from '../ops/shape/detach.ts';
import { full } from '../tensor/create.ts';
import { checkPrecision } from '../tensor/precision.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { initialize } from './initialize.ts';
import type { Layer } from './layer.ts';
import { checkSmallestBatch } from './smallest_batch.ts';

export interface BatchNormOptions {
  /** How much of the running statistics is kept at each batch; default 0.9 (1 - PyTorch's momentum). */
  readonly momentum?: number;
  /** Added to the variance; default 1e-5. */
  readonly epsilon?: number;
}

/**
 * Normalizes each feature (the last axis) over the batch: `(x - mean) / √(variance + epsilon) · weight +
 * bias` (Ioffe and Szegedy, 2015). In training mean and population variance are those of the batch, and
 * running ones are kept, the variance unbiased, as PyTorch does; in evaluation the running ones are used.
 * Running statistics change once an iteration, in its update; with gradient accumulation by the mean
 * over the micro-batches, weighted by their samples.
 *
 * Frozen, with neither weight nor bias learning, it computes the same function in training as in
 * evaluation: it normalizes by its running statistics and leaves them as they are (as Keras does, and
 * PyTorch does not).
 * @throws ShapeError in training on a single value for each feature, which has no variance
 */
export function batchNorm(options?: BatchNormOptions): Layer {
  const rules = {
    momentum: withDefault<number>(unitInterval, 0.9),
    epsilon: withDefault<number>(positive, 1e-5),
  };
  const read = readTrainingOptions<Required<BatchNormOptions>>('batchNorm', options, rules);
  const { momentum, epsilon } = read;
  return markPure({
    type: 'batchNorm',
    options: { momentum, epsilon },
    build({ inputShape, ...request }) {
      const size = inputShape[inputShape.length - 1];
      if (size === undefined || size === 0) {
        throw new ShapeError({
          where: `${request.name} (batchNorm)`,
          expected: 'an input shape whose last size is 1 or more',
          received: describeShape(inputShape),
          remedy: 'Make the sizes of the input 1 or more.',
        });
      }
      const { dtype } = request;
      checkPrecision(`${request.name} (batchNorm)`, read, dtype, rules);
      const fans = { fanIn: size, fanOut: size };
      const weight = initialize('weight', [size], ones(), request, fans);
      const bias = initialize('bias', [size], zeros(), request, fans);
      const runningMean = full([size], 0, { dtype });
      const runningVariance = full([size], 1, { dtype });

      function normalize(deviation: Tensor, spread: Tensor): Tensor {
        return add(mul(div(deviation, sqrt(add(spread, epsilon))), weight), bias);
      }

      function moved(running: Tensor, observed: Tensor): Tensor {
        return add(mul(running, momentum), mul(detach(observed), 1 - momentum));
      }

      function train(x: Tensor, remember: (buffer: Tensor, value: Tensor) => void): Tensor {
        const axis = x.shape.map((_, at) => at).slice(0, -1);
        const count = sizeOf(x.shape.slice(0, -1));
        if (count < 2) {
          throw new ShapeError({
            where: `${request.name} (batchNorm)`,
            expected: 'at least 2 values for each feature in training',
            received: `a batch of shape ${describeShape(x.shape)}`,
            remedy:
              'Use dropLast: true, or another batchSize, so that no batch has a single sample.',
          });
        }
        const center = mean(x, { axis });
        const deviation = sub(x, center);
        const spread = mean(square(deviation), { axis });
        remember(runningMean, moved(runningMean, center));
        remember(runningVariance, moved(runningVariance, mul(spread, count / (count - 1))));
        return normalize(deviation, spread);
      }

      const isFrozen = () => !weight.requiresGrad && !bias.requiresGrad;
      const perSample = sizeOf(inputShape.slice(0, -1));

      return {
        outputShape: inputShape,
        parameters: { weight, bias },
        buffers: { runningMean, runningVariance },
        checkAhead(ahead) {
          const least = Math.ceil(2 / perSample);
          if (!isFrozen()) checkSmallestBatch(`${request.name} (batchNorm)`, least, ahead);
        },
        forward: (x, { training, remember = assign }) =>
          training && !isFrozen()
            ? train(x, remember)
            : normalize(sub(x, runningMean), runningVariance),
      };
    },
  });
}
