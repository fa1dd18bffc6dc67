/**
 * One record for each layer: networks in which it stands, by the layer's name. Samples have 13 features
 * unless an input shape is said. Tests of gradients, of JSON and of batches run through all records.
 * Activations of single elements have theirs in `tests/ops/records/activations.ts`.
 */
import * as nn from '../../src/nn/index.ts';
import { activations, variantsOf } from '../ops/records/activations.ts';

const { dense } = nn;

export interface LayerExample {
  readonly inputShape?: readonly number[];
  readonly layers: readonly nn.LayerLike[];
}

/** The first of the examples is the one whose gradients are checked. */
export type LayerRecords = Readonly<Record<string, readonly LayerExample[]>>;

const one = (layer: nn.LayerLike): LayerExample => ({ layers: [layer] });

const ofElements: LayerRecords = Object.fromEntries(
  activations.map((record) => [
    record.activation.type,
    variantsOf(record).map(({ layer }) => one(layer())),
  ]),
);

export const layerRecords: LayerRecords = {
  ...ofElements,
  batchNorm: [one(nn.batchNorm()), { inputShape: [3, 5], layers: [nn.batchNorm()] }],
  dense: [
    ...[3, 1, 4, 10, 37, 64].map((units) => one(dense({ units }))),
    { inputShape: [700], layers: [dense({ units: 130, useBias: false })] },
    { inputShape: [3, 5], layers: [dense({ units: 6 })] },
  ],
  dropout: [one(nn.dropout({ rate: 0.5 }))],
  flatten: [{ inputShape: [3, 5], layers: [nn.flatten(), dense({ units: 3 })] }],
  gaussianNoise: [one(nn.gaussianNoise({ standardDeviation: 1 }))],
  layerNorm: [
    one(nn.layerNorm()),
    { inputShape: [300], layers: [nn.layerNorm()] },
    { inputShape: [3, 5], layers: [nn.layerNorm()] },
  ],
  logSoftmax: [one(nn.logSoftmax()), { inputShape: [200], layers: [nn.logSoftmax] }],
  residual: [one(nn.residual([dense({ units: 16 }), nn.tanh, dense({ units: 13 })]))],
  softmax: [
    one(nn.softmax()),
    { inputShape: [200], layers: [nn.softmax] },
    { inputShape: [5, 3], layers: [nn.softmax({ axis: 1 })] },
  ],
};
