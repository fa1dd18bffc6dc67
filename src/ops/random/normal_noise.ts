/** The noise of a noise layer. */
import { normalAt } from '../../numerics/normal.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import { type DrawAttributes, drawing } from './draw.ts';

export const normalNoiseOperation = drawing<DrawAttributes>(
  'normalNoise',
  ({ key }) =>
    (l, counter, element) =>
      normalAt(l, l.word(key), counter, element),
);

/**
 * A tensor of independent standard normal numbers.
 * @param counter an int32 scalar, different for every draw
 */
export function normalNoise(counter: Tensor, attributes: DrawAttributes): Tensor {
  return apply(normalNoiseOperation, [counter], attributes);
}
