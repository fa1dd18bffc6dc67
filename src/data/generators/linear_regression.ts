import { count, withDefault } from '../../errors/options.ts';
import { tensor } from '../../tensor/create.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Dataset } from '../dataset.ts';
import { type GeneratorOptions, readGenerator } from './options.ts';

export interface LinearRegressionOptions extends GeneratorOptions {
  /** How many columns the inputs have; default 1. */
  readonly features?: number | undefined;
}

export interface LinearRegression extends Dataset {
  /** The weights that the targets were made with, `[features, 1]`. */
  readonly weight: Tensor;
  /** The bias that the targets were made with, `[1]`. */
  readonly bias: Tensor;
}

/**
 * A straight line, or plane, with noise on the targets (default 0.1): `y = x · weight + bias + noise · ε`. Inputs,
 * weights, bias and ε are standard normal numbers.
 *
 * Inputs `[samples, features]` (default 100 samples), targets `[samples, 1]`.
 * @example const { weight, bias, ...dataset } = linearRegression({ features: 3, seed: 7 });
 */
export function linearRegression(options?: LinearRegressionOptions): LinearRegression {
  const { samples, features, noise, random, dtype } = readGenerator<LinearRegressionOptions>(
    'linearRegression',
    options,
    { samples: 100 },
    { features: withDefault(count, 1) },
  );
  const weight = Array.from({ length: features }, () => random.normal());
  const bias = random.normal();
  const inputs: number[][] = [];
  const targets: number[][] = [];
  for (let i = 0; i < samples; i++) {
    const x = weight.map(() => random.normal());
    const line = x.reduce((sum, value, k) => sum + value * weight[k], bias);
    inputs.push(x);
    targets.push([line + noise * random.normal()]);
  }
  return {
    inputs: tensor(inputs, { dtype }),
    targets: tensor(targets, { dtype }),
    size: samples,
    weight: tensor(
      weight.map((value) => [value]),
      { dtype },
    ),
    bias: tensor([bias], { dtype }),
  };
}
