/** The values of a network: taken out, put back, copied, frozen. */
import { beforeEach, describe, expect, it } from 'vitest';
import { DataError, OptionError } from '../../src/errors/errors.ts';
import {
  batchNorm,
  dense,
  type LayerChoice,
  type Model,
  type ModelState,
  relu,
  residual,
  sequential,
  tanh,
} from '../../src/nn/index.ts';
import { matchesPrefix } from '../../src/nn/layer_choice.ts';
import { full, ones, type Tensor, uniform, zeros } from '../tensors.ts';

const make = (seed: number): Model =>
  sequential({ inputShape: [3], seed }, [
    dense({ units: 4 }),
    residual([dense({ units: 4 }), batchNorm()]),
    tanh(),
    dense({ units: 2 }),
  ]);

const x = uniform([5, 3], { seed: 1 });
let model: Model;

beforeEach(() => {
  model = make(1);
  model.forward(uniform([6, 3], { seed: 2 }), { training: true }); // moves the running statistics
});

const bitsOf = (state: ModelState) =>
  Object.entries(state).map(([name, t]) => `${name} ${Array.from(t.toTypedArray())}`);

describe('state()', () => {
  it('has parameters and running statistics by name', () => {
    expect(Object.entries(model.state()).map(([name, { shape }]) => `${name} [${shape}]`)).toEqual([
      'layers.0.weight [3,4]',
      'layers.0.bias [4]',
      'layers.1.layers.0.weight [4,4]',
      'layers.1.layers.0.bias [4]',
      'layers.1.layers.1.weight [4]',
      'layers.1.layers.1.bias [4]',
      'layers.3.weight [4,2]',
      'layers.3.bias [2]',
      'layers.1.layers.1.runningMean [4]',
      'layers.1.layers.1.runningVariance [4]',
    ]);
  });

  it('is a copy, which later training does not change', () => {
    const state = model.state();
    const before = bitsOf(state);
    for (const parameter of model.parameters()) parameter.assign(full(parameter.shape, 9));
    expect(bitsOf(state)).toEqual(before);
  });

  it('is constant: nothing in it learns', () => {
    expect(Object.values(model.state()).some(({ requiresGrad }) => requiresGrad)).toBe(false);
  });
});

describe('loadState()', () => {
  it('makes another network with the same layers give the same outputs', () => {
    const other = make(2);
    const expected = model.predict(x);
    expect(other.predict(x)).not.toBeBitIdenticalTo(expected);
    other.loadState(model.state());
    expect(other.predict(x)).toBeBitIdenticalTo(expected);
  });

  it('copies: the state stays independent', () => {
    const state = model.state();
    const other = make(2);
    other.loadState(state);
    other.parameters()[0].assign(zeros([3, 4]));
    expect(state['layers.0.weight']).toBeBitIdenticalTo(model.state()['layers.0.weight']);
  });

  const broken: [string, (state: Record<string, Tensor>) => unknown, string][] = [
    [
      'a missing name',
      ({ 'layers.3.bias': _, ...rest }) => rest,
      'Expected layers.3.bias: float32 [2]; received no such name',
    ],
    [
      'another shape',
      (state) => ({ ...state, 'layers.3.weight': zeros([2, 4]) }),
      'Expected layers.3.weight: float32 [4, 2]; received float32 [2, 4]',
    ],
    [
      'another dtype',
      (state) => ({ ...state, 'layers.3.bias': zeros([2], { dtype: 'float64' }) }),
      'Expected layers.3.bias: float32 [2]; received float64 [2]',
    ],
    [
      'a name too many',
      (state) => ({ ...state, 'layers.9.weight': zeros([1]) }),
      'received layers.9.weight. The state must come from a model with the same layers.',
    ],
    [
      'arrays',
      (state) => ({ ...state, 'layers.3.bias': [0, 0] }),
      'Expected layers.3.bias: float32 [2]; received [0, 0]',
    ],
    ['nothing', () => undefined, 'Expected tensors by name, as state() gives them'],
    ['a name of every object', () => Object.create(model.state()), 'received no such name'],
  ];
  it.each(broken)('refuses %s, and then has changed nothing', (_, spoil, says) => {
    const before = bitsOf(model.state());
    const given = Object.fromEntries(
      Object.entries(model.state()).map(([name, t]) => [name, t.add(1)]),
    );
    expect(() => model.loadState(spoil(given) as ModelState)).toThrow(DataError);
    expect(() => model.loadState(spoil(given) as ModelState)).toThrow(says);
    expect(bitsOf(model.state())).toEqual(before);
  });

  it('takes its own state', () => {
    const before = bitsOf(model.state());
    model.loadState(model.state());
    expect(bitsOf(model.state())).toEqual(before);
  });
});

