/** Training runs that Keras left after three updates go on here with the numbers that they have there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../src/data/index.ts';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import {
  adam,
  cast,
  lamb,
  nadam,
  type Optimizer,
  sgd,
  softmaxCrossEntropy,
  type Tensor,
  Trainer,
} from '../../../src/index.ts';
import {
  type ExportOptions,
  exportModel,
  type ImportedModel,
  importModel,
} from '../../../src/interop/index.ts';
import { readOptimizerState } from '../../../src/interop/keras/optimizer_state.ts';
import {
  dense,
  l1Penalty,
  l2Penalty,
  layerNorm,
  type Model,
  maxNorm,
  sequential,
  unitNorm,
} from '../../../src/nn/index.ts';
import { readCheckpoint, writeCheckpoint } from '../../../src/persistence/index.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const folder = new URL('../../fixtures/keras/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`state/${name}`, folder)));
const told = JSON.parse(readFileSync(new URL('keras_state.json', folder), 'utf8'));
const { inputs, targets } = told;
const train = fromArrays({ inputs, targets });

/** Three updates more. */
async function goOn({ model, training }: ImportedModel, backend: 'wasm' | 'reference' = 'wasm') {
  const { optimizer, loss, ...others } = training ?? {};
  if (optimizer === undefined || loss === undefined) throw new Error('nothing to learn by');
  const options = { model, optimizer, loss, ...others, epochs: 3, batchSize: 3, backend };
  const trainer = new Trainer({ ...options, shuffle: false });
  const { epochs } = await trainer.fit({ train });
  return { losses: epochs.map((epoch) => epoch.loss), trainer };
}

const runs = Object.keys(told).filter((name) => /\.(?:keras|h5)$/.test(name));

describe('a training run of Keras, after three updates', () => {
  it.each(runs)('%s goes on with the same losses and weights', async (name) => {
    const imported = importModel(bytesOf(name));
    expect(imported.report.ignored).toEqual([]);
    expect(imported.training?.optimizerState?.updates).toBe(3);
    const { losses } = await goOn(imported);
    expect(losses).toEqual(told[name].losses.map((one: number) => expect.closeTo(one, 6)));
    expect(imported.model.predict(inputs)).toBeCloseToTensor(tensor(told[name].after), {
      absoluteTolerance: 1e-6,
      relativeTolerance: 0,
    });
  });
});

describe('a training run on its way to Keras', () => {
  const exported = ({ model, training }: ImportedModel) => {
    const { optimizer, optimizerState, loss } = training ?? {};
    if (optimizer === undefined) throw new Error('nothing to learn by');
    return exportModel(model, { to: 'keras', training: { optimizer, optimizerState, loss } });
  };

  // Keras has continued with these, and got the numbers of keras_state.json to the bit.
  it.each(['amsgrad.keras', 'frozen.keras', 'nadam.keras'])(
    '%s is the file that it has continued with',
    (name) => {
      expect(exported(importModel(bytesOf(name)))).toEqual(bytesOf(`ours_${name}`));
    },
  );

  it.each(runs)(
    '%s comes back with the same state, optimizer, loss and frozen parameters',
    (name) => {
      const { model, training } = importModel(bytesOf(name));
      const again = importModel(exported(importModel(bytesOf(name))));
      const { optimizer, optimizerState, loss } = again.training ?? {};
      expect([optimizer?.name, optimizer?.options]).toEqual([
        training?.optimizer?.name,
        training?.optimizer?.options,
      ]);
      expect(loss?.name).toBe(training?.loss?.name);
      expect(optimizerState?.updates).toBe(3);
      for (const [key, own] of Object.entries(training?.optimizerState?.tensors ?? {})) {
        const closely = { absoluteTolerance: 1e-7, relativeTolerance: 1e-6 };
        expect(optimizerState?.tensors[key]).toBeCloseToTensor(own, closely);
      }
      const frozen = (one: typeof model) =>
        one.parameters().map(({ requiresGrad }) => requiresGrad);
      expect(frozen(again.model)).toEqual(frozen(model));
    },
  );

  it('is refused by name, where Keras has no such optimizer or loss, and formats no place', () => {
    const { model } = importModel(bytesOf('adam.h5'));
    const refused = (options: Partial<ExportOptions>) =>
      refusal(() => exportModel(model, { to: 'keras', ...options })).message;
    expect(refused({ training: { optimizer: lamb() } })).toMatch(/received lamb/);
    expect(refused({ training: { optimizer: sgd({ l2: 0.1 }) } })).toMatch(/received sgd, with/);
    // The decay of its momentum is 1 there, and 0.004 here.
    expect(refused({ training: { optimizer: nadam() } })).toMatch(/received nadam, with/);
    const loss = softmaxCrossEntropy({ labelSmoothing: 0.1 });
    expect(refused({ training: { optimizer: sgd(), loss } })).toMatch(/received softmaxCross/);
    const training = { optimizer: adam(), optimizerState: { tensors: {}, updates: 3 } };
    expect(refused({ training })).toMatch(
      /expected layers\.0\.weight\.mean|layers\.0\.weight\.mean: float32/,
    );
    expect(refused({ to: 'onnx', training: { optimizer: sgd() } })).toMatch(/have a place for it/);
  });
});

