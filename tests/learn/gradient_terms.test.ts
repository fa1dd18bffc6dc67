/** A weight's gradient as a sum over samples, and over paths. */
import { describe, expect, it } from 'vitest';
import { digits, fromArrays, moons, subset } from '../../src/data/index.ts';
import {
  dense,
  dropout,
  gelu,
  gradients,
  layerNorm,
  leakyRelu,
  OptionError,
  relu,
  sequential,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
  tanh,
} from '../../src/index.ts';
import { gradientTerms } from '../../src/learn/index.ts';

const batch = moons({ samples: 40, noise: 0.2, seed: 3 });
const loss = sigmoidBinaryCrossEntropy();
const network = (dtype: 'float32' | 'float64' = 'float32') =>
  sequential({ inputShape: [2], seed: 7, dtype }, [
    dense({ units: 8 }),
    tanh(),
    dropout({ rate: 0.3 }),
    dense({ units: 5 }),
    leakyRelu(),
    dense({ units: 1 }),
  ]);

describe('the products of a weight', () => {
  it.each(['float32', 'float64'] as const)('add up to its gradient to the bit: %s', (dtype) => {
    const model = network(dtype);
    const { inputs, targets } = batch;
    const own = {
      ...batch,
      inputs: inputs.cast(dtype),
      targets: targets.dtype === 'int32' ? targets : targets.cast(dtype),
    };
    const round = dtype === 'float32' ? Math.fround : (x: number) => x;
    const mean = loss.mean(model.forward(own.inputs), own.targets);
    for (const { name, layer } of model.layers) {
      if (layer.type !== 'dense') continue;
      const { weight, bias } =
        model.layers.find((one) => one.name === name)?.built.parameters ?? {};
      const [ofWeight, ofBias] = gradients(mean, [weight, bias]).map(
        (x) => x?.toTypedArray() ?? [],
      );
      const [inputs, units] = weight.shape;
      for (let i = 0; i < inputs; i++) {
        for (let j = 0; j < units; j++) {
          const { terms, gradient } = gradientTerms(
            { model, loss, layer: name, input: i, unit: j },
            own,
          );
          expect(gradient).toBe(ofWeight[i * units + j]);
          expect(terms.reduce((sum, { product }) => round(sum + product), 0)).toBe(gradient);
          expect(terms.map(({ sample }) => sample)).toEqual(terms.map((_, k) => k));
        }
      }
      const { terms, gradient } = gradientTerms({ model, loss, layer: name, unit: 0 }, own);
      expect(gradient).toBe(ofBias[0]);
      const sum = terms.reduce((total, { product }) => total + product, 0);
      expect(sum).toBeCloseTo(gradient, dtype === 'float32' ? 7 : 15);
    }
  });
});

describe('paths', () => {
  it('from a unit to the outputs, through every unit behind it, add up to delta', () => {
    const model = network('float64');
    const own = { ...batch, inputs: batch.inputs.cast('float64') };
    const { terms } = gradientTerms({ model, loss, layer: 'layers.0', input: 1, unit: 3 }, own);
    for (const { delta, paths } of terms) {
      expect(paths.map(({ units }) => units)).toEqual([0, 1, 2, 3, 4].map((k) => [k, 0]));
      const sum = paths.reduce(
        (total, { factor, outputGradient }) => total + factor * outputGradient,
        0,
      );
      expect(sum).toBeCloseTo(delta, 14);
    }
  });

  it('to several outputs', () => {
    const set = subset(
      digits(),
      Int32Array.from({ length: 12 }, (_, k) => k),
    );
    const model = sequential({ inputShape: [64], seed: 1, dtype: 'float64' }, [
      dense({ units: 3 }),
      relu(),
      dense({ units: 10 }),
    ]);
    const own = { ...set, inputs: set.inputs.cast('float64') };
    const { terms } = gradientTerms(
      { model, loss: softmaxCrossEntropy(), layer: 'layers.0', input: 20, unit: 1 },
      own,
    );
    for (const { delta, paths } of terms) {
      expect(paths).toHaveLength(10);
      const sum = paths.reduce(
        (total, { factor, outputGradient }) => total + factor * outputGradient,
        0,
      );
      expect(sum).toBeCloseTo(delta, 14);
    }
    const last = gradientTerms(
      { model, loss: softmaxCrossEntropy(), layer: 'layers.2', input: 0, unit: 4 },
      own,
    );
    for (const { delta, paths } of last.terms) {
      expect(paths).toEqual([{ units: [], factor: 1, outputGradient: delta }]);
    }
  });

  it('are left out where layers mix the elements of a sample', () => {
    const model = sequential({ inputShape: [2], seed: 7 }, [
      dense({ units: 4 }),
      layerNorm(),
      gelu(),
      dense({ units: 1 }),
    ]);
    const { terms } = gradientTerms({ model, loss, layer: 'layers.0', input: 0, unit: 0 }, batch);
    expect(terms.every(({ paths }) => paths.length === 0)).toBe(true);
    expect(terms[0].delta).not.toBe(0);
  });
});

it.each<[string, object, string]>([
  ['a layer that is none', { layer: 'layers.9' }, 'layers.0, layers.3, layers.5'],
  ['a layer without weights', { layer: 'layers.1' }, 'the name of a dense layer'],
  ['a unit that there is not', { unit: 8 }, 'from 0 to 7'],
  ['an input that there is not', { input: 2 }, 'from 0 to 1'],
])('refuses %s', (_, changed, says) => {
  const asked = { model: network(), loss, layer: 'layers.0', input: 0, unit: 0, ...changed };
  expect(() => gradientTerms(asked, batch)).toThrow(OptionError);
  expect(() => gradientTerms(asked, batch)).toThrow(says);
});

it('refuses the bias of a layer without one', () => {
  const model = sequential({ inputShape: [1], seed: 7 }, [dense({ units: 1, useBias: false })]);
  const set = fromArrays({ inputs: [1, 2], targets: [0, 1] });
  expect(() => gradientTerms({ model, loss, layer: 'layers.0', unit: 0 }, set)).toThrow('no bias');
});
