/** The mask of dropout: counter-based, so that an element's fate is a pure function. */
import { words } from '../numerics/float32.ts';
import { uniformAt } from '../numerics/hash.ts';
import type { Dtype } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { apply } from './apply.ts';
import type { Operation } from './operation.ts';

export interface DropoutMaskAttributes {
  /** Which stream of random numbers: 32 bits from the seed and the name of the layer. */
  readonly key: number;
  /** The probability of 0. */
  readonly rate: number;
  readonly shape: Shape;
  readonly dtype: Dtype;
}

export const dropoutMaskOperation: Operation<DropoutMaskAttributes> = {
  name: 'dropoutMask',
  infer: (_, { shape, dtype }) => ({ shape, dtype }),
  body: {
    kind: 'kernel',
    run: ([counter], output, { key, rate }) => {
      const { data } = output.storage;
      const draw = counter.storage.data[counter.offset];
      const threshold = Math.fround(rate);
      const kept = 1 / (1 - rate);
      for (let i = 0; i < data.length; i++) {
        data[i] = uniformAt(words, key, draw, i) < threshold ? 0 : kept;
      }
    },
  },
  gradients: [null],
  rules: ['none'],
};

/**
 * A tensor that is 0 with probability `rate` and `1 / (1 - rate)` elsewhere.
 * @param counter an int32 scalar, different for every draw: an input, so that a compiled plan serves
 * all iterations
 */
export function dropoutMask(counter: Tensor, attributes: DropoutMaskAttributes): Tensor {
  return apply(dropoutMaskOperation, [counter], attributes);
}
