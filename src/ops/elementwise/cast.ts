import { checkTensor } from '../../tensor/check.ts';
import { checkDtype, type Dtype } from '../../tensor/dtype.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { apply } from '../apply.ts';
import type { Operation } from '../operation.ts';

export const castOperation: Operation<{ readonly dtype: Dtype }> = {
  name: 'cast',
  infer: ([x], { dtype }) => ({ dtype, shape: x.shape }),
  body: { kind: 'cast' },
  gradients: [(g, [x]) => cast(g, x.dtype)],
  rules: ['g in the dtype of x'],
};

/**
 * `x` in another dtype: rounded to float32, truncated towards zero to int32, where numbers beyond its
 * range become the last within it, and NaN 0. Gradients flow between float32 and float64.
 * @throws DtypeError for an unknown dtype
 */
export function cast<Rank extends number>(x: Tensor<Rank>, dtype: Dtype): Tensor<Rank> {
  checkTensor('cast', x);
  checkDtype('cast', dtype);
  return x.dtype === dtype ? x : apply(castOperation, [x], { dtype });
}
