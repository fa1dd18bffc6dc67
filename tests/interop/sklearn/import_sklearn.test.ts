/** Networks of scikit-learn 1.2, as the lines of docs/scikit_learn.md and as skops save them. */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { DataError } from '../../../src/errors/index.ts';
import { packZip } from '../../../src/formats/zip/pack.ts';
import { unpackZip } from '../../../src/formats/zip/unpack.ts';
import { Trainer } from '../../../src/index.ts';
import { type ImportedModel, importModel } from '../../../src/interop/index.ts';
import { predictor, readModel, writeModel } from '../../../src/persistence/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/interop/sklearn/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const json = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

interface Predicted {
  readonly inputs: number[][];
  readonly predicted: (number | string | boolean | number[])[];
  readonly probabilities?: number[][];
  readonly classes?: string[];
}
const expected = json<Readonly<Record<string, Predicted>>>('networks.json');

const inflate = (compressed: Uint8Array, size: number) =>
  inflateRawSync(compressed, { maxOutputLength: Math.max(1, size) });
const read = (name: string) => importModel(bytesOf(name), { inflate });
const text = (value: unknown) =>
  typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);

/** Through a file of our own, so that all of it is kept. */
const throughFile = (imported: ImportedModel) => readModel(writeModel(imported.model, imported));

describe('networks of scikit-learn', () => {
  it.each([
    ['species.npz', 1e-14],
    ['numbers.npz', 1e-14],
    ['binary.npz', 1e-14],
    ['labels.npz', 1e-14],
    ['small.npz', 1e-6],
    ['species.skops', 1e-14],
    ['labels.skops', 1e-14],
  ])('%s: probabilities of all classes, in the order of their names', (name, tolerance) => {
    const { inputs, probabilities = [], classes } = expected[name.split('.')[0]];
    const imported = read(name);
    expect(imported.classNames).toEqual(classes);
    const file = throughFile(imported);
    const { dtype } = imported.model;
    expect(file.predictProbabilities(inputs)).toBeCloseToTensor(tensor(probabilities, { dtype }), {
      absoluteTolerance: tolerance,
      relativeTolerance: 0,
    });
  });

  it.each(['species', 'numbers', 'binary', 'small'])('%s: the same classes', (name) => {
    const { inputs, predicted } = expected[name];
    expect(throughFile(read(`${name}.npz`)).predictClasses(inputs)).toEqual(predicted.map(text));
  });

  it('of several labels: each by itself', () => {
    const { inputs, predicted } = expected.labels;
    const labels = predicted.map((row) =>
      (row as number[]).flatMap((is, k) => (is === 1 ? [String(k)] : [])),
    );
    expect(throughFile(read('labels.npz')).predictLabels(inputs)).toEqual(labels);
  });

  it.each(['value.npz', 'values.npz', 'value.skops'])('%s: the same values', (name) => {
    const { inputs, predicted } = expected[name.split('.')[0]];
    const imported = read(name);
    expect(imported.task).toBe('regression');
    const rows = predicted.map((row) => (Array.isArray(row) ? row : [Number(row)]));
    expect(predictor(imported.model, imported).predict(inputs)).toBeCloseToTensor(
      tensor(rows, { dtype: 'float64' }),
      { absoluteTolerance: 0, relativeTolerance: 1e-13 },
    );
  });

  it('bring the names of their columns', () => {
    const names = ['sepal length', 'sepal width', 'petal length', 'petal width'];
    expect(read('species.npz').featureNames).toEqual(names);
    expect(throughFile(read('species.skops')).featureNames).toEqual(names);
  });

  it('say how they were trained', () => {
    const { training, report } = read('numbers.npz');
    expect(training?.optimizer?.options).toMatchObject({
      learningRate: 0.05,
      momentum: 0.8,
      nesterov: true,
    });
    expect(training).toMatchObject({ batchSize: 30, epochs: 60, shuffle: true });
    expect(report.conventions.join()).toMatch(/l2Penalty of strength 0\.000333/);
    expect(read('value.npz').training).toBeUndefined();
    expect(read('value.npz').report.ignored.join()).toMatch(/solver lbfgs/);
    expect(read('value.skops').report.producer).toBe('scikit-learn 1.2.1, skops 0.9.0');
  });

  type After = Readonly<Record<string, { coefs: number[][][]; intercepts: number[][] }>>;
  const several = json<{ targets: number[][] }>('labels_training.json');
  const after: After = { ...json<After>('training.json'), ...json<After>('labels_training.json') };
  const flowers = json<{ inputs: number[][] }>('iris.json').inputs;

  it.each([
    ['species', (k: number) => Math.floor(k / 50)],
    ['values', (k: number) => flowers[k].slice(0, 3).map((x) => x / 5)],
    ['labels', (k: number) => several.targets[k]],
  ] as const)('%s: a training run goes on here as there', async (name, target) => {
    const { model, training } = read(`${name}_training.npz`);
    const { optimizer, loss, ...others } = training ?? {};
    if (optimizer === undefined || loss === undefined) throw new Error('not told');
    const targets = flowers.map((_, k) => target(k));
    const train = fromArrays({
      inputs: tensor(flowers, { dtype: 'float64' }),
      targets: tensor(targets, { dtype: name === 'species' ? 'int32' : 'float64' }),
    });
    expect(others.batchSize).toBe(150);
    await new Trainer({ model, optimizer, loss, ...others, epochs: 10 }).fit({ train });
    const state = model.state();
    const close = { absoluteTolerance: 1e-13, relativeTolerance: 0 };
    [0, 2].forEach((layer, i) => {
      const { coefs, intercepts } = after[name];
      expect(state[`layers.${layer}.weight`]).toBeCloseToTensor(
        tensor(coefs[i], { dtype: 'float64' }),
        close,
      );
      expect(state[`layers.${layer}.bias`]).toBeCloseToTensor(
        tensor(intercepts[i], { dtype: 'float64' }),
        close,
      );
    });
  });
});