describe('what restrains and freezes parameters there', () => {
  it('comes along: frozen layers, and a scale that does not exist there', () => {
    const { model, report } = importModel(bytesOf('frozen.keras'));
    const frozen = model.parameters().flatMap((one) => (one.requiresGrad ? [] : one.name));
    expect(frozen).toEqual(['layers.0.weight', 'layers.0.bias', 'layers.2.weight']);
    expect(report.conventions).toContain(
      'layers.0.weight, layers.0.bias, layers.2.weight: frozen, as there',
    );
  });

  it('comes along: penalties, whose squares have no half there, and constraints', () => {
    const { model } = importModel(bytesOf('restrained.keras'));
    const { options } = model.toJSON().layers[0];
    expect(options).toMatchObject({
      weightPenalty: { name: 'elasticPenalty', options: { l1: 0.0625, l2: 0.25 } },
      biasPenalty: { name: 'l2Penalty', options: { strength: 0.5 } },
      weightConstraint: { name: 'maxNorm', options: { max: 1 } },
      biasConstraint: { name: 'nonNegative' },
    });
  });
});

describe('what restrains and freezes parameters here', () => {
  const exported = (model: Model, options: Partial<ExportOptions> = {}) =>
    exportModel(model, { to: 'keras', training: { optimizer: sgd() }, ...options });

  it('goes to Keras: what it has saved comes back', () => {
    const { model } = importModel(bytesOf('restrained.keras'));
    const back = importModel(exported(model)).model;
    expect(back.toJSON().layers).toEqual(model.toJSON().layers);
  });

  it.each([l1Penalty({ strength: 0.5 }), l2Penalty({ strength: 0.5 })])(
    'goes to both systems: $name',
    (biasPenalty) => {
      const model = sequential({ inputShape: [2] }, [
        dense({ units: 2, biasPenalty, weightConstraint: unitNorm() }),
      ]);
      const { options } = model.toJSON().layers[0];
      const back = (bytes: Parameters<typeof importModel>[0]) =>
        importModel(bytes).model.toJSON().layers[0].options;
      expect(back(exported(model))).toEqual(options);
      expect(back(exportModel(model, { to: 'tfjs' }))).toEqual(options);
    },
  );

  it('goes to Keras: a bias of zeros, or a scale of ones, that a normalization does without', () => {
    for (const name of ['layers.0.bias', 'layers.0.weight']) {
      const model = sequential({ inputShape: [2] }, [layerNorm(), dense({ units: 2 })]);
      model.freeze(name);
      const back = importModel(exported(model)).model;
      const frozen = back.parameters().flatMap((one) => (one.requiresGrad ? [] : one.name));
      expect(frozen).toEqual([name]);
    }
  });

  it('is refused where Keras would train otherwise, by name, and only where it is to train', () => {
    const of = (options: object) =>
      sequential({ inputShape: [2] }, [dense({ units: 2, ...options })]);
    const received = (model: Model) => (refusal(() => exported(model)) as OptionError).received;
    const long = of({ biasConstraint: maxNorm({ max: 1 }) });
    expect(received(long)).toBe('maxNorm of layers.0.bias');
    const own = of({ weightPenalty: { ...l1Penalty({ strength: 1 }), name: 'ours' } });
    expect(received(own)).toBe('ours of layers.0.weight');
    const still = of({});
    still.freeze('layers.0.bias');
    expect(received(still)).toBe('layers.0.bias alone');
    for (const model of [long, own, still]) {
      const { layers } = importModel(exported(model, { training: undefined })).model;
      expect(layers).toHaveLength(1);
    }
  });
});

