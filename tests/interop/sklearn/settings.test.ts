/** What becomes of each setting that scikit-learn's constructors take: read, told as not carried over, or refused. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import { writeTexts } from '../../../src/formats/numpy/labels.ts';
import { packNpy, writeNpy } from '../../../src/formats/numpy/npy.ts';
import { packZip } from '../../../src/formats/zip/pack.ts';
import { unpackZip } from '../../../src/formats/zip/unpack.ts';
import { type ImportedModel, importModel } from '../../../src/interop/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/interop/', import.meta.url);
const all: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('settings.json', folder), 'utf8'),
).sklearn;

type Value = number | boolean | string | readonly number[];

function npy(value: Value): Uint8Array {
  if (typeof value === 'boolean') return packNpy('|b1', [], Uint8Array.of(value ? 1 : 0));
  if (typeof value === 'string') return writeTexts([value], []);
  return writeNpy(
    typeof value === 'number'
      ? tensor(value, { dtype: 'float64' })
      : tensor([...value], { dtype: 'float64' }),
  );
}

/** The file with other settings. */
function set(file: string, estimator: string, settings: Readonly<Record<string, Value>>) {
  const bytes = new Uint8Array(readFileSync(new URL(`sklearn/${file}.npz`, folder)));
  const entries = unpackZip('test', bytes, { maxBytes: 2 ** 24 });
  for (const [name, value] of Object.entries(settings)) {
    entries.set(`${estimator}.${name}.npy`, npy(value));
  }
  return packZip('test', [...entries]);
}

interface Trained {
  /** What is read. */
  readonly read: Readonly<Record<string, unknown>>;
  /** What is told. */
  readonly ignored: string;
}

const trained = ({ training, report, model, scalers, loss }: ImportedModel): Trained => ({
  read: {
    ...training?.optimizer?.options,
    optimizer: training?.optimizer?.name,
    loss: loss?.name,
    batchSize: training?.batchSize,
    epochs: training?.epochs,
    shuffle: training?.shuffle,
    penalties: JSON.stringify(
      model.layers.map(({ layer }) => Object(layer).options?.weightPenalty),
    ),
    layers: model.layers.map(({ layer }) => ('type' in layer ? layer.type : '')),
    scaler: scalers[0]?.toJSON().values,
  },
  ignored: report.ignored.join('\n'),
});

interface Row {
  readonly settings: Readonly<Record<string, Value>>;
  /** What is another then. */
  readonly read?: Readonly<Record<string, unknown>>;
  readonly told?: RegExp;
  readonly refused?: RegExp;
}

const SGD = { solver: 'sgd', learning_rate_init: 0.125 };
/** In their order: the setting, and what becomes of it. */
const NETWORK: Readonly<Record<string, Row>> = {
  hidden_layer_sizes: { settings: { hidden_layer_sizes: [7, 7] }, read: {} },
  activation: {
    settings: { activation: 'tanh' },
    read: { layers: expect.arrayContaining(['tanh']) },
  },
  solver: { settings: { solver: 'lbfgs' }, told: /solver lbfgs, which there is not here/ },
  alpha: { settings: { alpha: 1.5 }, read: { penalties: expect.any(String) } },
  batch_size: { settings: { batch_size: 10 }, read: { batchSize: 10 } },
  learning_rate: {
    settings: { ...SGD, learning_rate: 'adaptive' },
    told: /learning_rate "adaptive": give the Trainer a schedule/,
  },
  learning_rate_init: { settings: { learning_rate_init: 0.25 }, read: { learningRate: 0.25 } },
  power_t: {
    settings: { ...SGD, learning_rate: 'invscaling', power_t: 0.25 },
    told: /"invscaling" with power_t 0\.25/,
  },
  max_iter: { settings: { max_iter: 77 }, read: { epochs: 77 } },
  shuffle: { settings: { shuffle: false }, read: { shuffle: false } },
  random_state: { settings: { random_state: 123 }, told: /random_state 123: .* another order/ },
  tol: { settings: { tol: 0.5 }, told: /tol 0\.5 .*monitor: 'loss', minDelta: 0\.5/ },
  // It prints.
  verbose: { settings: { verbose: true }, read: {} },
  warm_start: { settings: { warm_start: true }, told: /warm_start: fit .* always continues/ },
  momentum: { settings: { ...SGD, momentum: 0.25 }, read: { momentum: 0.25, optimizer: 'sgd' } },
  nesterovs_momentum: {
    settings: { ...SGD, nesterovs_momentum: false },
    read: { momentum: 0.9, nesterov: false },
  },
  early_stopping: { settings: { early_stopping: true }, told: /early_stopping on 0\.1 of/ },
  validation_fraction: {
    settings: { early_stopping: true, validation_fraction: 0.25 },
    told: /early_stopping on 0\.25 of the samples/,
  },
  beta_1: { settings: { beta_1: 0.5 }, read: { beta1: 0.5 } },
  beta_2: { settings: { beta_2: 0.5 }, read: { beta2: 0.5 } },
  epsilon: { settings: { epsilon: 0.5 }, read: { epsilon: expect.any(Number) } },
  n_iter_no_change: { settings: { n_iter_no_change: 3 }, told: /patience: \{ epochs: 3 \}/ },
  // Of lbfgs, of which nothing is read.
  max_fun: { settings: { max_fun: 3 }, read: {} },
};
const ROWS: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  MLPClassifier: NETWORK,
  MLPRegressor: NETWORK,
  StandardScaler: {
    copy: { settings: { copy: false }, read: {} },
    with_mean: {
      settings: { with_mean: false },
      read: { scaler: expect.objectContaining({ mean: [0, 0, 0, 0] }) },
    },
    with_std: {
      settings: { with_std: false },
      read: { scaler: expect.objectContaining({ deviation: [1, 1, 1, 1] }) },
    },
  },
  MinMaxScaler: {
    feature_range: {
      settings: { feature_range: [-3, 5] },
      read: { scaler: expect.objectContaining({ low: -3, high: 5 }) },
    },
    copy: { settings: { copy: false }, read: {} },
    clip: { settings: { clip: true }, refused: /clip.*received True/ },
  },
};
const FILES: Readonly<Record<string, readonly [file: string, estimator: string]>> = {
  MLPClassifier: ['species', '1.MLPClassifier'],
  MLPRegressor: ['values_training', '0.MLPRegressor'],
  StandardScaler: ['species', '0.StandardScaler'],
  MinMaxScaler: ['numbers', '0.MinMaxScaler'],
};
/** Where both kinds of network are alike but for what a loss is there. */
const USUAL = {
  solver: 'adam',
  learning_rate: 'constant',
  alpha: 0.0001,
  momentum: 0.9,
  activation: 'relu',
  shuffle: true,
};

