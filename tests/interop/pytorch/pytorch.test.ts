/** Weights that cross over from PyTorch and back. */
import { describe, expect, it } from 'vitest';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import {
  batchNorm,
  dense,
  type Layer,
  type LayerLike,
  layerNorm,
  type Model,
  relu,
  sequential,
} from '../../../src/nn/index.ts';
import {
  fromPyTorch,
  type NamedTensors,
  type PyTorchOptions,
  readSafetensors,
  toPyTorch,
  writeSafetensors,
} from '../../../src/persistence/index.ts';
import { deep, named } from '../../persistence/exchange.ts';
import { expected, fixture, refusal } from '../../persistence/files.ts';
import { ones, parameter, tensor, zeros } from '../../tensors.ts';

const fileOf = (name: string) => readSafetensors(fixture(`pytorch_${name}.safetensors`)).tensors;
const MODULES = { modules: ['stem', 'norm', 'head'] };

function expectOutputsOf(name: 'deep' | 'named', model: Model): void {
  const { inputs, outputs } = expected.exchange[name];
  expect(model.predict(inputs)).toBeCloseToTensor(outputs, {
    absoluteTolerance: 1e-6,
    relativeTolerance: 0,
  });
}

describe('a state_dict of PyTorch', () => {
  it('computes in our layers what it computes there', () => {
    const model = deep();
    model.loadState(fromPyTorch(fileOf('deep'), model));
    expectOutputsOf('deep', model);
  });

  it('is taken in the order that is given for modules with names', () => {
    const model = named();
    model.loadState(fromPyTorch(fileOf('named'), model, MODULES));
    expectOutputsOf('named', model);
  });

  it('comes back to the bit when it is written again, without the counts of batches', () => {
    for (const [name, model, options] of [
      ['deep', deep(), {}],
      ['named', named(), MODULES],
    ] as const) {
      const original = fileOf(name);
      model.loadState(fromPyTorch(original, model, options));
      const again = readSafetensors(writeSafetensors({ tensors: toPyTorch(model, options) }));
      const names = Object.keys(original).filter((key) => !key.endsWith('num_batches_tracked'));
      expect(Object.keys(again.tensors).sort()).toEqual(names.sort());
      for (const key of names) expect(again.tensors[key]).toBeBitIdenticalTo(original[key]);
    }
  });

  it('changes nothing before it is loaded, and is a copy afterwards', () => {
    const model = deep();
    const before = model.predict([[1, 2, 3, 4]]);
    const given = { ...fileOf('deep') };
    const state = fromPyTorch(given, model);
    expect(model.predict([[1, 2, 3, 4]])).toBeBitIdenticalTo(before);
    model.loadState(state);
    given['0.bias'].assign(zeros([4]));
    expectOutputsOf('deep', model);
  });

  it('of a single module has names without a beginning', () => {
    const model = sequential({ inputShape: [2] }, [dense({ units: 1 })]);
    const given = { weight: tensor([[1, 2]]), bias: tensor([3]) };
    model.loadState(fromPyTorch(given, model));
    expect(model.predict([[10, 100]]).item()).toBe(213);
    expect(Object.keys(toPyTorch(model, { modules: [''] }))).toEqual(['weight', 'bias']);
  });

  it('is ordered by numbers wherever these are', () => {
    const model = sequential({ inputShape: [1] }, [
      dense({ units: 1 }),
      relu(),
      dense({ units: 1 }),
    ]);
    for (const [first, second] of [
      ['net.9', 'net.10'],
      ['fc2', 'fc10'],
      ['blocks.2.fc9', 'blocks.10.fc1'],
      ['module.a.1.b', 'module.a.2.c'],
    ]) {
      const given = {
        [`${second}.weight`]: tensor([[2]]),
        [`${second}.bias`]: tensor([0]),
        [`${first}.weight`]: tensor([[1]]),
        [`${first}.bias`]: tensor([5]),
      };
      const state = fromPyTorch(given, model);
      expect(state['layers.0.bias'].toArray(), first).toEqual([5]);
      expect(state['layers.2.weight'].toArray(), second).toEqual([[2]]);
    }
  });
});

describe('toPyTorch', () => {
  it('gives the names and shapes of nn.Sequential, and leaves the model as it is', () => {
    const model = sequential({ inputShape: [2], seed: 1 }, [
      dense({ units: 3 }),
      relu(),
      batchNorm(),
    ]);
    const tensors = toPyTorch(model);
    expect(Object.entries(tensors).map(([name, { shape }]) => `${name} [${shape}]`)).toEqual([
      '0.weight [3,2]',
      '0.bias [3]',
      '2.weight [3]',
      '2.bias [3]',
      '2.running_mean [3]',
      '2.running_var [3]',
    ]);
    const before = model.state()['layers.0.weight'];
    tensors['0.weight'].assign(zeros([3, 2]));
    expect(model.state()['layers.0.weight']).toBeBitIdenticalTo(before);
  });
});

