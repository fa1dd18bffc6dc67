/** Thaws a network layer by layer, from the output to the input, while it trains. */

import { object, positiveInteger } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { modelRule } from '../../nn/check_model.ts';
import { layersWithParameters } from '../../nn/layer_choice.ts';
import type { Model } from '../../nn/sequential.ts';
import type { TrainingEvent } from '../events/events.ts';

export interface GradualUnfreezingOptions {
  /** The model that is trained. */
  readonly model: Model;
  /** After how many epochs one more layer learns: `{ epochs: 2 }`. */
  readonly every: { readonly epochs: number };
}

/** A callback that is told of events only. */
export interface GradualUnfreezing {
  (event: TrainingEvent): void;
  /** The model that it thaws. */
  readonly model: Model;
}

/**
 * In the first epochs only the last layer learns, then the last two, and so on, until all do: in epoch
 * `e` the last `1 + ⌊(e - 1) / every.epochs⌋`. Layers without parameters do not count.
 *
 * It freezes by itself, so the model needs not be frozen before. What learns depends on the number of
 * the epoch alone; a training run that is resumed, also in the middle of an epoch, continues alike. Layers
 * are frozen and thawed where their number changes, and at the first iteration of each `fit`; what you
 * freeze yourself in between stays so until then.
 *
 * It needs nothing but the events, so it goes with `run` as well as with `fit`.
 *
 * @throws OptionError for unknown, missing or unfit options
 * @see Howard and Ruder, "Universal Language Model Fine-tuning for Text Classification", 2018, section
 * 3.3
 * @example
 * const thaw = gradualUnfreezing({ model, every: { epochs: 2 } });
 * await trainer.fit({ train, callbacks: [thaw] });
 * @example
 * for (const event of trainer.run({ train })) thaw(event);
 */
export function gradualUnfreezing(options: GradualUnfreezingOptions): GradualUnfreezing {
  const { model, every } = readTrainingOptions<GradualUnfreezingOptions>(
    'gradualUnfreezing',
    options,
    {
      model: modelRule,
      every: { ...object, example: '{ epochs: 2 }' },
    },
  );
  const { epochs } = readTrainingOptions<{ epochs: number }>('gradualUnfreezing.every', every, {
    epochs: positiveInteger,
  });
  const layers = layersWithParameters(model.layers).length;
  let current: number | undefined;

  const thaw = (event: TrainingEvent) => {
    if (event.type === 'trainStart') current = undefined;
    // At the start of an iteration, and not of an epoch, which a resumed training may be in the middle of.
    if (event.type !== 'iterationStart') return;
    const learning = Math.min(layers, 1 + Math.floor((event.epoch - 1) / epochs));
    if (learning === current) return;
    current = learning;
    if (learning < layers) model.freeze({ first: layers - learning });
    model.unfreeze({ last: learning });
  };
  return Object.assign(thaw, { model });
}
