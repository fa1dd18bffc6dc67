/** Gradients of whole networks in float64, against finite differences: inputs and all parameters. */
import { describe, expect, it } from 'vitest';
import type { Loss } from '../../../src/losses/index.ts';
import { meanSquaredError, softmaxCrossEntropy } from '../../../src/losses/index.ts';
import {
  batchNorm,
  dense,
  dropout,
  flatten,
  gelu,
  type LayerLike,
  layerNorm,
  type Model,
  mish,
  residual,
  sequential,
  sigmoid,
  softmax,
  tanh,
} from '../../../src/nn/index.ts';
import { sin } from '../../../src/ops/elementwise/exponential.ts';
import { layerRecords } from '../../nn/records.ts';
import { gradcheck, type Tensor, tensor, uniform } from '../../tensors.ts';

const dtype = 'float64';

function network(inputShape: number[], ...layers: LayerLike[]): Model {
  const model = sequential({ inputShape, dtype, seed: 3 }, layers);
  // Biases begin at 0 and scales at 1, where a missing one would not show.
  for (const parameter of model.parameters()) {
    parameter.assign(
      parameter.add(
        uniform(parameter.shape, { dtype, seed: parameter.name, low: -0.2, high: 0.2 }),
      ),
    );
  }
  return model;
}

function checkGradients(model: Model, loss: Loss, targets: Tensor, order: 1 | 2): void {
  const x = uniform([4, ...model.inputShape], { dtype, seed: 5 });
  const context = {
    training: true,
    counter: tensor(1, { dtype: 'int32' }),
    remember: () => {}, // two calls must give the same
  };
  const compute = (input: Tensor) => loss.mean(model.forward(input, context), targets);
  const parameters = model.parameters();
  expect(gradcheck(compute, [x], { parameters, order })).toPassGradcheck();
}

const values = uniform([4, 2], { dtype, seed: 6 });
const classes = tensor(Int32Array.of(0, 1, 1, 0));

const NETWORKS: Readonly<Record<string, Model>> = {
  'dense layers': network([3], dense({ units: 4 }), tanh(), dense({ units: 2 })),
  'dense without bias': network([3], dense({ units: 2, useBias: false })),
  'dense on more axes': network(
    [2, 3],
    dense({ units: 3 }),
    sigmoid(),
    flatten(),
    dense({ units: 2 }),
  ),
  'layers in residual layers': network(
    [3],
    residual([dense({ units: 3 }), gelu(), residual([dense({ units: 3 })])]),
    dense({ units: 2 }),
  ),
  layerNorm: network([3], dense({ units: 4 }), layerNorm(), dense({ units: 2 })),
  batchNorm: network([3], dense({ units: 3 }), batchNorm(), mish(), dense({ units: 2 })),
  dropout: network([3], dense({ units: 6 }), dropout({ rate: 0.5 }), dense({ units: 2 })),
  'softmax in between': network([3], dense({ units: 3 }), softmax(), dense({ units: 2 })),
  functions: network(
    [3],
    (x) => sin(x),
    dense({ units: 2 }),
    (x) => x.mul(x),
  ),
};

describe.each(Object.entries(NETWORKS))('the gradients of %s', (_, model) => {
  it('agree with finite differences', () => {
    checkGradients(model, meanSquaredError(), values, 1);
  });

  it('can be differentiated again', () => {
    checkGradients(model, softmaxCrossEntropy(), classes, 2);
  });
});

describe.each(Object.entries(layerRecords))('the gradients through %s', (_, [example]) => {
  const { inputShape = [13], layers } = example;

  it('agree with finite differences', () => {
    const end = [flatten(), dense({ units: 2 })];
    const model = network(
      [...inputShape],
      dense({ units: inputShape.at(-1) as number }),
      ...layers,
      ...end,
    );
    checkGradients(model, meanSquaredError(), values, 1);
  });
});
