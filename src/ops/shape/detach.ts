import { checkTensor } from '../../tensor/check.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { unary } from '../functions.ts';
import type { Operation } from '../operation.ts';

export const detachOperation: Operation<undefined> = {
  name: 'detach',
  infer: ([x]) => {
    checkTensor('detach', x);
    return { dtype: x.dtype, shape: x.shape };
  },
  body: { kind: 'view', view: ({ strides, offset }) => ({ strides, offset }) },
  gradients: [null],
  rules: ['none'],
};

/** The same values over the same memory, as a constant: no gradient flows through. */
export const detach: <Rank extends number>(x: Tensor<Rank>) => Tensor<Rank> =
  unary(detachOperation);
