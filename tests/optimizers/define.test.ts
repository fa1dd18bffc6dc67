import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/index.ts';
import { checkGroups } from '../../src/optimizers/groups.ts';
import {
  adam,
  adamW,
  groupOf,
  lamb,
  type Optimizer,
  rmsprop,
  sgd,
} from '../../src/optimizers/index.ts';
import { parameter, tensor } from '../../src/tensor/create.ts';
import { begin, update } from './descent.ts';

describe('options of an optimizer', () => {
  it('are all readable, defaults filled in', () => {
    expect(adamW({ learningRate: 0.5 }).options).toEqual({
      learningRate: 0.5,
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
      amsgrad: false,
      l2: 0,
      weightDecay: 0.01,
    });
    expect(sgd().learningRate).toBe(0.01);
  });

  it('are refused when unknown, misplaced or unfit', () => {
    const options = (value: object) => () => adam(value as Parameters<typeof adam>[0]);
    expect(options({ epochs: 3 })).toThrow(/epochs in the Trainer/);
    expect(options({ lr: 3 })).toThrow(/Did you mean learningRate/);
    expect(options({ learningrate: 3 })).toThrow(/Did you mean learningRate/);
    expect(options({ momentum: 0.9 })).toThrow(OptionError);
    expect(options({ learningRate: -1 })).toThrow(/adam\.learningRate/);
    expect(options({ learningRate: Number.NaN })).toThrow(OptionError);
    expect(options({ beta1: 1 })).toThrow(/adam\.beta1/);
    expect(options({ epsilon: 0 })).toThrow(/adam\.epsilon/);
    expect(() => sgd({ nesterov: true })).toThrow(/momentum above 0/);
  });
});

describe('an update', () => {
  it('changes nothing in place and remembers no graph', () => {
    const optimizer = adam({ learningRate: 0.1 });
    const p = parameter([1, 2]);
    const gradient = tensor([0.5, -0.5]);
    const state = optimizer.init(p);
    const next = update(optimizer, { parameter: p, state }, gradient, 1);
    expect(p.toArray()).toEqual([1, 2]);
    expect(gradient.toArray()).toEqual([0.5, -0.5]);
    expect(state.mean.toArray()).toEqual([0, 0]);
    expect(next.parameter.source).toBeNull();
    expect(next.parameter.requiresGrad).toBe(false);
  });

  it('keeps shape and dtype of parameter and state, scalars and empty tensors included', () => {
    const optimizers = [sgd({ momentum: 0.9 }), adam({ amsgrad: true }), rmsprop(), lamb()];
    for (const optimizer of optimizers) {
      for (const values of [2, [], [[1, 2, 3]]]) {
        const first = begin(optimizer, values, 'float32');
        const next = update(optimizer, first, first.parameter, 1);
        expect(Object.keys(next.state)).toEqual(Object.keys(first.state));
        for (const made of [next.parameter, ...Object.values(next.state)]) {
          expect(made.shape).toEqual(first.parameter.shape);
          expect(made.dtype).toBe('float32');
        }
      }
    }
  });
});

describe('groups', () => {
  const rate = (optimizer: Optimizer, name: string) => groupOf(optimizer, name).learningRate;

  it('by name hold a layer and not its longer namesake', () => {
    const optimizer = sgd({
      learningRate: 1,
      groups: [
        { parameters: 'layers.1', learningRate: 2 },
        { parameters: 'layers.10.bias', learningRate: 3 },
      ],
    });
    expect(rate(optimizer, 'layers.1.weight')).toBe(2);
    expect(rate(optimizer, 'layers.10.weight')).toBe(1);
    expect(rate(optimizer, 'layers.10.bias')).toBe(3);
    expect(rate(optimizer, 'layers.0.weight')).toBe(1);
  });

  it('count in order, the first that fits', () => {
    const optimizer = sgd({
      learningRate: 1,
      groups: [
        { parameters: (name) => name.endsWith('.bias'), learningRate: 0 },
        { parameters: 'layers', learningRate: 5 },
      ],
    });
    expect(rate(optimizer, 'layers.0.bias')).toBe(0);
    expect(rate(optimizer, 'layers.0.weight')).toBe(5);
  });

  it('override what they name and keep the rest', () => {
    const optimizer = adamW({
      learningRate: 0.1,
      beta1: 0.5,
      l2: 0.25,
      groups: [{ parameters: 'a', weightDecay: 0, learningRate: undefined }],
    });
    const own = groupOf(optimizer, 'a');
    expect(own.options).toEqual({ ...optimizer.options, weightDecay: 0 });
    expect(own.name).toBe('adamW');
    expect(own.groups).toEqual([]);
    const [decayed, kept] = [optimizer, own].map((each) => {
      const first = begin(each, [1]);
      return update(each, first, tensor([-0.25], { dtype: 'float64' }), 1).parameter.item();
    });
    expect(decayed).toBeCloseTo(1 - 0.1 * 0.01, 12);
    expect(kept).toBe(1);
  });

  it('are refused when malformed or without any parameter', () => {
    const groups = (value: unknown) => () => sgd({ groups: value } as Parameters<typeof sgd>[0]);
    expect(groups({})).toThrow(/sgd\.groups/);
    expect(groups([null])).toThrow(/sgd\.groups\[0\]/);
    expect(groups([{ parameters: '' }])).toThrow(/sgd\.groups\[0\]\.parameters/);
    expect(groups([{ parameters: 'a', lr: 1 }])).toThrow(/Did you mean learningRate/);
    expect(groups([{ parameters: 'a' }, { parameters: 'b', weightDecay: -1 }])).toThrow(
      /sgd\.groups\[1\]\.weightDecay/,
    );
    const misspelt = sgd({ groups: [{ parameters: 'layer.0', learningRate: 1 }] });
    expect(() => checkGroups(misspelt, ['layers.0.weight'])).toThrow(/sgd\.groups\[0\].*layer\.0/);
    checkGroups(sgd({ groups: [{ parameters: 'layers.0' }] }), ['layers.0.weight']);
  });
});
