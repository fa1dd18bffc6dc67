import { readTrainingOptions } from '../errors/training_options.ts';
import { markPure } from '../ops/pure.ts';
import { reshape } from '../ops/shape/views.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Layer } from './layer.ts';

/** All axes but the samples as one: `[samples, 28, 28]` to `[samples, 784]`. */
export function flatten(options?: Record<string, never>): Layer {
  readTrainingOptions('flatten', options, {});
  return markPure({
    type: 'flatten',
    options: {},
    build({ inputShape }) {
      const size = sizeOf(inputShape);
      return { outputShape: [size], forward: (x) => reshape(x, [x.shape[0], size]) };
    },
  });
}
