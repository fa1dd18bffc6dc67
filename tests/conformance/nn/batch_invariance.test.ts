/** A sample has the same bits alone and in any batch, wherever it stands in it, through every layer. */
import { describe, expect, it } from 'vitest';
import * as nn from '../../../src/nn/index.ts';
import { random } from '../../../src/tensor/rng.ts';
import { type Tensor, tensor, uniform } from '../../tensors.ts';

const { dense, dropout, relu } = nn;
type Layer = nn.LayerLike;

interface Example {
  readonly inputShape?: readonly number[];
  readonly layers: readonly Layer[];
}

const one = (layer: Layer): Example => ({ layers: [layer] });

/** By the name of the factory. */
const examples: Record<string, readonly Example[]> = {
  batchNorm: [one(nn.batchNorm()), { inputShape: [3, 5], layers: [nn.batchNorm()] }],
  dense: [
    ...[1, 3, 4, 10, 37, 64].map((units) => one(dense({ units }))),
    { inputShape: [700], layers: [dense({ units: 130, useBias: false })] },
    { inputShape: [3, 5], layers: [dense({ units: 6 })] },
  ],
  dropout: [one(dropout({ rate: 0.5 }))],
  elu: [one(nn.elu), one(nn.elu({ alpha: 0.3 }))],
  flatten: [{ inputShape: [3, 5], layers: [nn.flatten(), dense({ units: 3 })] }],
  gaussianNoise: [one(nn.gaussianNoise({ standardDeviation: 1 }))],
  gelu: [one(nn.gelu)],
  geluTanh: [one(nn.geluTanh)],
  hardSigmoid: [one(nn.hardSigmoid)],
  hardTanh: [one(nn.hardTanh)],
  layerNorm: [
    one(nn.layerNorm()),
    { inputShape: [300], layers: [nn.layerNorm()] },
    { inputShape: [3, 5], layers: [nn.layerNorm()] },
  ],
  leakyRelu: [one(nn.leakyRelu), one(nn.leakyRelu({ negativeSlope: 0.3 }))],
  logSoftmax: [one(nn.logSoftmax), { inputShape: [200], layers: [nn.logSoftmax] }],
  mish: [one(nn.mish)],
  relu: [one(relu)],
  residual: [one(nn.residual([dense({ units: 16 }), nn.tanh, dense({ units: 13 })]))],
  selu: [one(nn.selu)],
  sigmoid: [one(nn.sigmoid)],
  silu: [one(nn.silu)],
  softmax: [
    one(nn.softmax),
    { inputShape: [200], layers: [nn.softmax] },
    { inputShape: [5, 3], layers: [nn.softmax({ axis: 1 })] },
  ],
  softplus: [one(nn.softplus)],
  tanh: [one(nn.tanh)],
};

/** What else the entry exports. */
const others = [
  'elasticPenalty',
  'l1Penalty',
  'l2Penalty',
  'maxNorm',
  'modelFromJSON',
  'nonNegative',
  'parameterCount',
  'sequential',
  'unitNorm',
];

const SAMPLES = 261;
const sizes = [1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 33, 128, 129, SAMPLES];

function modelOf({ inputShape = [13], layers }: Example): nn.Model {
  const model = nn.sequential({ inputShape, seed: 3 }, layers);
  const state = model.state();
  const anything = Object.entries(state).map(([name, { shape }], k) => [
    name,
    uniform(shape, { low: 0.25, high: 1.5, dtype: 'float32', seed: k }),
  ]);
  model.loadState(Object.fromEntries(anything));
  return model;
}

/** Samples of very different sizes. */
function samplesFor({ inputShape = [13] }: Example): Tensor {
  const stream = random(5, 'batch invariance');
  const width = inputShape.reduce((a, b) => a * b);
  const values = Array.from({ length: SAMPLES }, () => {
    const scale = 10 ** Math.floor(6 * stream.uniform() - 3);
    return Array.from({ length: width }, () => scale * stream.normal());
  });
  return tensor(values.flat(), { shape: [SAMPLES, ...inputShape] });
}

const backends = ['reference', 'auto'] as const;

function expectInvariant(example: Example): void {
  const model = modelOf(example);
  const samples = samplesFor(example);
  const whole = model.predict(samples, { backend: 'reference' });
  for (const backend of backends) {
    for (const size of sizes) {
      // Several calls of one size: the first is computed at once, the others are compiled.
      const last = SAMPLES - size;
      for (const start of [0, Math.min(5, last), last >> 1, last]) {
        const taken: [number, number] = [start, start + size];
        const part = model.predict(samples.slice(taken), { backend });
        expect(part, `samples ${taken}, ${backend}`).toBeBitIdenticalTo(whole.slice(taken));
      }
    }
  }
}

describe('a sample has the same bits alone and in any batch', () => {
  it('through every layer that there is', () => {
    expect([...Object.keys(examples), ...others].sort()).toEqual(Object.keys(nn).sort());
  });

  it.each(Object.entries(examples))('through %s', (_, all) => {
    for (const example of all) expectInvariant(example);
  });

  it('through a network of many layers', () => {
    expectInvariant({
      inputShape: [50],
      layers: [
        dense({ units: 128 }),
        nn.batchNorm(),
        relu,
        dropout({ rate: 0.2 }),
        nn.residual([dense({ units: 128 }), nn.layerNorm(), nn.gelu]),
        dense({ units: 10 }),
        nn.softmax,
      ],
    });
  });
});
