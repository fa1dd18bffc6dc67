/** Activations in their forms: `relu(x)`, `relu()`, and `relu` itself as a layer. */
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/errors.ts';
import * as nn from '../../src/nn/index.ts';
import { elu, leakyRelu, relu, sequential, softmax } from '../../src/nn/index.ts';
import * as ops from '../../src/ops/elementwise/activations.ts';
import { logSoftmax, softmax as softmaxOp } from '../../src/ops/reduction/softmax.ts';
import { type Tensor, tensor, uniform } from '../tensors.ts';

/** The operation behind each activation, by the same name. */
const operations: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  relu: ops.relu,
  leakyRelu: ops.leakyRelu,
  elu: ops.elu,
  selu: ops.selu,
  gelu: ops.gelu,
  geluTanh: ops.geluTanh,
  silu: ops.silu,
  mish: ops.mish,
  softplus: ops.softplus,
  sigmoid: ops.sigmoid,
  tanh: ops.tanh,
  hardSigmoid: ops.hardSigmoid,
  hardTanh: ops.hardTanh,
  softmax: softmaxOp,
  logSoftmax,
};

const activations = nn as unknown as Readonly<Record<string, nn.Activation>>;
const x = uniform([4, 3], { low: -3, high: 3, seed: 1 });

describe.each(Object.keys(operations))('%s', (name) => {
  const activation = activations[name];
  const expected = operations[name](x);
  const through = (layer: nn.LayerLike) => sequential({ inputShape: [3] }, [layer]);

  it('computes what the operation of its name computes', () => {
    expect(activation(x)).toBeBitIdenticalTo(expected);
  });

  it('is a layer when called without a tensor, and when not called', () => {
    expect(through(activation()).predict(x)).toBeBitIdenticalTo(expected);
    expect(through(activation).predict(x)).toBeBitIdenticalTo(expected);
  });

  it('is shown by its name', () => {
    expect(through(activation()).layers[0].layer.type).toBe(name);
    expect(through(activation).layers[0].layer.type).toBe(name);
  });

  it.each([[[1, 2]], [3], ['x'], [new Float32Array(2)], [null]])('refuses %j', (value) => {
    const call = activation as unknown as (value: unknown) => unknown;
    expect(() => call(value)).toThrow(OptionError);
    expect(() => call(value)).toThrow(`Make a tensor first: ${name}(tensor(values)).`);
  });

  it('refuses options that it does not have', () => {
    const call = activation as unknown as (value: unknown) => unknown;
    expect(() => call({ temperature: 2 })).toThrow(`${name}: unknown option "temperature"`);
  });
});

describe('activations', () => {
  it('are all listed above', () => {
    const all = Object.entries(nn).flatMap(([name, value]) =>
      typeof value === 'function' && 'build' in value ? [name] : [],
    );
    expect(all.sort()).toEqual(Object.keys(operations).sort());
  });

  it('are all different: none stands for another', () => {
    const outputs = Object.keys(operations).map((name) => `${activations[name](x).toArray()}`);
    expect(new Set(outputs).size).toBe(outputs.length);
  });

  it('take their options in both forms', () => {
    const y = tensor([[-2, 4]]);
    expect(leakyRelu(y, { negativeSlope: 0.5 })).toBeCloseToTensor([[-1, 4]]);
    const layer = leakyRelu({ negativeSlope: 0.5 });
    expect(sequential({ inputShape: [2] }, [layer]).predict(y)).toBeCloseToTensor([[-1, 4]]);
    expect(layer.options).toEqual({ negativeSlope: 0.5 });
    expect(elu(y, { alpha: 2 }).toArray()).toEqual([[2 * Math.expm1(-2), 4].map(Math.fround)]);
    expect(
      softmax(
        tensor([
          [1, 3],
          [1, 1],
        ]),
        { axis: 0 },
      ),
    ).toBeCloseToTensor([
      [0.5, 1 / (1 + Math.exp(-2))],
      [0.5, 1 - 1 / (1 + Math.exp(-2))],
    ]);
  });

  it.each([
    ['leakyRelu', () => leakyRelu({ negativeSlope: Number.NaN })],
    ['elu', () => elu({ alpha: -1 })],
    ['softmax', () => softmax({ axis: 0.5 })],
  ])('refuse unfit options where they are written: %s', (name, make) => {
    expect(make).toThrow(OptionError);
    expect(make).toThrow(`${name}.`);
  });

  it('can be called by another name without losing theirs', () => {
    const { relu: rectify } = nn;
    expect(rectify).toBe(relu);
    expect(rectify().type).toBe('relu');
  });
});
