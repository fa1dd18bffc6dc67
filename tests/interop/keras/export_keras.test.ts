/**
 * Files that are written for Keras and TensorFlow.js. The fixtures are files of ours, which Keras 3.15.1 and
 * TensorFlow.js 4.22 have read: there they gave what stands here and in keras_files.json.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromArrays, minMax, standardize } from '../../../src/data/index.ts';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import { exportModel, importModel } from '../../../src/interop/index.ts';
import * as nn from '../../../src/nn/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/keras/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const { inputs } = JSON.parse(readFileSync(new URL('keras_files.json', folder), 'utf8'));

const SHARD = 'group1-shard1of1.bin';

describe('what is written', () => {
  const { model, scalers } = importModel(bytesOf('classifier.keras'));

  it('is the .keras file that Keras has read, and predicted the same with', () => {
    expect(exportModel(model, { to: 'keras', scalers })).toEqual(bytesOf('ours.keras'));
  });

  it('is the .weights.h5 file that Keras has read, and predicted this with', () => {
    expect(exportModel(model, { to: 'kerasWeights' })).toEqual(bytesOf('ours.weights.h5'));
    expect(model.predict(inputs)).toBeCloseToTensor(
      tensor([
        [0.9999849796295166, 1.2235705071361735e-5, 2.7016023977921577e-6],
        [0.9999701976776123, 2.9745924621238373e-5, 2.674547872061339e-8],
        [0.7503058314323425, 0.18566572666168213, 0.06402844190597534],
      ]),
      { absoluteTolerance: 1e-6, relativeTolerance: 0 },
    );
  });

  it('are the files that TensorFlow.js has read, and predicted the same with', () => {
    expect(exportModel(model, { to: 'tfjs', scalers })).toEqual({
      'model.json': bytesOf('tfjs/ours/model.json'),
      [SHARD]: bytesOf(`tfjs/ours/${SHARD}`),
    });
  });
});

describe('a model with every layer', () => {
  const shared = [nn.gelu(), nn.silu(), nn.elu({ alpha: 1 }), nn.selu(), nn.softplus(), nn.mish()];
  const bounded = [nn.sigmoid(), nn.tanh(), nn.relu(), nn.leakyRelu({ negativeSlope: 0.125 })];
  const network = (...more: readonly nn.Layer[]) =>
    nn.sequential({ inputShape: [2, 2], seed: 3 }, [
      nn.flatten(),
      ...[...shared, ...bounded, ...more].flatMap((layer) => [nn.dense({ units: 4 }), layer]),
      nn.layerNorm({ epsilon: 1e-4 }),
      nn.batchNorm({ momentum: 0.95 }),
      nn.dropout({ rate: 0.5 }),
      nn.gaussianNoise({ standardDeviation: 0.1 }),
      nn.dense({ units: 2, useBias: false }),
      nn.logSoftmax(),
      nn.softmax({ axis: 1 }),
    ]);
  const x = tensor(inputs as number[][]).reshape([3, 2, 2]);

  it.each([
    ['keras', network(nn.hardSigmoid(), nn.hardTanh(), nn.elu({ alpha: 0.5 }))],
    ['tfjs', network()],
  ] as const)('comes back from %s with the same layers and bits', (to, model) => {
    const back = importModel(exportModel(model, { to }));
    expect(JSON.stringify(back.model.layers.map(({ layer }) => layer))).toBe(
      JSON.stringify(model.layers.map(({ layer }) => layer)),
    );
    expect(back.model.predict(x)).toBeBitIdenticalTo(model.predict(x));
  });

  it('takes its scalers along, of inputs and of targets', () => {
    const targets = [
      [1, 20],
      [2, 10],
      [3, 70],
    ];
    const data = fromArrays({ inputs, targets });
    const scalers = [standardize(data), minMax(data, { of: 'targets', low: -1, high: 1 })];
    const model = nn.sequential({ inputShape: [4], seed: 3 }, [nn.dense({ units: 2 })]);
    const back = importModel(exportModel(model, { to: 'keras', scalers }));
    expect(back.scalers.map(({ of }) => of)).toEqual(['inputs', 'targets']);
    const rows = tensor(inputs as number[][]);
    const predict = (one: typeof model, [front, behind]: readonly (typeof scalers)[number][]) =>
      behind.invert(one.predict(front.transform(rows)));
    expect(predict(back.model, back.scalers as typeof scalers)).toBeCloseToTensor(
      predict(model, scalers),
      { absoluteTolerance: 1e-5, relativeTolerance: 1e-6 },
    );
  });

  it('takes several scalers of targets along, of which the last is undone first', () => {
    const data = fromArrays({ inputs, targets: [[1], [2], [4]] });
    const first = standardize(data, { of: 'targets' });
    const second = minMax(first.apply(data), { of: 'targets', low: -1, high: 1 });
    const model = nn.sequential({ inputShape: [4], seed: 3 }, [nn.dense({ units: 1 })]);
    const back = importModel(exportModel(model, { to: 'keras', scalers: [first, second] }));
    const outputs = model.predict(inputs);
    const undone = back.scalers.reduceRight((y, scaler) => scaler.invert(y), outputs);
    expect(undone).toBeCloseToTensor(first.invert(second.invert(outputs)), {
      absoluteTolerance: 1e-5,
      relativeTolerance: 1e-6,
    });
  });

  it('in doubles stays in doubles', () => {
    const model = nn.sequential({ inputShape: [4], dtype: 'float64', seed: 1 }, [
      nn.dense({ units: 2 }),
    ]);
    const back = importModel(exportModel(model, { to: 'keras' }));
    expect(back.model.predict(inputs)).toBeBitIdenticalTo(model.predict(inputs));
  });
});

describe('what Keras has nothing for', () => {
  it.each([nn.geluTanh(), nn.residual([nn.tanh()])])('$type is refused by name', (layer) => {
    const model = nn.sequential({ inputShape: [4] }, [layer]);
    const error = refusal(() => exportModel(model, { to: 'keras' }));
    expect(error).toBeInstanceOf(OptionError);
    expect(error.message).toContain(layer.type);
  });

  it('scalers beside weights alone, and labels, are refused', () => {
    const { model, scalers } = importModel(bytesOf('classifier.keras'));
    const weights = refusal(() => exportModel(model, { to: 'kerasWeights', scalers }));
    expect(weights.message).toMatch(/no scalers/);
    const labels = refusal(() => exportModel(model, { to: 'keras', labels: true }));
    expect(labels.message).toMatch(/only ONNX/);
  });
});

it('a .keras file that was cut off is refused at each length', () => {
  const bytes = bytesOf('ours.keras');
  for (let end = 0; end < bytes.length; end += 211) {
    expect(refusal(() => importModel(bytes.subarray(0, end)))).toBeInstanceOf(DataError);
  }
});
