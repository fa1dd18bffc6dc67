/** Optimizers at work without a Trainer: the loop that a Trainer runs for each parameter. */
import { scalar } from '../../src/ops/functions.ts';
import type { Optimizer, Update } from '../../src/optimizers/index.ts';
import { cosine } from '../../src/schedules/index.ts';
import { tensor } from '../../src/tensor/create.ts';
import type { Dtype } from '../../src/tensor/dtype.ts';
import type { NestedArray } from '../../src/tensor/rank.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';

/** A parameter and its initial state. */
export function begin(optimizer: Optimizer, values: NestedArray, dtype: Dtype = 'float64'): Update {
  const parameter = tensor(values, { dtype });
  return { parameter, state: optimizer.init(parameter) };
}

/** One update; the iteration counts from 1, the learning rate is the optimizer's unless given. */
export function update(
  optimizer: Optimizer,
  { parameter, state }: Update,
  gradient: Tensor,
  iteration: number,
  learningRate = optimizer.learningRate,
): Update {
  const numbers = { ...optimizer.scalars(iteration), learningRate };
  const scalars = Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, scalar(value, parameter.dtype)]),
  );
  return optimizer.update({ parameter, gradient, state, scalars });
}

/** The parameter after each of many updates with given gradients, in float64. */
export function trace(optimizer: Optimizer, start: NestedArray, gradients: readonly number[][]) {
  let now = begin(optimizer, start);
  return gradients.map((gradient, index) => {
    now = update(optimizer, now, tensor(gradient, { dtype: 'float64' }), index + 1);
    return now.parameter.toArray() as number[];
  });
}

/** Where an optimizer comes to with a learning rate that falls along a cosine, in float64. */
export function minimize(
  optimizer: Optimizer,
  gradient: (p: readonly number[]) => number[],
  start: readonly number[],
  iterations: number,
): number[] {
  const fall = cosine();
  let now = begin(optimizer, start);
  for (let done = 0; done < iterations; done++) {
    const g = tensor(gradient(now.parameter.toArray() as number[]), { dtype: 'float64' });
    const rate = optimizer.learningRate * fall.factor(done, iterations);
    now = update(optimizer, now, g, done + 1, rate);
  }
  return now.parameter.toArray() as number[];
}
