/** TensorFlow.js: models that 4.22 has saved predict and learn as they do there, and ours are read again. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import {
  adam,
  adamax,
  huber,
  lamb,
  meanSquaredError,
  sgd,
  softmaxCrossEntropy,
  type Tensor,
  Trainer,
} from '../../../src/index.ts';
import { type ExportTraining, exportModel, importModel } from '../../../src/interop/index.ts';
import {
  batchNorm,
  dense,
  elu,
  geluTanh,
  hardSigmoid,
  type Layer,
  layerNorm,
  nonNegative,
  sequential,
  sigmoid,
  softmax,
  tanh,
} from '../../../src/nn/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';
import { begun, dataOf, exported, INPUTS, RUNS, startOf } from './begun.ts';

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

const filesOfJson = ({ json, weights }: { json: object; weights: string }) => ({
  'model.json': new TextEncoder().encode(JSON.stringify(json)),
  'group1-shard1of1.bin': new Uint8Array(Buffer.from(weights, 'base64')),
});

const outputsOf = (layer: Layer, outputs: Tensor) =>
  sequential({ inputShape: outputs.shape.slice(1) }, [layer]).predict(outputs);
const sigmoidOf = (outputs: Tensor) => outputsOf(sigmoid(), outputs);
const softmaxOf = (outputs: Tensor) => outputsOf(softmax(), outputs);

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

describe('a training run of ours, after three updates', () => {
  const continued = JSON.parse(readFileSync(new URL('tfjs_ours.json', folder), 'utf8'));
  const ofAnotherFormula = ['adadelta'];

  it.each(Object.keys(RUNS))(
    'by %s is the file that TensorFlow.js has continued with',
    async (name) => {
      const { json, weights, updates } = continued[name];
      expect(exported(name, await begun(name))).toEqual({ json, weights });
      expect(updates).toBe(name === 'adamax' ? 0 : 3);
    },
  );

  it.each(Object.keys(RUNS).filter((name) => !ofAnotherFormula.includes(name)))(
    'by %s makes the same ten updates there as here',
    async (name) => {
      const before = await begun(name);
      const { optimizer, loss = meanSquaredError() } = RUNS[name];
      const optimizerState = startOf(name, before);
      const options = { model: before.model, optimizer, loss, optimizerState };
      const ten = { epochs: 10, batchSize: 3, shuffle: false, backend: 'reference' } as const;
      const trainer = new Trainer({ ...options, ...ten });
      const { epochs } = await trainer.fit({ train: dataOf(name) });
      const losses = tensor(epochs.map((one) => one.loss));
      expect(losses).toBeCloseToTensor(tensor(continued[name].losses), closely);
      // Of logits the file has the probabilities.
      const back = importModel(filesOfJson(continued[name]));
      const ended = back.model.layers.length > trainer.model.layers.length;
      const outputs = trainer.model.predict(INPUTS);
      const said = ended ? (name === 'labels' ? sigmoidOf(outputs) : softmaxOf(outputs)) : outputs;
      expect(said).toBeCloseToTensor(tensor(continued[name].after), closely);
    },
  );

  it.each(Object.keys(RUNS))(
    'by %s comes back with its optimizer, state and loss',
    async (name) => {
      const before = await begun(name);
      const { optimizer } = RUNS[name];
      const { model, training } = importModel(filesOfJson(continued[name]));
      expect(training?.optimizer?.name).toBe(optimizer.name);
      const { optimizerState } = training ?? {};
      expect(optimizerState?.updates).toBe(name === 'adamax' ? undefined : 3);
      const closely = { absoluteTolerance: 1e-7, relativeTolerance: 1e-6 };
      for (const [key, own] of Object.entries(optimizerState?.tensors ?? {})) {
        expect(own).toBeCloseToTensor(before.optimizerState()[key], closely);
      }
      expect(Object.keys(optimizerState?.tensors ?? {})).toEqual(
        name === 'adamax' ? [] : Object.keys(before.optimizerState()),
      );
      const frozen = (one: typeof model) =>
        one.parameters().map(({ requiresGrad }) => requiresGrad);
      expect(frozen(model)).toEqual(frozen(before.model));
    },
  );
});

it('names the variables of an optimizer by what learns there', () => {
  const model = sequential({ inputShape: [2] }, [batchNorm(), dense({ units: 1, useBias: false })]);
  const optimizer = sgd({ momentum: 0.5 });
  const tensors = Object.fromEntries(
    model.parameters().map((one) => [`${one.name}.momentum`, one] as const),
  );
  const training = { optimizer, optimizerState: { tensors, updates: 1 }, loss: meanSquaredError() };
  const files = exportModel(model, { to: 'tfjs', training });
  const { weightsManifest } = JSON.parse(new TextDecoder().decode(files['model.json']));
  const variables = weightsManifest[0].weights.filter((one: { group?: string }) => one.group);
  expect(variables.map(({ name }: { name: string }) => name)).toEqual([
    'iter',
    'batch_normalization/gamma/momentum',
    'batch_normalization/beta/momentum',
    'dense/kernel/momentum',
  ]);
});

describe('a constraint', () => {
  it('goes there and back, and is told to be applied by no update there', () => {
    const held = dense({ units: 2, biasConstraint: nonNegative() });
    const convention = (...layers: Layer[]) =>
      importModel(exportModel(sequential({ inputShape: [4] }, layers), { to: 'tfjs' })).report
        .conventions;
    expect(convention(held)).toEqual([
      'constraints are applied after each update here, and by no update there',
    ]);
    expect(convention(dense({ units: 2 }))).toEqual([]);
  });
});

describe('a training run that TensorFlow.js cannot continue', () => {
  const model = () => sequential({ inputShape: [4] }, [dense({ units: 2 }), layerNorm()]);
  const refused = (training: ExportTraining, given = model()) => {
    const error = refusal(() => exportModel(given, { to: 'tfjs', training }));
    expect(error).toBeInstanceOf(OptionError);
    return error;
  };
  const loss = meanSquaredError();

  it.each([
    lamb(),
    sgd({ weightDecay: 0.1 }),
    sgd({ l2: 0.1 }),
    adam({ amsgrad: true }),
    sgd({ groups: [{ parameters: 'layers.0', learningRate: 0.5 }] }),
  ])('by an optimizer that it has not is refused: %o', (optimizer) => {
    expect(refused({ optimizer, loss }).where).toBe('exportModel.training.optimizer');
  });

  it('by a loss that it does not find by name, and by none', () => {
    const where = 'exportModel.training.loss';
    const optimizer = sgd();
    expect(refused({ optimizer, loss: huber() })).toMatchObject({ where });
    expect(refused({ optimizer })).toMatchObject({ where, received: 'none' });
    const smooth = softmaxCrossEntropy({ labelSmoothing: 0.1 });
    expect(refused({ optimizer, loss: smooth })).toMatchObject({ where });
  });

  it('by Adamax from where it is, for it neither saves nor loads that state', () => {
    const optimizer = adamax();
    const given = model();
    const tensors = Object.fromEntries(
      given
        .parameters()
        .flatMap((one) =>
          Object.entries(optimizer.init(one)).map(([name, own]) => [`${one.name}.${name}`, own]),
        ),
    );
    const optimizerState = { tensors, updates: 1 };
    expect(refused({ optimizer, loss, optimizerState }, given).where).toBe(
      'exportModel.training.optimizerState',
    );
  });

  it('with a constraint, which no update applies there, or a part of a layer frozen', () => {
    const optimizer = sgd();
    const held = sequential({ inputShape: [4] }, [
      dense({ units: 2, biasConstraint: nonNegative() }),
    ]);
    expect(refused({ optimizer, loss }, held).received).toBe('nonNegative of layers.0.bias');
    const still = model();
    still.freeze('layers.1.weight');
    expect(refused({ optimizer, loss }, still).received).toBe('layers.1.weight alone');
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
    const last = filesOf('sgd')[SHARDS[1]];
    const long = { ...filesOf('sgd'), [SHARDS[1]]: new Uint8Array([...last, 0, 0, 0, 0]) };
    expect(refusal(() => importModel(long)).message).toMatch(
      /Expected 180 bytes in .*received 184/,
    );
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
