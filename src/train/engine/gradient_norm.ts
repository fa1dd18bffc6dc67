/** The norm of all gradients, whatever their size. */
import { NonFiniteError } from '../../errors/training.ts';
import { sqrt, square } from '../../ops/elementwise/unary.ts';
import { noGrad } from '../../ops/gradient_mode.ts';
import { addAll, sum } from '../../ops/reduction/reduction.ts';
import { scaledNorm } from '../../ops/reduction/scaled_norm.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Engine } from './engine.ts';
import type { Learned } from './learned.ts';
import { checkGradients, type Moment } from './non_finite.ts';

/** Below such a norm squares may have vanished. Above, each of them is there to its last digits. */
const SMALL: Readonly<Record<Dtype, number>> = {
  float32: 2 ** -50,
  float64: 2 ** -480,
  int32: 0,
};

/**
 * The Euclidean norm of all gradients together, as long as their squares are in range: it costs every
 * iteration a pass over the gradients, and `gradientNorm` computes it again where they are not. Squares are summed over the first axis before the others: many short sums side by
 * side run faster than one long sum.
 */
export function normOf(gradients: readonly Tensor[]): Tensor {
  const squares = gradients.map((gradient) =>
    gradient.rank > 1 ? sum(sum(square(gradient), { axis: 0 })) : sum(square(gradient)),
  );
  return sqrt(addAll(squares));
}

/**
 * The engine sums up squares, as fast as can be. Where they leave the range of the dtype, which a norm
 * that is infinite or next to nothing tells, the gradients are scaled before.
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
  const { scale, length } = noGrad(() => scaledNorm(gradients));
  const exact = length.item() / scale.item();
  if (exact !== Number.POSITIVE_INFINITY) return exact;
  const [value, tensor, received] = ['gradient', 'norm of all gradients', String(exact)];
  throw new NonFiniteError({ ...moment, phase: 'backward', value, tensor, received });
}
