/** A test of a user who has jest, with the declaration of docs/testing.md; it is compiled. */
import { expect, it } from '@jest/globals';
import { tensor } from 'epochal';
import { matchers, type TensorMatchers } from 'epochal/testing';

expect.extend(matchers);

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>> extends TensorMatchers<R> {}
}

it('compares tensors', () => {
  expect(tensor([0, 1])).toBeCloseToTensor([0, 1]);
  expect(tensor([1])).toHaveShape([1]);
});
