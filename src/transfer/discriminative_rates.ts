/** Learning rates by depth: what is general is learned slowly, what is specific quickly. */

import { checkArgument, nonNegative, type Rule, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { modelRule } from '../nn/check_model.ts';
import { layersWithParameters } from '../nn/layer_choice.ts';
import type { Model } from '../nn/sequential.ts';
import type { ParameterGroup } from '../optimizers/optimizer.ts';

export interface DiscriminativeRatesOptions {
  /** Of the last layer with parameters. */
  readonly learningRate: number;
  /** What each layer before has of the rate of the one behind it, above 0 and up to 1; default 1 / 2.6. */
  readonly factor?: number;
}

const ratio: Rule<never> = {
  expected: 'a number above 0 and up to 1',
  example: '0.5',
  accepts: (value) => typeof value === 'number' && value > 0 && value <= 1,
};

/**
 * Groups for an optimizer, one for each layer with parameters: the last one learns with `learningRate`,
 * each one before with `factor` of the rate of the one behind it, so that layers nearest the input are
 * the slowest. A schedule scales all of them alike.
 *
 * @throws OptionError for unknown, missing or unfit options
 * @see Howard and Ruder, "Universal Language Model Fine-tuning for Text Classification", 2018, section
 * 3.2, where the factor is 1 / 2.6
 * @example
 * const learningRate = 1e-3;
 * const groups = discriminativeRates(model, { learningRate, factor: 0.3 });
 * const optimizer = adam({ learningRate, groups });
 */
export function discriminativeRates(
  model: Model,
  options: DiscriminativeRatesOptions,
): ParameterGroup[] {
  checkArgument('discriminativeRates', model, modelRule);
  const { learningRate, factor } = readTrainingOptions<Required<DiscriminativeRatesOptions>>(
    'discriminativeRates',
    options,
    { learningRate: nonNegative, factor: withDefault(ratio, 1 / 2.6) },
  );
  let rate = learningRate;
  const groups: ParameterGroup[] = [];
  for (const { name } of [...layersWithParameters(model.layers)].reverse()) {
    groups.unshift({ parameters: name, learningRate: rate });
    rate *= factor;
  }
  return groups;
}
