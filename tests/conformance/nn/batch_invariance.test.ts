/** A sample has the same bits alone and in any batch, wherever it stands in it, through every layer. */
import { describe, expect, it } from 'vitest';
import * as nn from '../../../src/nn/index.ts';
import { random } from '../../../src/tensor/rng.ts';
import { type LayerExample, layerRecords } from '../../nn/records.ts';
import { type Tensor, tensor, uniform } from '../../tensors.ts';

const { dense, dropout, relu } = nn;

type Example = LayerExample;

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
  it.each(Object.entries(layerRecords))('through %s', (_, all) => {
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
