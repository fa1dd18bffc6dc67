/** What an experiment of the page gives back. */
import type { Model } from 'epochal';
import type { InParts } from '../../../experiments/runs/finish.ts';
import type { BeliefsResult } from '../../views/beliefs.ts';

/** With the network that was trained last. */
export type Seen = Omit<BeliefsResult, 'weights' | 'belief'> & { readonly model: Model };

/** By the switch and the seed. */
export type Experiment = (turned: boolean, seed: number) => InParts<Seen>;
