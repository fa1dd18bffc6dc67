import type { Tensor } from '../tensor/tensor.ts';
import { noGrad, notifyAssign } from './apply.ts';

/**
 * Overwrites a tensor in place, as part of a computation: a trace hears of it. For what outlives an
 * iteration (parameters, optimizer state, running statistics), and nothing else.
 * @throws StateError when shapes differ
 */
export function assign(target: Tensor, value: Tensor): void {
  noGrad(() => target.assign(value));
  notifyAssign(target, value);
}
