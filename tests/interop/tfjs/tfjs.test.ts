/** TensorFlow.js: models that 4.22 has saved predict and learn as they do there, and ours are read again. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import { Trainer } from '../../../src/index.ts';
import { exportModel, importModel } from '../../../src/interop/index.ts';
import {
  batchNorm,
  dense,
  elu,
  geluTanh,
  hardSigmoid,
  sequential,
  tanh,
} from '../../../src/nn/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/keras/', import.meta.url);
const read = (path: string) => new Uint8Array(readFileSync(new URL(path, folder)));
const told = JSON.parse(readFileSync(new URL('tfjs_files.json', folder), 'utf8'));
const { inputs, targets } = told.sgd;

const SHARDS = ['group1-shard1of2.bin', 'group1-shard2of2.bin'];
const filesOf = (name: string) =>
  Object.fromEntries(['model.json', ...SHARDS].map((file) => [file, read(`tfjs/${name}/${file}`)]));

/** The same files, with another text in model.json. */
const changed = (name: string, from: string, to: string) => {
  const files = filesOf(name);
  const text = new TextDecoder().decode(files['model.json']);
  expect(text).toContain(from);
  return { ...files, 'model.json': new TextEncoder().encode(text.replace(from, to)) };
};

const closely = { absoluteTolerance: 1e-6, relativeTolerance: 1e-6 };

describe('a model of TensorFlow.js', () => {
  it.each(['layers', 'sgd'])('%s predicts what it predicts there', (name) => {
    const { model } = importModel(filesOf(name));
    expect(model.predict(inputs)).toBeCloseToTensor(tensor(told[name].outputs), closely);
  });

  it('says where its layers are from, and how it was compiled', () => {
    const { report, training } = importModel(filesOf('sgd'));
    expect(report.format).toBe('tfjs');
    expect(report.producer).toBe('TensorFlow.js tfjs-layers v4.22.0');
    expect(report.renamed[0].theirs).toMatch(/^dense_Dense\d+\/kernel$/);
    expect(training?.optimizer?.options).toMatchObject({ learningRate: 0.0625 });
    expect(training?.loss?.name).toBe('meanSquaredError');
    expect(Object.keys(training?.metrics ?? {})).toEqual(['meanAbsoluteError']);
  });

  it('learns on as it does there, ten updates by SGD', async () => {
    const { model, training } = importModel(filesOf('sgd'));
    const { optimizer, loss, metrics = {} } = training ?? {};
    if (optimizer === undefined || loss === undefined) throw new Error('nothing to learn by');
    const options = { model, optimizer, loss, metrics, epochs: 10, batchSize: 3, shuffle: false };
    const trainer = new Trainer(options);
    const { losses, after } = told.sgd;
    const history = await trainer.fit({ train: fromArrays({ inputs, targets }) });
    const ours = history.epochs.map(({ loss }) => loss);
    expect(ours).toEqual(losses.map((one: number) => expect.closeTo(one, 5)));
    expect(model.predict(inputs)).toBeCloseToTensor(tensor(after), {
      absoluteTolerance: 1e-5,
      relativeTolerance: 1e-5,
    });
  });
});

describe('a training run of TensorFlow.js, after three updates', () => {
  const state = JSON.parse(readFileSync(new URL('tfjs_state.json', folder), 'utf8'));
  const runs = ['momentum', 'adam', 'rmsprop', 'adagrad'];

  const filesOfRun = (name: string) => ({
    'model.json': new TextEncoder().encode(JSON.stringify(state[name].json)),
    'weights.bin': new Uint8Array(Buffer.from(state[name].weights, 'base64')),
  });

  it('by Adadelta is told to be another one: there, it divides by the mean square before the update', () => {
    const { report, training } = importModel(filesOfRun('adadelta'));
    expect(training?.optimizerState?.updates).toBe(3);
    expect(report.conventions.join()).toMatch(
      /adadelta: the mean square .* before the update there/,
    );
  });

  it.each(runs)('by %s continues with the same losses and weights', async (name) => {
    const { model, training, report } = importModel(filesOfRun(name));
    expect(report.ignored).toEqual([]);
    expect(training?.optimizerState?.updates).toBe(3);
    const { optimizer, loss, ...others } = training ?? {};
    if (optimizer === undefined || loss === undefined) throw new Error('nothing to learn by');
    const options = { model, optimizer, loss, ...others, epochs: 3, batchSize: 3, shuffle: false };
    const train = fromArrays({ inputs: state.inputs, targets: state.targets });
    const { epochs } = await new Trainer(options).fit({ train });
    const losses = tensor(epochs.map((one) => one.loss));
    expect(losses).toBeCloseToTensor(tensor(state[name].losses), closely);
    expect(model.predict(state.inputs)).toBeCloseToTensor(tensor(state[name].after), closely);
  });
});

describe('what is refused', () => {
  it('a missing shard, one of another length, and one that is named twice', () => {
    const { [SHARDS[1]]: _, ...others } = filesOf('sgd');
    const missing = refusal(() => importModel(others));
    expect(missing).toBeInstanceOf(DataError);
    expect(missing.message).toMatch(/the file group1-shard2of2\.bin/);
    const short = { ...filesOf('sgd'), [SHARDS[1]]: new Uint8Array(4) };
    expect(refusal(() => importModel(short)).message).toMatch(/received 92|bytes or more/);
    const twice = changed('sgd', SHARDS[1], SHARDS[0]);
    expect(refusal(() => importModel(twice)).message).toMatch(/group1-shard1of2\.bin, .*once/);
  });

  it('quantized weights, and graph models, by name', () => {
    const quantized = changed(
      'sgd',
      '"shape":[4,6],"dtype":"float32"}',
      '"shape":[4,6],"dtype":"float32","quantization":{"dtype":"uint8"}}',
    );
    expect(refusal(() => importModel(quantized)).message).toMatch(/quantized to "uint8"/);
    const graph = changed('sgd', 'layers-model', 'graph-model');
    expect(refusal(() => importModel(graph)).message).toMatch(/received a graph model/);
  });

  it('files of which none is in JSON', () => {
    const error = refusal(() => importModel({ a: new Uint8Array(3), b: new Uint8Array(3) }));
    expect(error).toBeInstanceOf(OptionError);
  });
});

describe('a model of ours', () => {
  it('comes back from files of at most 4 MB', () => {
    const model = sequential({ inputShape: [4], seed: 2 }, [
      dense({ units: 1200 }),
      batchNorm(),
      tanh(),
      dense({ units: 1000 }),
    ]);
    const files = exportModel(model, { to: 'tfjs' });
    const sizes = Object.entries(files).flatMap(([name, { length }]) =>
      name.endsWith('.bin') ? length : [],
    );
    expect(sizes).toEqual([2 ** 22, 4 * (1200 * 1000 + 4 * 1200 + 5 * 1200 + 1000) - 2 ** 22]);
    const back = importModel(files);
    expect(back.model.predict(inputs)).toBeBitIdenticalTo(model.predict(inputs));
  });

  it.each([geluTanh(), hardSigmoid(), elu({ alpha: 0.5 })])(
    'with $type, which TensorFlow.js does not read, is refused',
    (layer) => {
      const model = sequential({ inputShape: [4] }, [dense({ units: 2 }), layer]);
      const error = refusal(() => exportModel(model, { to: 'tfjs' }));
      expect(error).toBeInstanceOf(OptionError);
      expect(error.message).toContain(layer.type);
    },
  );
});
