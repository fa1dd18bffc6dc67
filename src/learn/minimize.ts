/** Optimizers on functions of a few numbers, where every move can be drawn. */
import { gradients } from '../autograd/backward.ts';
import { describeShape } from '../errors/describe.ts';
import { DataError, ShapeError } from '../errors/errors.ts';
import {
  callable,
  checkArgument,
  finite,
  readOptions,
  rule,
  withDefault,
} from '../errors/options.ts';
import { also, listOf } from '../errors/parts.ts';
import { scalar } from '../ops/functions.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { optimizerRule } from '../optimizers/check_optimizer.ts';
import type { Optimizer } from '../optimizers/optimizer.ts';
import { parameter } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';

export interface MinimizeOptions {
  readonly optimizer: Optimizer;
  /** How many updates, a million at most; default 100. */
  readonly iterations?: number;
}

/** Where the optimizer was, and what it saw there. */
export interface MinimizePoint {
  /** Updates before it: 0 at the start. */
  readonly iteration: number;
  readonly position: readonly number[];
  readonly value: number;
  readonly gradient: readonly number[];
}

const numbers = also(listOf(finite), 'one number or more', (list: unknown[]) => list.length > 0);

/** The whole way is kept. */
const fewIterations = rule(
  'a whole number from 1 to 1,000,000',
  '100',
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1e6,
);

/**
 * The way of an optimizer down a function of numbers, computed in float64: the start, and where it stands after
 * each update `x ← optimizer(x, ∂f/∂x)`. Each number is a parameter of its own, as weights are.
 * @param f from one scalar tensor for each number to a scalar tensor
 * @param start where to begin, one number for each argument of `f`
 * @returns `iterations + 1` points
 * @throws DataError where the function or its gradient is not finite; ShapeError for a value that is no scalar
 * @example
 * const rosenbrock = (x, y) => x.sub(1).square().add(y.sub(x.square()).square().mul(100));
 * const way = minimize(rosenbrock, [-1.5, 2], { optimizer: adam({ learningRate: 0.1 }) });
 */
export function minimize(
  f: (...x: Tensor[]) => Tensor,
  start: readonly number[],
  options: MinimizeOptions,
): MinimizePoint[] {
  checkArgument('minimize.f', f, callable);
  checkArgument('minimize.start', start, numbers);
  const { optimizer, iterations } = readOptions<Required<MinimizeOptions>>('minimize', options, {
    optimizer: optimizerRule,
    iterations: withDefault(fewIterations, 100),
  });
  const x = start.map((value) => parameter(value, { dtype: 'float64' }));
  let states = x.map((one) => optimizer.init(one));
  const points: MinimizePoint[] = [];
  for (let iteration = 0; ; iteration++) {
    const { value, slopes } = measure(f, x, iteration);
    points.push({
      ...{ iteration, value, position: x.map((one) => one.item()) },
      gradient: slopes.map((slope) => slope.item()),
    });
    if (iteration === iterations) return points;
    const numbers = { learningRate: optimizer.learningRate, ...optimizer.scalars(iteration + 1) };
    const scalars = Object.fromEntries(
      Object.entries(numbers).map(([name, number]) => [name, scalar(number, 'float64')]),
    );
    states = noGrad(() =>
      x.map((one, k) => {
        const request = { parameter: one, gradient: slopes[k], state: states[k], scalars };
        const update = optimizer.update(request);
        x[k].assign(update.parameter);
        return update.state;
      }),
    );
  }
}

function measure(f: (...x: Tensor[]) => Tensor, x: readonly Tensor[], iteration: number) {
  const output = f(...x);
  if (output.size !== 1) {
    throw new ShapeError({
      where: 'minimize.f',
      expected: 'a scalar',
      received: describeShape(output.shape),
      remedy: 'Sum it, or take its mean.',
    });
  }
  const value = output.item();
  const slopes = output.requiresGrad
    ? gradients(output, x).map((slope) => slope ?? scalar(0, 'float64'))
    : x.map(() => scalar(0, 'float64'));
  if ([value, ...slopes.map((slope) => slope.item())].every(Number.isFinite)) {
    return { value, slopes };
  }
  throw new DataError({
    where: `minimize, iteration ${iteration}`,
    expected: 'a finite value and gradient',
    received: `${value} at [${x.map((one) => one.item()).join(', ')}]`,
    remedy: 'Lower the learning rate, or begin elsewhere.',
  });
}
