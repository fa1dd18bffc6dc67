/** Files that Keras 3.15 has saved, and one in the layout of Keras 2: they predict what they predict there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import { packZip } from '../../../src/formats/zip/pack.ts';
import { unpackZip } from '../../../src/formats/zip/unpack.ts';
import { exportModel, type ImportedModel, importModel } from '../../../src/interop/index.ts';
import { batchNorm, dense, hardSigmoid, relu, sequential, softmax } from '../../../src/nn/index.ts';
import { readModel, writeModel } from '../../../src/persistence/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/keras/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const told = JSON.parse(readFileSync(new URL('keras_files.json', folder), 'utf8'));
const inputs = tensor(told.inputs as number[][]);

function predict({ model, scalers }: ImportedModel) {
  const rows = scalers
    .filter(({ of }) => of === 'inputs')
    .reduce((x, scaler) => scaler.transform(x), inputs);
  return model.predict(tensor(rows.toTypedArray(), { shape: [3, ...model.inputShape] }));
}

const closely = { absoluteTolerance: 1e-6, relativeTolerance: 1e-6 };

describe('an archive', () => {
  const layers = [dense({ units: 3 }), hardSigmoid()];
  const archive = exportModel(sequential({ inputShape: [2] }, layers), { to: 'keras' });
  /** The same, with another text in one of its entries. */
  const changed = (entry: string, from: string, to: string) => {
    const entries = unpackZip('test', archive, { maxBytes: 2 ** 20 });
    const text = new TextDecoder().decode(entries.get(entry));
    expect(text).toContain(from);
    return packZip('test', [
      ...entries.set(entry, new TextEncoder().encode(text.replace(from, to))),
    ]);
  };

  it('of a model that is frozen as a whole has frozen parameters', () => {
    const still = changed('config.json', '"trainable":true,"layers"', '"trainable":false,"layers"');
    const learns = (bytes: Uint8Array) =>
      importModel(bytes)
        .model.parameters()
        .map(({ requiresGrad }) => requiresGrad);
    expect(learns(archive)).toEqual([true, true]);
    expect(learns(still)).toEqual([false, false]);
  });

  it('of Keras 2 means another hard_sigmoid, which is refused', () => {
    expect(importModel(archive).model.layers).toHaveLength(2);
    const before = changed('metadata.json', '3.15.1', '2.15.0');
    expect(refusal(() => importModel(before)).message).toMatch(/hard_sigmoid of Keras 2/);
  });
});

describe('a file of Keras', () => {
  it.each(['classifier.keras', 'activations.keras', 'momentum.h5', 'adam.keras', 'keras2.h5'])(
    '%s predicts what it predicts there',
    (name) => {
      const predicted = predict(importModel(bytesOf(name), { file: name }));
      expect(predicted).toBeCloseToTensor(tensor(told[name].outputs), closely);
    },
  );

  it('reports layers, renamed weights, and the numbers of Keras, which are kept', () => {
    const { report, task, scalers } = importModel(bytesOf('classifier.keras'));
    expect(report.producer).toBe('keras 3.15.1');
    expect(report.matched.map(({ theirs }) => theirs.replace(/_\d+/, ''))).toEqual([
      'Dense "dense"',
      'Dense "dense", activation',
      'BatchNormalization "batch_normalization"',
      'Dropout "dropout"',
      'Dense "dense"',
      'Dense "dense", activation',
    ]);
    expect(report.renamed[0]).toEqual({ ours: 'layers.0.weight', theirs: 'layers/dense/vars/0' });
    expect(report.conventions.slice(0, 2)).toEqual([
      'layers.2 (batchNorm): epsilon 0.001, not 0.00001',
      'layers.2 (batchNorm): momentum 0.99, not 0.9',
    ]);
    expect(scalers.map(({ name, of }) => `${name} of ${of}`)).toEqual([
      'standardize of inputs',
      'standardize of inputs',
    ]);
    expect(task).toBe('classification');
  });

  it('is saved as a model of this library, with its scalers', () => {
    const imported = importModel(bytesOf('classifier.keras'));
    const { model, scalers } = readModel(writeModel(imported.model, imported));
    expect(predict({ ...imported, model, scalers })).toBeBitIdenticalTo(predict(imported));
  });

  it('says how it was compiled', () => {
    const { training } = importModel(bytesOf('classifier.keras'));
    expect(training?.optimizer?.name).toBe('adam');
    expect(training?.optimizer?.options).toMatchObject({ learningRate: 0.01, epsilon: 1e-7 });
    expect(training?.loss?.name).toBe('crossEntropyOfProbabilities');
    expect(Object.keys(training?.metrics ?? {})).toEqual(['accuracy']);
    const old = importModel(bytesOf('keras2.h5')).training;
    expect(old?.optimizer?.options).toMatchObject({ learningRate: 0.001, rho: 0.9 });
    expect(old?.loss?.name).toBe('binaryCrossEntropyOfProbabilities');
  });

  it('goes on learning by how it was compiled', () => {
    const { model, training, scalers } = importModel(bytesOf('classifier.keras'));
    const { loss } = training ?? {};
    const rows = scalers.reduce((x, scaler) => scaler.transform(x), inputs);
    const data = fromArrays({ inputs: rows, targets: tensor([0, 2, 1], { dtype: 'int32' }) });
    const perSample = loss?.perSample(model.predict(rows), data.targets).toTypedArray() ?? [];
    const p = model.predict(rows).toTypedArray();
    expect(Array.from(perSample, (l) => Math.exp(-l))).toEqual(
      [p[0], p[5], p[7]].map((one) => expect.closeTo(one, 6)),
    );
  });
});

describe('weights of Keras without layers', () => {
  const network = (units = 5) =>
    sequential({ inputShape: [4], seed: 1 }, [
      dense({ units }),
      relu(),
      batchNorm({ epsilon: 1e-3 }),
      dense({ units: 3 }),
      softmax(),
    ]);

  it('fill the layers of a model, which stays as it is', () => {
    const given = network();
    const before = given.predict(inputs);
    const imported = importModel(bytesOf('classifier.weights.h5'), { model: given });
    const { outputs } = told['classifier.weights.h5'];
    expect(imported.model.predict(inputs)).toBeCloseToTensor(tensor(outputs), closely);
    expect(given.predict(inputs)).toBeBitIdenticalTo(before);
  });

  it('need a model', () => {
    const error = refusal(() => importModel(bytesOf('classifier.weights.h5')));
    expect(error).toBeInstanceOf(OptionError);
    expect(error.message).toMatch(/the file holds no layers/);
  });

  it('of other shapes, and of more layers, are refused by name', () => {
    const read = (model: ReturnType<typeof network>) =>
      refusal(() => importModel(bytesOf('classifier.weights.h5'), { model })).message;
    expect(read(network(6))).toMatch(
      /layers\.0 \(dense\).*layers\/dense\/vars\/0, float32 \[4, 5\]/s,
    );
    expect(read(sequential({ inputShape: [4] }, [dense({ units: 5 })]))).toMatch(
      /received layers\/batch_normalization\/vars\/0/,
    );
  });
});

describe('what cannot be built here', () => {
  it.each([
    ['convolution.keras', /received Conv2D "conv2d"/],
    ['branches.keras', /received Add "add" of dense_\d+, dense_\d+|which goes to/],
    ['compressed.h5', /a model or weights of Keras/],
  ])('%s is refused by name', (name, pattern) => {
    const error = refusal(() => importModel(bytesOf(name)));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(pattern);
  });
});
