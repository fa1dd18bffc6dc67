/** What most tests import: tensors with their methods, and the matchers. */
import { expect } from 'vitest';
import { matchers, type TensorMatchers } from '../src/testing/index.ts';

export { Tensor } from '../src/autograd/methods.ts';
export { full, ones, parameter, range, tensor, zeros } from '../src/tensor/create.ts';
export type { Dtype, TypedArray } from '../src/tensor/dtype.ts';
export { gradcheck, uniform } from '../src/testing/index.ts';

expect.extend(matchers);

declare module 'vitest' {
  interface Matchers<T> extends TensorMatchers<T> {}
}