describe.each(Object.keys(ROWS))('settings of %s', (type) => {
  const [file, estimator] = FILES[type];
  const usual = type.startsWith('MLP') ? USUAL : {};
  const before = trained(importModel(set(file, estimator, usual)));
  /** Of three outputs squares are halved and added up there, and are a mean here. */
  const factor = type === 'MLPRegressor' ? 2 / 3 : 1;

  it('are those of the constructor', () => {
    expect(Object.keys(ROWS[type])).toEqual(all[type]);
  });

  it.each(Object.entries(ROWS[type]))('%s', (name, { settings, read, told, refused }) => {
    const bytes = set(file, estimator, { ...usual, ...settings });
    if (refused !== undefined) {
      const error = refusal(() => importModel(bytes));
      expect(error).toBeInstanceOf(DataError);
      expect(error.message).toMatch(refused);
      return;
    }
    const after = trained(importModel(bytes));
    if (told !== undefined) {
      expect(before.ignored).not.toMatch(told);
      expect(after.ignored).toMatch(told);
      return;
    }
    const exact: Readonly<Record<string, unknown>> = {
      alpha: { penalties: expect.stringContaining(String((1.5 * factor) / 150)) },
      epsilon: { epsilon: expect.closeTo(0.5 * factor, 12) },
    };
    expect(after.read).toMatchObject({ ...read, ...Object(exact[name]) });
    if (Object.keys(read ?? {}).length > 0) expect(after).not.toEqual(before);
    else expect(after).toEqual(before);
  });

  it('that no constructor has are refused by name', () => {
    const error = refusal(() => importModel(set(file, estimator, { tempo: 3 })));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(/received the setting tempo/);
  });
});

describe('what numbers of a file mean', () => {
  it.each([
    ['auto', 40 * 1000, 200],
    ['auto', 40 * 130, 130],
    [64, 40 * 1000, 64],
    [64, 40 * 50, 50],
  ])('batch_size %s of %i samples seen in 40 epochs is %i', (size, seen, found) => {
    const settings = { batch_size: size, t_: seen, n_iter_: 40 };
    const { training } = importModel(set('species', '1.MLPClassifier', settings));
    expect(training?.batchSize).toBe(found);
  });

  it('a column that is constant has range 1', () => {
    const { scalers } = importModel(
      set('numbers', '0.MinMaxScaler', { data_range_: [2, 0, 1e-17, 3] }),
    );
    expect(scalers[0].toJSON().values.range).toEqual([2, 1, 1, 3]);
  });

  it('a network of which one matrix is of float64 is of float64', () => {
    const { model } = importModel(set('small', '0.MLPClassifier', { 'intercepts_.1': [0.1] }));
    expect(model.dtype).toBe('float64');
    expect(model.state()['layers.2.bias'].item()).toBe(0.1);
  });
});

describe('what contradicts itself', () => {
  it.each([
    ['columns', { mean_: [1, 2, 3], scale_: [1, 1, 1] }, /n_features_in_.*Expected 4 columns/],
    ['names of columns', { feature_names_in_: [1, 2, 3] }, /feature_names_in_.*Expected 4 names/],
  ] as const)('other %s of the scaler are refused', (_, settings, message) => {
    const error = refusal(() => importModel(set('species', '0.StandardScaler', settings)));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(message);
  });

  it.each([
    ['a loss of later versions', { loss: 'poisson' }, /loss.*received poisson/],
    ['another number of layers', { n_layers_: 7 }, /n_layers_.*Expected 4.*received 7/],
    ['another number of outputs', { n_outputs_: 2 }, /n_outputs_.*Expected 3.*received 2/],
    ['an end of another kind', { out_activation_: 'exp' }, /out_activation_.*received "exp"/],
    ['an activation of another kind', { activation: 'gelu' }, /activation.*received "gelu"/],
  ] as const)('%s is refused', (_, settings, message) => {
    const error = refusal(() => importModel(set('species', '1.MLPClassifier', settings)));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(message);
  });
});
