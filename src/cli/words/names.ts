/** Functions of the library by the names that options and model files have for them. */
import { type Registry, registry } from '../../errors/registry.ts';
import * as everyLoss from '../../losses/all.ts';
import type { Loss } from '../../losses/loss.ts';
import * as betweenLayers from '../../nn/activations/elementwise.ts';
import type { Layer } from '../../nn/layer.ts';

/** What may stand between layers; softmax and its kin belong to the loss. */
export const activations: Registry<() => Layer> = registry('an activation', betweenLayers);

type MakeLoss = (options?: object) => Loss;

/** Losses; each checks the options that it is made with. */
export const losses: Registry<MakeLoss> = registry('a loss', everyLoss as Record<string, MakeLoss>);
