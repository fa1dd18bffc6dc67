/** A new head on an old body: what stays, what is new, and that neither touches the other. */
import { beforeEach, describe, expect, it } from 'vitest';
import { OptionError, ShapeError } from '../../src/errors/errors.ts';
import {
  batchNorm,
  dense,
  dropout,
  type Model,
  relu,
  residual,
  sequential,
  softmax,
  tanh,
} from '../../src/nn/index.ts';
import { withHead } from '../../src/transfer/index.ts';
import { uniform } from '../tensors.ts';

const x = uniform([5, 3], { seed: 1 });
let old: Model;

beforeEach(() => {
  old = sequential({ inputShape: [3], seed: 1 }, [
    dense({ units: 4 }),
    batchNorm(),
    residual([dense({ units: 4 }), tanh()]),
    dropout({ rate: 0.5 }),
    dense({ units: 2 }),
    softmax(),
  ]);
  old.forward(uniform([6, 3], { seed: 2 }), { training: true }); // moves the running statistics
});

const typesOf = ({ layers }: Model) => layers.map(({ layer }) => layer.type);

describe('withHead', () => {
  it('replaces the last layer with parameters, and what is behind it', () => {
    const made = withHead(old, [relu(), dense({ units: 7 })]);
    expect(typesOf(made)).toEqual([...typesOf(old).slice(0, 4), 'relu', 'dense']);
    expect(made.outputShape).toEqual([7]);
  });

  it('replaces from any other layer on', () => {
    expect(typesOf(withHead(old, [relu()], { from: 'layers.2' }))).toEqual([
      ...typesOf(old).slice(0, 2),
      'relu',
    ]);
    expect(typesOf(withHead(old, [softmax()], { from: 'layers.5' }))).toEqual(typesOf(old));
  });

  it('keeps weights and running statistics of the body to the bit', () => {
    const made = withHead(old, [dense({ units: 7 })]).state();
    const body = Object.entries(old.state()).filter(([name]) => !name.startsWith('layers.4.'));
    expect(body).toHaveLength(8);
    for (const [name, tensor] of body) expect(made[name]).toBeBitIdenticalTo(tensor);
  });

  it('without a new head gives the features that the old body has', () => {
    const features = new Map<string, unknown>();
    old.forward(x, { observe: (name, output) => features.set(name, output.toArray()) });
    expect(withHead(old, []).predict(x).toArray()).toEqual(features.get('layers.3'));
  });

  it('is independent of the old model, both ways', () => {
    const made = withHead(old, [dense({ units: 2 })]);
    const [before, own] = [old.predict(x), made.predict(x)];
    for (const parameter of made.parameters()) parameter.assign(parameter.mul(2));
    expect(old.predict(x)).toBeBitIdenticalTo(before);
    for (const parameter of old.parameters()) parameter.assign(parameter.mul(3));
    for (const parameter of made.parameters()) parameter.assign(parameter.mul(0.5));
    expect(made.predict(x)).toBeBitIdenticalTo(own);
  });

  it('draws the new head anew: not as the old one began, and not as the body', () => {
    const begun = sequential(
      { inputShape: [3], seed: 1 },
      old.layers.map(({ layer }) => layer),
    );
    const head = (model: Model) => model.state()['layers.4.weight'];
    const made = withHead(old, [dense({ units: 2 })]);
    expect(head(made)).not.toBeBitIdenticalTo(head(begun));
    expect(head(made)).toBeBitIdenticalTo(head(withHead(old, [dense({ units: 2 })])));
    const seeded = [8, 9].map((seed) => head(withHead(old, [dense({ units: 2 })], { seed })));
    expect(seeded[0]).not.toBeBitIdenticalTo(seeded[1]);
  });

  it('draws each parameter of the head by its name, whatever stands beside it', () => {
    const [narrow, deep] = [[], [dense({ units: 3 })]].map((more) =>
      withHead(old, [dense({ units: 2 }), ...more], { seed: 8 }),
    );
    expect(deep.state()['layers.4.bias']).toBeBitIdenticalTo(narrow.state()['layers.4.bias']);
    expect(deep.state()['layers.4.weight']).toBeBitIdenticalTo(narrow.state()['layers.4.weight']);
  });

  it('keeps what is frozen in the body; the head learns', () => {
    old.freeze('layers.0');
    old.freeze('layers.4');
    const made = withHead(old, [dense({ units: 2 })]);
    const frozen = made.parameters().filter(({ requiresGrad }) => !requiresGrad);
    expect(frozen.map(({ name }) => name)).toEqual(['layers.0.weight', 'layers.0.bias']);
  });

  it('keeps the dtype, and can be written as JSON', () => {
    const double = sequential({ inputShape: [3], dtype: 'float64' }, [
      dense({ units: 2 }),
      dense({ units: 2 }),
    ]);
    const made = withHead(double, [dense({ units: 1 })]);
    expect(made.dtype).toBe('float64');
    expect(made.toJSON().layers.map(({ options }) => options.units)).toEqual([2, 1]);
  });
});

describe('withHead refuses', () => {
  it.each([
    ['layers.9', '"layers.9"'],
    ['layers.0', '"layers.0"'],
    ['layers.4.weight', '"layers.4.weight"'],
  ])('%s, before which there is no body', (from, received) => {
    const make = () => withHead(old, [dense({ units: 2 })], { from });
    expect(make).toThrow(OptionError);
    expect(make).toThrow(
      `withHead.from: Expected a layer with a body before it, among those of the model; received ${received}. ` +
        'Its layers are layers.0, layers.1, layers.2, layers.3, layers.4, layers.5.',
    );
  });

  it('a model with nothing but a head, or without parameters', () => {
    const only = sequential({ inputShape: [3] }, [dense({ units: 2 }), softmax()]);
    expect(() => withHead(only, [dense({ units: 2 })])).toThrow('received "layers.0"');
    const none = sequential({ inputShape: [3] }, [tanh()]);
    expect(() => withHead(none, [dense({ units: 2 })])).toThrow('received undefined');
  });

  it('what is no list of layers, no seed, or no option', () => {
    const wrong = (head: unknown, options?: object) => () => withHead(old, head as [], options);
    expect(wrong(dense({ units: 2 }))).toThrow('an array of layers as the new head');
    expect(wrong([], { seed: null })).toThrow('withHead.seed: Expected a seed');
    expect(wrong([], { freeze: true })).toThrow('model.freeze({ first: n })');
  });

  it('a head that does not fit the body, naming the layer', () => {
    const make = () => withHead(old, [residual([dense({ units: 3 })])]);
    expect(make).toThrow(ShapeError);
    expect(make).toThrow('layers.4 (residual)');
  });
});
