/** The mask of dropout. */
import { uniformAt } from '../../numerics/hash.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import { type DrawAttributes, drawing } from './draw.ts';

export interface DropoutMaskAttributes extends DrawAttributes {
  /** The probability of 0. */
  readonly rate: number;
}

export const dropoutMaskOperation = drawing<DropoutMaskAttributes>(
  'dropoutMask',
  ({ key, rate }) =>
    (l, counter, element) => {
      const uniform = uniformAt(l, l.word(key), counter, element);
      const dropped = l.lt(uniform, l.constant(Math.fround(rate)));
      return l.select(dropped, l.constant(0), l.constant(1 / (1 - rate)));
    },
);

/**
 * A tensor that is 0 with probability `rate` and `1 / (1 - rate)` elsewhere.
 * @param counter an int32 scalar, different for every draw
 */
export function dropoutMask(counter: Tensor, attributes: DropoutMaskAttributes): Tensor {
  return apply(dropoutMaskOperation, [counter], attributes);
}
