/** A new head on an old body: what was learned for one task, put to use for another. */

import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import {
  anything,
  array,
  checkArgument,
  optional,
  string,
  withDefault,
} from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { modelRule } from '../nn/check_model.ts';
import type { LayerLike } from '../nn/layer.ts';
import { layersWithParameters, matchesPrefix } from '../nn/layer_choice.ts';
import { type Model, sequential } from '../nn/sequential.ts';
import { checkSeed, type Seed } from '../tensor/rng.ts';

export interface WithHeadOptions {
  /**
   * The first layer of the old head, by name: it and all behind it are replaced. Default: the last
   * layer that has parameters.
   */
  readonly from?: string;
  /**
   * Decides the initial weights of the new head, and the dropout masks of the network. Default: the
   * model's seed with `/head` behind it. With the model's own seed the new head would begin with
   * the numbers that the old one began with, to which the body has adapted.
   */
  readonly seed?: Seed;
}

/**
 * An independent model: the layers of another up to its head, with the same weights and running
 * statistics to the bit, frozen where they are frozen there, and new layers behind them. Each new
 * parameter draws its values from a random stream of its own, named after it.
 *
 * @param head none gives the body alone, whose outputs are features
 * @throws OptionError when there is no such layer, or nothing before it; ShapeError when a layer of the
 *   head does not fit the body
 * @example
 * const model = withHead(pretrained, [dense({ units: 5 })]);
 * model.freeze('layers.0');
 */
export function withHead(
  model: Model,
  head: readonly LayerLike[],
  options?: WithHeadOptions,
): Model {
  checkArgument('withHead', model, modelRule);
  const { from, seed } = readTrainingOptions<{ from: string | undefined; seed: Seed }>(
    'withHead',
    options,
    { from: optional(string), seed: withDefault<Seed>(anything, `${model.seed}/head`) },
    { freeze: 'Freeze the body of the new model: model.freeze({ first: n }).' },
  );
  checkSeed('withHead.seed', seed);
  checkArgument('withHead', head, { ...array, expected: 'an array of layers as the new head' });
  const { layers, inputShape, dtype } = model;
  const first = from ?? layersWithParameters(layers).at(-1)?.name;
  const start = layers.findIndex(({ name }) => name === first);
  if (start < 1) {
    throw new OptionError({
      where: 'withHead.from',
      expected: 'a layer with a body before it, among those of the model',
      received: describe(first),
      remedy: `Its layers are ${layers.map(({ name }) => name).join(', ')}.`,
    });
  }
  const body = layers.slice(0, start);
  const made = sequential({ inputShape, seed, dtype }, [
    ...body.map(({ layer }) => layer),
    ...head,
  ]);
  const isOfBody = (name: string) => body.some((layer) => matchesPrefix(name, layer.name));
  const kept = Object.entries(model.state()).filter(([name]) => isOfBody(name));
  made.loadState({ ...made.state(), ...Object.fromEntries(kept) });
  const { featureNames } = model.names; // the classes were those of the old head
  if (featureNames !== undefined) made.names = { featureNames };
  model.parameters().forEach(({ name, requiresGrad }, index) => {
    if (isOfBody(name)) made.parameters()[index].requiresGrad = requiresGrad;
  });
  return made;
}
