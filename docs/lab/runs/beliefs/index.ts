/** Beliefs: one experiment of the chapter, with one seed. */
import { fingerprint } from 'epochal/learn';
import type { View } from '../../core/view.ts';
import { type BeliefsResult, beliefs } from '../../views/beliefs.ts';
import { generalization, growingBatches, powersOfTwo, smallBatches } from './batches.ts';
import { earlyLayers, residualConnections } from './depth.ts';
import { higherRate, largerNetworks, moreData, moreEpochs, noisyLabels } from './epochs.ts';
import type { Experiment } from './seen.ts';
import { transferring } from './transferring.ts';

const experiments: Readonly<Record<string, Experiment>> = {
  'more epochs': moreEpochs,
  'small batches': smallBatches,
  'more data': moreData,
  'higher rate': higherRate,
  transferring,
  'larger networks': largerNetworks,
  generalization,
  'powers of two': powersOfTwo,
  'noisy labels': noisyLabels,
  'residual connections': residualConnections,
  'early layers': earlyLayers,
  'growing batches': growingBatches,
};

export const beliefsRun: View<BeliefsResult> = {
  ...beliefs,
  *run({ belief, turned, seed }) {
    const name = String(belief);
    const { model, ...seen } = yield* experiments[name](turned === true, Number(seed));
    return { ...seen, belief: name, weights: fingerprint(model) };
  },
};