const entriesOf = (name: string) =>
  unpackZip('test', bytesOf(name), { maxBytes: 2 ** 24, inflate });

/** The same archive with entries changed, taken out or added. */
function changed(name: string, change: (entries: Map<string, Uint8Array>) => void): Uint8Array {
  const entries = entriesOf(name);
  change(entries);
  return packZip('test', [...entries]);
}

const schemaOf = (name: string, edit: (schema: string) => string) =>
  changed(name, (entries) => {
    const schema = new TextDecoder().decode(entries.get('schema.json'));
    entries.set('schema.json', new TextEncoder().encode(edit(schema)));
  });

describe('what skops writes once, or for nothing', () => {
  it('an array that stands elsewhere is found', () => {
    const { scalers } = importModel(
      schemaOf('species.skops', (schema) => {
        const tree = JSON.parse(schema);
        const scaler = tree.content.content.steps.content[0].content[1].content.content;
        scaler.scale_ = { __loader__: 'CachedNode', __id__: scaler.var_.__id__ };
        return JSON.stringify(tree);
      }),
    );
    const { scalers: usual } = read('species.skops');
    const deviations = [scalers[0], usual[0]].map((one) => one.toJSON().values.deviation);
    const [variance, deviation] = deviations as number[][];
    expect(variance.map((v) => Math.sqrt(v).toFixed(12))).toEqual(
      deviation.map((d) => d.toFixed(12)),
    );
  });

  it('an estimator that passes everything through is left out', () => {
    const passing = {
      __loader__: 'TupleNode',
      content: [
        { __loader__: 'JsonNode', content: '"nothing"' },
        { __loader__: 'JsonNode', content: '"passthrough"' },
      ],
    };
    const bytes = schemaOf('species.skops', (schema) => {
      const tree = JSON.parse(schema);
      tree.content.content.steps.content.splice(1, 0, passing);
      return JSON.stringify(tree);
    });
    expect(importModel(bytes).classNames).toEqual(expected.species.classes);
  });
});

describe('what cannot be understood of scikit-learn is refused', () => {
  it.each([
    ['another estimator', 'species.npz', '0.StandardScaler.', '0.PCA.', /received PCA/],
    [
      'a network in front',
      'species.npz',
      '0.StandardScaler.',
      '0.MLPRegressor.',
      /received MLPRegressor, MLPClassifier/,
    ],
    [
      'a scaler that was not fitted',
      'species.npz',
      '0.StandardScaler.scale_',
      '0.StandardScaler.scales_',
      /scale_.*after fit/,
    ],
    [
      'an array of a list that is missing',
      'species.npz',
      'coefs_.1',
      'coefs_.2',
      /coefs_ without number 1/,
    ],
  ] as const)('%s', (_, name, from, to, message) => {
    const bytes = changed(name, (entries) => {
      for (const [entry, data] of [...entries]) {
        if (!entry.startsWith(from) && !entry.includes(`.${from}`)) continue;
        entries.delete(entry);
        entries.set(entry.replace(from, to), data);
      }
    });
    const error = refusal(() => importModel(bytes));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(message);
  });

  it.each([
    [
      'a class of another module',
      '"__module__": "sklearn.neural_network',
      '"__module__": "os',
      /received os\._multilayer/,
    ],
    [
      'a step that is not known',
      '"__class__": "StandardScaler"',
      '"__class__": "PCA"',
      /received PCA/,
    ],
    [
      'an array outside of the archive',
      '140000000000000.npy',
      '../../secret.npy',
      /received "\.\.\/\.\.\/secret\.npy"/,
    ],
    ['no tree', '"content"', '"contents"', /attributes/],
  ])('%s in skops', (_, from, to, message) => {
    const error = refusal(() =>
      importModel(schemaOf('species.skops', (s) => s.replaceAll(from, to))),
    );
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(message);
  });

  it('names of classes that are not as many as outputs', () => {
    const two = entriesOf('binary.npz').get('1.MLPClassifier.classes_.npy') ?? new Uint8Array(0);
    const bytes = changed('species.npz', (entries) => {
      entries.set('1.MLPClassifier.classes_.npy', two);
    });
    expect(refusal(() => importModel(bytes)).message).toMatch(/Expected 3 classes/);
  });

  it('an attribute of a class that nobody needs is left alone', () => {
    const bytes = schemaOf('species.skops', (s) =>
      s.replace('"__class__": "AdamOptimizer"', '"__class__": "system"'),
    );
    expect(importModel(bytes).classNames).toEqual(expected.species.classes);
  });

  it('compressed archives say what reads them', () => {
    expect(refusal(() => importModel(bytesOf('value.skops'))).message).toMatch(/inflate/);
  });
});
