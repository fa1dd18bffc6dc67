/** Activations in their forms: `relu(x)`, `relu()`, and `relu` itself as a layer. */
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../../src/errors/errors.ts';
import * as all from '../../../src/nn/activations/index.ts';
import * as nn from '../../../src/nn/index.ts';
import { elu, leakyRelu, relu, sequential, softmax } from '../../../src/nn/index.ts';
import { activations, variantsOf } from '../../ops/records/activations.ts';
import { tensor, uniform } from '../../tensors.ts';

const named = all as unknown as Readonly<Record<string, nn.Activation>>;
const x = uniform([4, 3], { low: -3, high: 3, seed: 1 });

describe.each(Object.keys(all))('%s', (name) => {
  const activation = named[name];
  const expected = activation(x);
  const through = (layer: nn.LayerLike) => sequential({ inputShape: [3] }, [layer]);

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

describe.each(activations)('$activation.type', (record) => {
  it.each(variantsOf(record))(
    'is read back from JSON with its options: $label',
    ({ run, layer, options }) => {
      const model = sequential({ inputShape: [3] }, [layer()]);
      const twin = nn.modelFromJSON(JSON.parse(JSON.stringify(model)));
      expect(twin.layers[0].layer.options).toEqual(options);
      expect(twin.predict(x)).toBeBitIdenticalTo(run(x));
    },
  );

  it('lets weights before it begin as its record says', () => {
    expect(record.activation.weightInitializer?.name).toBe(record.begin);
  });
});

describe('activations', () => {
  it('are all different: none stands for another', () => {
    const outputs = Object.values(named).map((activation) => `${activation(x).toArray()}`);
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
