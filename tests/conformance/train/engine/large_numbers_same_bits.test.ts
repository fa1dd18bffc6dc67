/** Numbers beyond the range of squares have the same bits on both backends, too. */
import { describe, expect, it } from 'vitest';
import { loss } from '../../../../src/losses/index.ts';
import { dense, maxNorm, tanh, unitNorm } from '../../../../src/nn/index.ts';
import { adamax, lamb, lion, sgd } from '../../../../src/optimizers/index.ts';
import type { TrainerOptions } from '../../../../src/train/index.ts';
import { tensor } from '../../../tensors.ts';
import { compareBackends } from '../../../train/both_backends.ts';
import { network, regression } from '../../../train/tasks.ts';

const train = {
  ...regression({ samples: 20 }),
  sampleWeights: tensor(Array.from({ length: 20 }, (_, i) => i % 3)),
};

const scaled = (factor: number) => loss('scaled', (y) => y.mul(factor).mean({ axis: 1 }));

const layers = [
  dense({ units: 4, weightConstraint: maxNorm({ max: 2 }) }),
  tanh(),
  dense({ units: 2, weightConstraint: unitNorm() }),
];

describe.each([1e-30, 1e-18, 1, 1e17, 1e25, 1e37])('gradients of about %d', (factor) => {
  it.each<[string, Partial<Omit<TrainerOptions, 'model' | 'backend'>>]>([
    ['without a limit', { optimizer: lion() }],
    ['clipped by globalNorm', { clip: { globalNorm: 1 } }],
    ['clipped by norm', { clip: { norm: 1 } }],
    ['clipped in every way', { clip: { value: 1e30, norm: 10, globalNorm: 1 } }],
    ['of micro-batches', { clip: { globalNorm: 1 }, accumulate: 3 }],
    ['for adamax', { optimizer: adamax() }],
    ['for lamb, clipped', { optimizer: lamb(), clip: { globalNorm: 1 } }],
  ])('%s', (_, overrides) => {
    const { difference, iterations, plans, fallbacks } = compareBackends({
      model: () => network(layers),
      train,
      loss: scaled(factor),
      optimizer: sgd({ learningRate: 0.1 }),
      epochs: 3,
      batchSize: 8,
      ...overrides,
    });
    expect(difference).toBeUndefined();
    expect({ iterations, fallbacks }).toEqual({ iterations: 9, fallbacks: [] });
    expect(plans).toBeGreaterThan(0);
  });
});
