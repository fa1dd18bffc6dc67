/** An average of the weights over the iterations, to be used in their place. */

import { StateError } from '../../errors/errors.ts';
import type { Rule } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { modelRule } from '../../nn/check_model.ts';
import type { Model } from '../../nn/sequential.ts';
import type { ModelState } from '../../nn/state.ts';
import { isFloat } from '../../tensor/dtype.ts';
import { makeTensor } from '../../tensor/tensor.ts';
import type { CallbackState } from '../state/training_state.ts';
import type { Callback } from './callback.ts';

export interface MovingAverageOptions {
  /** The model that is trained. */
  readonly model: Model;
  /** How much of the average each iteration keeps, above 0 and below 1, such as 0.999. */
  readonly decay: number;
}

export interface MovingAverage extends Callback {
  /** How many iterations are in the average. */
  readonly iterations: number;
  /**
   * Gives the model the averaged weights, until `restore`.
   * @throws StateError before the first iteration, and when they are in the model already
   */
  apply(): void;
  /**
   * Gives the model its own weights back, to the bit.
   * @throws StateError when the averaged ones are not in the model
   */
  restore(): void;
}

const decayRule: Rule<never> = {
  expected: 'a number above 0 and below 1',
  example: '0.99',
  accepts: (value) => typeof value === 'number' && value > 0 && value < 1,
};

/**
 * After each iteration, for every weight `w` and every running statistic:
 *
 *     average ← average + (1 - decay) / (1 - decay^t) · (w - average)
 *
 * with `t` iterations so far. This is the exponential moving average without its bias: the average is a
 * mean of the weights after iterations only, the initial ones have no part in it, and after the first
 * iteration it is `w` itself. With a decay of 0.99 about the last 100 iterations count.
 *
 * It is computed in float64 and rounded when it is applied. The training itself is not changed; going
 * on while the average is applied is refused.
 *
 * @throws OptionError for unknown, missing or unfit options
 * @throws StateError from the training, when it continues with `apply` not taken back
 * @see Polyak and Juditsky, "Acceleration of stochastic approximation by averaging", 1992; for the
 * correction Kingma and Ba, "Adam", 2015, section 3
 * @example
 * const average = movingAverage({ model, decay: 0.99 });
 * await trainer.fit({ train, callbacks: [average] });
 * average.apply();
 * console.log(evaluate({ model, loss }, validation));
 */
export function movingAverage(options: MovingAverageOptions): MovingAverage {
  const { model, decay } = readTrainingOptions<MovingAverageOptions>('movingAverage', options, {
    model: modelRule,
    decay: decayRule,
  });
  const averages = new Map<string, Float64Array>();
  let iterations = 0;
  /** `decay^t`, multiplied up, because a power may differ between engines. */
  let power = 1;
  let own: ModelState | undefined;

  function observe(state: ModelState): void {
    iterations++;
    power *= decay;
    const share = iterations === 1 ? 1 : (1 - decay) / (1 - power);
    for (const [name, tensor] of Object.entries(state)) {
      const values = tensor.toTypedArray();
      const average = averages.get(name) ?? new Float64Array(values.length);
      // Counts cannot be averaged; the last one stands.
      const part = isFloat(tensor.dtype) ? share : 1;
      for (let i = 0; i < values.length; i++) average[i] += part * (values[i] - average[i]);
      averages.set(name, average);
    }
  }

  function apply(): void {
    if (own !== undefined || iterations === 0) {
      throw new StateError({
        where: 'movingAverage.apply',
        expected: own === undefined ? 'an iteration to average over' : 'one apply, then restore',
        received: own === undefined ? 'none yet' : 'a second apply',
        remedy: own === undefined ? 'Call it after fit.' : 'Call restore() first.',
      });
    }
    const state = model.state();
    const averaged = Object.entries(state).map(([name, tensor]) => {
      const values = tensor.toTypedArray();
      values.set(averages.get(name) ?? values);
      return [name, makeTensor(values, tensor.shape, tensor.dtype)] as const;
    });
    model.loadState(Object.fromEntries(averaged));
    own = state;
  }

  function restore(): void {
    if (own === undefined) {
      throw new StateError({
        where: 'movingAverage.restore',
        expected: 'apply before it',
        received: 'a model with its own weights',
        remedy: 'Call apply() first.',
      });
    }
    model.loadState(own);
    own = undefined;
  }

  function state(): CallbackState {
    const tensors = [...averages].map(([name, average]) => {
      return [name, makeTensor(average.slice(), [average.length], 'float64')] as const;
    });
    return { values: { iterations, power }, tensors: Object.fromEntries(tensors) };
  }

  function loadState({ values, tensors }: CallbackState): void {
    iterations = values.iterations as number;
    power = values.power as number;
    averages.clear();
    for (const [name, average] of Object.entries(tensors)) {
      averages.set(name, average.toTypedArray() as Float64Array);
    }
  }

  const callback: Callback = (event) => {
    if (event.type !== 'iterationStart' && event.type !== 'iterationEnd') return;
    if (own !== undefined) {
      throw new StateError({
        where: 'movingAverage',
        expected: 'a model with its own weights while it trains',
        received: 'the averaged ones',
        remedy: 'Call restore() before the training continues.',
      });
    }
    if (event.type === 'iterationEnd') observe(model.state());
  };
  return Object.defineProperties(callback, {
    key: { value: 'movingAverage' },
    model: { value: model },
    state: { value: state },
    loadState: { value: loadState },
    iterations: { get: () => iterations },
    apply: { value: apply },
    restore: { value: restore },
  }) as MovingAverage;
}
