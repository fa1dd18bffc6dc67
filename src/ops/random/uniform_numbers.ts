/** Uniform random numbers in bulk. */
import { uniformAt } from '../../numerics/hash.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import { type DrawAttributes, drawing } from './draw.ts';

export const uniformNumbersOperation = drawing<DrawAttributes>(
  'uniformNumbers',
  ({ key, dtype }) =>
    (l, counter, element) => {
      const at = (index: typeof element) => uniformAt(l, l.word(key), counter, index);
      if (dtype === 'float32') return at(element);
      // Two draws of 24 bits: in float64 as few would leave gaps.
      const first = l.addWord(element, element);
      const low = at(l.addWord(first, l.word(1)));
      return l.add(at(first), l.mul(low, l.constant(2 ** -24)));
    },
);

/**
 * A tensor of independent uniform numbers from 0 to below 1: multiples of 2^-24, in float64 of 2^-48.
 * @param counter an int32 scalar, different for every draw
 */
export function uniformNumbers(counter: Tensor, attributes: DrawAttributes): Tensor {
  return apply(uniformNumbersOperation, [counter], attributes);
}