describe('variables that are not those of the optimizer', () => {
  const { model, training } = importModel(bytesOf('momentum.keras'));
  const momenta = model.parameters();
  const momentum = { momentum: 0.5 };
  const started = (variables: readonly Tensor[], optimizer = sgd(momentum)) => {
    const learning = momenta.map(({ name }) => ({ ours: name, theirs: name }));
    const values = variables.map((one) => ({ tensor: one, from: 'v' }));
    const given = { layout: 'keras', optimizer, model, learning, variables: values } as const;
    return readOptimizerState('test', given);
  };
  const refused = (variables: readonly Tensor[], optimizer?: Optimizer) =>
    refusal(() => started(variables, optimizer)) as DataError;
  const rate = tensor(0.5);

  it('are refused: more or fewer, no count, numbers of another kind or shape', () => {
    const [first, ...others] = momenta;
    expect(refused([tensor(3), rate, ...momenta, rate]).received).toBe('7');
    expect(refused([tensor(3), ...momenta]).received).toBe('5');
    const count = 'a number of updates';
    expect(refused([tensor(-1), rate, ...momenta]).expected).toBe(count);
    expect(refused([tensor(0.5), rate, ...momenta]).expected).toBe(count);
    expect(refused([tensor([3, 4]), rate, ...momenta]).expected).toBe(count);
    const whole = cast(first, 'int32');
    expect(refused([tensor(3), rate, whole, ...others]).received).toBe('int32 [4, 3]');
    expect(refused([tensor(3), rate, rate, ...others]).received).toBe('float32 []');
    expect(refused([tensor(3), rate], adam()).expected).toMatch(/^10 variables of adam/);
    expect(refused([tensor(3), rate], lamb()).expected).toMatch(/whose variables are known/);
  });

  it('come in the dtype of the model', () => {
    const wide = momenta.map((one) => cast(one, 'float64'));
    const { tensors, updates } = started([tensor(3), rate, ...wide]);
    expect(updates).toBe(3);
    expect(tensors['layers.0.weight.momentum'].dtype).toBe('float32');
  });

  it('hold no momentum with a learning rate of 0 within it, and are given none', () => {
    const still = sgd({ learningRate: 0, ...momentum });
    expect(refused([tensor(3), rate, ...momenta], still).received).toMatch(/times 0$/);
    const { optimizerState } = training ?? {};
    const options = { to: 'keras', training: { optimizer: still, optimizerState } } as const;
    const error = refusal(() => exportModel(model, options)) as OptionError;
    expect(error.received).toBe('sgd with a learning rate of 0');
  });
});

describe('a count of updates that a file claims', () => {
  it('takes no time, however large it is', () => {
    const { model, training } = importModel(bytesOf('nadam.keras'));
    const { optimizer = nadam(), optimizerState } = training ?? {};
    expect(optimizer.scalars(2 ** 50).gradientFactor).toBeCloseTo(0.1, 6);
    const { tensors = {} } = optimizerState ?? {};
    const state = { tensors, updates: 2 ** 31 - 1 };
    const options = { to: 'keras', training: { optimizer, optimizerState: state } } as const;
    expect(importModel(exportModel(model, options)).training?.optimizerState?.updates).toBe(
      2 ** 31 - 1,
    );
  });
});

describe('a Trainer that goes on from elsewhere', () => {
  it('is saved and resumed with the count of updates', async () => {
    const whole = await goOn(importModel(bytesOf('adam.h5')));
    const first = importModel(bytesOf('adam.h5'));
    const { optimizer, loss, ...others } = first.training ?? {};
    if (optimizer === undefined || loss === undefined) throw new Error('nothing to learn by');
    const options = { optimizer, loss, batchSize: 3, shuffle: false };
    const begun = new Trainer({ model: first.model, ...options, ...others, epochs: 1 });
    await begun.fit({ train });
    const state = readCheckpoint(writeCheckpoint(begun.checkpoint()));
    // What is resumed has the updates of both; a Trainer without a start of its own takes them up.
    const { model } = importModel(bytesOf('adam.h5'));
    const resumed = new Trainer({ model, ...options, epochs: 3 });
    resumed.resume(state);
    await resumed.fit({ train });
    expect(model.parameters()[0]).toBeBitIdenticalTo(whole.trainer.model.parameters()[0]);
    expect(resumed.optimizerState()).toEqual(whole.trainer.optimizerState());
  });

  it('computes the same bits on both backends', async () => {
    for (const name of ['adam.h5', 'frozen.keras']) {
      const compiled = await goOn(importModel(bytesOf(name)));
      const reference = await goOn(importModel(bytesOf(name)), 'reference');
      expect(compiled.losses).toEqual(reference.losses);
    }
  });

  it('refuses a state of other layers or another optimizer, and no number of updates', () => {
    const { model, training } = importModel(bytesOf('adam.h5'));
    const { loss, optimizerState } = training ?? {};
    if (loss === undefined || optimizerState === undefined) throw new Error('nothing to learn by');
    const options = { model, loss, epochs: 1 };
    const other = refusal(() => new Trainer({ ...options, optimizer: sgd(), optimizerState }));
    expect(other).toBeInstanceOf(DataError);
    expect(other.message).toMatch(/^Trainer\.optimizerState: .*received layers\.0\.weight\.mean/s);
    const updates = refusal(
      () =>
        new Trainer({
          ...options,
          optimizer: sgd(),
          optimizerState: { tensors: {}, updates: -1 },
        }),
    );
    expect(updates).toBeInstanceOf(OptionError);
    expect(updates.message).toMatch(/Trainer\.optimizerState\.updates/);
  });
});
