import { describeShape } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { positive, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { ones, zeros } from '../initializers/index.ts';
import { add, div, mul, sub } from '../ops/elementwise/arithmetic.ts';
import { sqrt, square } from '../ops/elementwise/unary.ts';
import { markPure } from '../ops/pure.ts';
import { mean } from '../ops/reduction/reduction.ts';
import { checkPrecision } from '../tensor/precision.ts';
import { initialize } from './initialize.ts';
import type { Layer } from './layer.ts';

export interface LayerNormOptions {
  /** Added to the variance; default 1e-5. */
  readonly epsilon?: number;
}

/**
 * Normalizes each sample over its last axis: `(x - mean) / √(variance + epsilon) · weight + bias`, with
 * the population variance (Ba, Kiros and Hinton, 2016). `weight` starts as ones, `bias` as zeros.
 */
export function layerNorm(options?: LayerNormOptions): Layer {
  const { epsilon } = readTrainingOptions<Required<LayerNormOptions>>('layerNorm', options, {
    epsilon: withDefault(positive, 1e-5),
  });
  return markPure({
    type: 'layerNorm',
    options: { epsilon },
    build({ inputShape, ...request }) {
      const size = inputShape[inputShape.length - 1];
      if (size === undefined || size === 0) {
        throw new ShapeError({
          where: `${request.name} (layerNorm)`,
          expected: 'an input shape whose last size is 1 or more',
          received: describeShape(inputShape),
          remedy: 'Make the sizes of the input 1 or more.',
        });
      }
      checkPrecision(`${request.name} (layerNorm)`, { epsilon }, request.dtype);
      const fans = { fanIn: size, fanOut: size };
      const weight = initialize('weight', [size], ones(), request, fans);
      const bias = initialize('bias', [size], zeros(), request, fans);
      return {
        outputShape: inputShape,
        parameters: { weight, bias },
        forward(x) {
          const deviation = sub(x, mean(x, { axis: -1, keepDims: true }));
          const spread = mean(square(deviation), { axis: -1, keepDims: true });
          return add(mul(div(deviation, sqrt(add(spread, epsilon))), weight), bias);
        },
      };
    },
  });
}
