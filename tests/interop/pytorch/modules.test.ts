/** Modules of torch 1.13 whose tensors fit no layer: each is refused by the names of its tensors, and nothing is loaded. */
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import { writeTorch } from '../../../src/formats/pickle/torch.ts';
import { importModel } from '../../../src/interop/index.ts';
import { batchNorm, dense, type Layer, layerNorm, sequential } from '../../../src/nn/index.ts';
import { zeros } from '../../../src/tensor/create.ts';
import { refusal } from '../../persistence/files.ts';

const d = (units: number, useBias = true) => dense({ units, useBias });

/** The module, its state_dict, the layer that is given for it, and what is named. */
const MODULES: readonly (readonly [
  string,
  Readonly<Record<string, readonly number[]>>,
  Layer,
  RegExp,
])[] = [
  [
    'BatchNorm1d(affine=False)',
    { '0.running_mean': [4], '0.running_var': [4] },
    batchNorm(),
    /0\.weight for layers\.0 \(batchNorm\)/,
  ],
  [
    'BatchNorm1d(track_running_stats=False)',
    { '0.weight': [4], '0.bias': [4] },
    batchNorm(),
    /0\.running_mean for layers\.0/,
  ],
  ['LayerNorm(elementwise_affine=False)', {}, layerNorm(), /a state_dict: tensors by name/],
  ['PReLU', { '0.weight': [3, 4], '0.bias': [3], '1.weight': [1] }, d(3), /"0", "1"/],
  ['Linear(bias=False)', { '0.weight': [3, 4] }, d(3), /0\.bias for layers\.0 \(dense\)/],
  [
    'Linear, for a layer without bias',
    { '0.weight': [3, 4], '0.bias': [3] },
    d(3, false),
    /received 0\.bias/,
  ],
  ['Linear of other sizes', { '0.weight': [4, 3], '0.bias': [3] }, d(3), /\[3, 4\].*\[4, 3\]/],
  ['Conv1d', { '0.weight': [3, 4, 1], '0.bias': [3] }, d(3), /0\.weight for.*\[3, 4, 1\]/],
  ['Bilinear', { '0.weight': [3, 4, 4], '0.bias': [3] }, d(3), /\[3, 4, 4\]/],
  [
    'weight_norm(Linear)',
    { '0.bias': [3], '0.weight_g': [3, 1], '0.weight_v': [3, 4] },
    d(3),
    /0\.weight for layers\.0/,
  ],
  [
    'spectral_norm(Linear)',
    {
      '0.bias': [3],
      '0.parametrizations.weight.original': [3, 4],
      '0.parametrizations.weight.0._u': [3],
      '0.parametrizations.weight.0._v': [4],
    },
    d(3),
    /parametrizations/,
  ],
  ['LayerNorm over two axes', { '0.weight': [2, 4], '0.bias': [2, 4] }, layerNorm(), /\[2, 4\]/],
  [
    'LSTM',
    { '0.weight_ih_l0': [12, 4], '0.weight_hh_l0': [12, 3], '0.bias_ih_l0': [12] },
    d(3),
    /0\.weight for layers\.0/,
  ],
];

describe('a module that there is no layer for', () => {
  it.each(MODULES)('%s is refused', (_, shapes, layer, message) => {
    const model = sequential({ inputShape: [4], seed: 1 }, [layer]);
    const before = JSON.stringify(Object.values(model.state()).map((one) => one.toArray()));
    const tensors = Object.entries(shapes).map(([name, shape]) => [name, zeros(shape)] as const);
    const bytes = writeTorch('test', new Map(tensors));
    const error = refusal(() => importModel(bytes, { model }));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(message);
    expect(JSON.stringify(Object.values(model.state()).map((one) => one.toArray()))).toBe(before);
  });
});