describe('clone()', () => {
  it('has the same values, running statistics included', () => {
    expect(bitsOf(model.clone().state())).toEqual(bitsOf(model.state()));
    expect(model.clone().predict(x)).toBeBitIdenticalTo(model.predict(x));
  });

  it('is independent, both ways', () => {
    const copy = model.clone();
    const before = bitsOf(copy.state());
    model.parameters()[0].assign(ones([3, 4]));
    model.forward(x, { training: true });
    expect(bitsOf(copy.state())).toEqual(before);
    const own = bitsOf(model.state());
    copy.parameters()[0].assign(zeros([3, 4]));
    expect(bitsOf(model.state())).toEqual(own);
  });

  it('keeps what is frozen, and its dtype', () => {
    model.freeze('layers.0');
    const frozen = model
      .clone()
      .parameters()
      .filter(({ requiresGrad }) => !requiresGrad);
    expect(frozen.map(({ name }) => name)).toEqual(['layers.0.weight', 'layers.0.bias']);
    const double = sequential({ inputShape: [1], dtype: 'float64' }, [dense({ units: 1 })]);
    expect(double.clone().parameters()[0].dtype).toBe('float64');
  });
});

describe('freeze() and unfreeze()', () => {
  const learning = () =>
    model
      .parameters()
      .filter(({ requiresGrad }) => requiresGrad)
      .map(({ name }) => name);

  it('choose by the beginning of names', () => {
    model.freeze('layers.1');
    expect(learning()).toEqual([
      'layers.0.weight',
      'layers.0.bias',
      'layers.3.weight',
      'layers.3.bias',
    ]);
    model.freeze('layers.0.weight');
    expect(learning()).toEqual(['layers.0.bias', 'layers.3.weight', 'layers.3.bias']);
    model.unfreeze('layers.1.layers.1');
    expect(learning()).toContain('layers.1.layers.1.bias');
    expect(learning()).not.toContain('layers.1.layers.0.bias');
  });

  it('choose by depth, which counts layers with parameters', () => {
    model.freeze({ first: 2 });
    expect(learning()).toEqual(['layers.3.weight', 'layers.3.bias']);
    model.unfreeze({ last: 2 });
    expect(learning().slice(0, 2)).toEqual(['layers.1.layers.0.weight', 'layers.1.layers.0.bias']);
    model.freeze({ last: 3 });
    expect(learning()).toEqual([]);
  });

  it.each([
    [{ first: 0 }, '{ first: 0 }'],
    [{ last: 4 }, '{ last: 4 }'],
    [{ first: 1.5 }, '{ first: 1.5 }'],
    [{ last: 1, first: 1 }, '{ last, first }'],
    [{ layers: 1 }, '{ layers }'],
    [['layers.0'], '["layers.0"]'],
    [null, 'null'],
  ])('refuse %j, of 3 layers with parameters', (choice, received) => {
    const freeze = () => model.freeze(choice as unknown as LayerChoice);
    expect(freeze).toThrow(OptionError);
    expect(freeze).toThrow(
      'freeze: Expected the beginning of a name, or { first: n } or { last: n } of the 3 layers ' +
        `with parameters; received ${received}.`,
    );
    expect(learning()).toHaveLength(8);
  });

  it('mean everything without a prefix', () => {
    model.freeze();
    expect(learning()).toEqual([]);
    model.unfreeze();
    expect(learning()).toHaveLength(8);
  });

  it('read names as paths', () => {
    expect(matchesPrefix('layers.1.bias', 'layers.1')).toBe(true);
    expect(matchesPrefix('layers.10.bias', 'layers.1')).toBe(false);
    expect(matchesPrefix('layers.1.bias', 'layers.1.b')).toBe(false);
    expect(matchesPrefix('layers.1.bias', 'layers.1.bias')).toBe(true);
  });

  it.each(['layers.2', 'layer', 'weight'])('refuse %s, which names no parameter', (prefix) => {
    expect(() => model.freeze(prefix)).toThrow(OptionError);
    expect(() => model.freeze(prefix)).toThrow(`layers.3.bias; received "${prefix}"`);
    expect(() => model.unfreeze(prefix)).toThrow('unfreeze');
  });

  it('stop gradients from flowing to what is frozen', () => {
    const frozen = sequential({ inputShape: [3] }, [
      dense({ units: 2 }),
      relu(),
      dense({ units: 1 }),
    ]);
    frozen.freeze('layers.0');
    frozen.forward(x).sum().backward();
    const gradients = frozen.parameters().map(({ gradient }) => gradient !== null);
    expect(gradients).toEqual([false, false, true, true]);
  });
});
