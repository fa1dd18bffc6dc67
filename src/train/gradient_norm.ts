/** The norm of all gradients, whatever their size. */
import { NonFiniteError } from '../errors/training.ts';
import type { Dtype } from '../tensor/dtype.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Engine } from './engine.ts';
import { checkGradients, type Moment } from './non_finite.ts';
import type { Learned } from './phases.ts';

/** Below such a norm squares may have vanished. Above, each of them is there to its last digits. */
const SMALL: Readonly<Record<Dtype, number>> = {
  float32: 2 ** -50,
  float64: 2 ** -480,
  int32: 0,
};

/**
 * The engine sums up squares, as fast as can be. Where they leave the range of the dtype, which a norm
 * that is infinite or next to nothing tells, the gradients are looked at one by one.
 * @throws NonFiniteError unless every gradient, and their norm as a number, is finite
 */
export function gradientNorm(
  engine: Pick<Engine, 'gradientNorm' | 'gradients'>,
  moment: Moment,
  learned: readonly Learned[],
  dtype: Dtype,
): number {
  const norm = engine.gradientNorm();
  if (norm >= SMALL[dtype] && norm !== Number.POSITIVE_INFINITY) return norm;
  const gradients = engine.gradients();
  checkGradients(gradients, moment, learned);
  const exact = normInDouble(gradients);
  if (exact !== Number.POSITIVE_INFINITY) return exact;
  const [value, tensor, received] = ['gradient', 'norm of all gradients', String(exact)];
  throw new NonFiniteError({ ...moment, phase: 'backward', value, tensor, received });
}

/** In float64, of numbers divided by the largest, so that no square overflows or vanishes. */
function normInDouble(gradients: readonly Tensor[]): number {
  const arrays = gradients.map((gradient) => gradient.toTypedArray());
  let largest = 0;
  for (const values of arrays) {
    for (const value of values) largest = Math.max(largest, Math.abs(value));
  }
  if (largest === 0) return 0;
  let sum = 0;
  for (const values of arrays) {
    for (const value of values) sum += (value / largest) * (value / largest);
  }
  return largest * Math.sqrt(sum);
}
