import { checkAssignable } from '../tensor/assignable.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { executor } from './execute/execute.ts';

/**
 * Overwrites a tensor in place, as part of a computation. For what outlives an iteration (parameters,
 * optimizer state, running statistics), and nothing else.
 * @throws StateError when shapes differ
 */
export function assign(target: Tensor, value: Tensor): void {
  checkAssignable(target, value);
  executor().assign(target, value);
}
