import { reading, type Tensor } from '../tensor/tensor.ts';
import { notifyAssign } from './apply.ts';

/**
 * Overwrites a tensor in place, as part of a computation: a trace hears of it. For what outlives an
 * iteration (parameters, optimizer state, running statistics), and nothing else.
 * @throws StateError when shapes differ
 */
export function assign(target: Tensor, value: Tensor): void {
  const { observer } = reading;
  reading.observer = undefined;
  try {
    target.assign(value);
  } finally {
    reading.observer = observer;
  }
  notifyAssign(target, value);
}