describe('fromPyTorch refuses', () => {
  const layers = () => [dense({ units: 3 }), batchNorm(), relu(), dense({ units: 3 })];
  const fitting: NamedTensors = toPyTorch(sequential({ inputShape: [2] }, layers()));
  const refused = (tensors: unknown, own: readonly LayerLike[] = layers(), options?: object) =>
    refusal(() =>
      fromPyTorch(
        tensors as NamedTensors,
        sequential({ inputShape: [2] }, own),
        options as PyTorchOptions,
      ),
    );
  const without = (name: string) => {
    const { [name]: _, ...rest } = fitting;
    return rest;
  };

  it('too few modules, and too many, naming both sides', () => {
    const error = refused({ '0.weight': zeros([3, 2]), '0.bias': zeros([3]) });
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toContain(
      'Expected 3 modules, for layers.0 (dense), layers.1 (batchNorm), layers.3 (dense); received 1: "0".',
    );
    expect(refused({ ...fitting, '9.weight': zeros([1]) }).received).toBe('4: "0", "1", "3", "9"');
    expect(refused({}).received).toBe('0: none');
  });

  it('a tensor that is missing or has another shape, naming it and the layer', () => {
    expect(refused(without('3.bias')).message).toContain(
      'fromPyTorch, 3.bias for layers.3 (dense): Expected float32 [3]; received no such name.',
    );
    const turned = { ...fitting, '0.weight': zeros([2, 3]) };
    expect(refused(turned).message).toContain(
      '0.weight for layers.0 (dense): Expected float32 [3, 2], outputs before inputs; received float32 [2, 3].',
    );
    expect(refused({ ...fitting, '1.running_mean': [1, 2, 3] }).received).toBe('[1, 2, 3]');
  });

  it('a tensor for which the layer has no use', () => {
    const plain = [dense({ units: 3, useBias: false }), batchNorm(), relu(), dense({ units: 3 })];
    expect(refused(fitting, plain).message).toContain(
      'fromPyTorch, layers.0 (dense): Expected no tensors but those that the layer has; received 0.bias.',
    );
    const norm = [dense({ units: 3 }), layerNorm(), relu(), dense({ units: 3 })];
    expect(refused(fitting, norm).received).toBe('1.running_mean');
  });

  it('layers of another kind, also where shapes are the same', () => {
    const swapped = [dense({ units: 3 }), dense({ units: 3 }), relu(), batchNorm()];
    expect(refused(fitting, swapped).where).toBe('fromPyTorch, 1.weight for layers.1 (dense)');
  });

  it('another dtype, and says what to do', () => {
    const double = { ...fitting, '0.bias': zeros([3], { dtype: 'float64' }) };
    const error = refused(double);
    expect(error.received).toBe('float64 [3]');
    expect(error.remedy).toContain("cast('float32')");
  });

  it('modules whose order is not known, and takes it from the options', () => {
    const error = refusal(() => fromPyTorch(fileOf('named'), named()));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toContain('the order of the modules is not known');
    expect(error.remedy).toContain('{ modules: ["head", "norm", "stem"] }');
    const inside = { ...fitting, '3.inner.weight': zeros([1]) };
    expect(refused(inside).received).toMatch(/^3(\.inner)? and 3(\.inner)?$/);
  });

  it('names of modules that do not fit', () => {
    for (const modules of [['a'], ['a', 'a', 'b'], [0, 1, 3]]) {
      const error = refused(fitting, layers(), { modules });
      expect(error).toBeInstanceOf(OptionError);
      expect(error.expected).toBe(
        '3 different names, for layers.0 (dense), layers.1 (batchNorm), layers.3 (dense)',
      );
    }
    expect(refused(fitting, layers(), { modules: ['0', '1', '4'] }).received).toBe(
      '3: "0", "1", "3"',
    );
    expect(refused(fitting, layers(), { order: [] }).message).toContain('unknown option "order"');
  });

  it('what holds no tensors by name', () => {
    expect(refused(undefined).expected).toBe('tensors by name');
  });

  it('a layer that PyTorch does not have, here and in toPyTorch', () => {
    const scale: Layer = {
      type: 'scale',
      options: {},
      build({ inputShape }) {
        const factor = parameter(ones(inputShape));
        return { outputShape: inputShape, parameters: { factor }, forward: (x) => x.mul(factor) };
      },
    };
    const model = sequential({ inputShape: [2] }, [scale]);
    const error = refusal(() => toPyTorch(model));
    expect(error).toBeInstanceOf(OptionError);
    expect(error.message).toContain(
      'toPyTorch, layers.0 (scale): Expected parameters in layers of',
    );
    expect(refusal(() => fromPyTorch({}, model)).where).toContain('fromPyTorch');
  });
});
