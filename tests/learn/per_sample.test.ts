/** The losses and gradients of single samples, and the surface around a point. */
import { describe, expect, it } from 'vitest';
import { iris, moons, subset } from '../../src/data/index.ts';
import {
  batchNorm,
  dense,
  evaluate,
  gradients,
  relu,
  sequential,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
  tanh,
  tensor,
} from '../../src/index.ts';
import { lossSurface, perSampleGradients, perSampleLosses } from '../../src/learn/index.ts';
import fixture from '../fixtures/pytorch/per_sample.json' with { type: 'json' };

const flowers = subset(
  iris(),
  Int32Array.from({ length: 30 }, (_, k) => k * 5),
);
const classifier = (dtype: 'float32' | 'float64' = 'float64') =>
  sequential({ inputShape: [4], seed: 7, dtype }, [
    dense({ units: 5 }),
    batchNorm(),
    relu(),
    dense({ units: 3 }),
  ]);
const wide = { ...flowers, inputs: flowers.inputs.cast('float64') };

describe('of each sample', () => {
  it('losses have the loss of the set as their mean', () => {
    const model = classifier();
    const loss = softmaxCrossEntropy();
    const losses = perSampleLosses({ model, loss }, wide);
    expect(losses.shape).toEqual([30]);
    expect(losses.mean().item()).toBeCloseTo(evaluate({ model, loss }, wide).loss, 14);
  });

  it('gradients have the gradient of the mean loss as their mean', () => {
    const model = classifier();
    const loss = softmaxCrossEntropy();
    const each = perSampleGradients({ model, loss }, wide);
    const parameters = model.parameters();
    const whole = gradients(loss.mean(model.forward(wide.inputs), wide.targets), parameters);
    expect(Object.keys(each)).toEqual(parameters.map(({ name }) => name));
    parameters.forEach(({ name, shape }, k) => {
      expect(each[name].shape).toEqual([30, ...shape]);
      const mean = each[name].mean({ axis: 0 }).toTypedArray();
      whole[k]?.toTypedArray().forEach((value, i) => {
        expect(mean[i]).toBeCloseTo(value, 14);
      });
    });
  });

  it('both agree with PyTorch', () => {
    const { inputs, targets, state, losses, gradients: expected } = fixture;
    const model = sequential({ inputShape: [2], dtype: 'float64' }, [
      dense({ units: 3 }),
      tanh(),
      dense({ units: 2 }),
    ]);
    model.loadState(
      Object.fromEntries(
        Object.entries(state).map(([name, values]) => [name, tensor(values, { dtype: 'float64' })]),
      ),
    );
    const set = {
      inputs: tensor(inputs, { dtype: 'float64' }),
      targets: tensor(Int32Array.from(targets)),
      size: targets.length,
    };
    const asked = { model, loss: softmaxCrossEntropy() };
    perSampleLosses(asked, set)
      .toTypedArray()
      .forEach((value, k) => {
        expect(value).toBeCloseTo(losses[k], 14);
      });
    for (const [name, values] of Object.entries(perSampleGradients(asked, set))) {
      const flat = (expected as Record<string, unknown>)[name] as never[];
      const theirs = flat.flat(9) as number[];
      values.toTypedArray().forEach((value, k) => {
        expect(value).toBeCloseTo(theirs[k], 14);
      });
    }
  });
});

describe('the loss surface', () => {
  const train = moons({ samples: 60, noise: 0.1, seed: 7 });
  const model = sequential({ inputShape: [2], seed: 7 }, [
    dense({ units: 6 }),
    tanh(),
    dense({ units: 1 }),
  ]);
  const loss = sigmoidBinaryCrossEntropy();
  const bits = () => model.parameters().map((parameter) => parameter.toTypedArray());

  it('has the loss itself in the middle, and leaves the parameters as they were', () => {
    const before = bits();
    const surface = lossSurface({ model, loss, points: 5, seed: 1 }, train);
    expect(bits()).toEqual(before);
    expect(surface.factors).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(surface.losses[2][2]).toBe(evaluate({ model, loss }, train).loss);
    expect(lossSurface({ model, loss, points: 5, seed: 1 }, train)).toEqual(surface);
    expect(lossSurface({ model, loss, points: 5, seed: 2 }, train).losses).not.toEqual(
      surface.losses,
    );
  });

  it('goes along the directions that are given', () => {
    const ones = Object.fromEntries(
      model
        .parameters()
        .map(({ name, shape }) => [
          name,
          tensor(new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(1), { shape }),
        ]),
    );
    const { bias } = model.layers[2].built.parameters ?? {};
    const directions = [ones, { 'layers.2.bias': tensor([1]) }] as const;
    const { losses } = lossSurface({ model, loss, directions, points: 3, range: 0.5 }, train);
    const before = bias.toTypedArray();
    bias.assign(tensor([before[0] + 0.5]));
    expect(losses[2][1]).toBe(evaluate({ model, loss }, train).loss);
    bias.assign(tensor(before));
  });

  it('has random changes as long as the weights of each unit', () => {
    const { directions } = lossSurface({ model, loss, points: 1 }, train);
    for (const direction of directions) {
      expect(Object.keys(direction)).toEqual(['layers.0.weight', 'layers.2.weight']);
      for (const [name, change] of Object.entries(direction)) {
        const weight = model.parameters().find((one) => one.name === name);
        const length = (x: typeof change) => x.square().sum({ axis: 0 }).sqrt().toTypedArray();
        length(change).forEach((value, unit) => {
          expect(value).toBeCloseTo(length(weight as typeof change)[unit], 5);
        });
      }
    }
  });

  it('refuses directions of another model, with the parameters unharmed', () => {
    const before = bits();
    const wrong = [{ 'layers.0.weight': tensor([1]) }, {}] as const;
    expect(() => lossSurface({ model, loss, directions: wrong }, train)).toThrow('shape [2, 6]');
    const unknown = [{}, { weight: tensor([1]) }] as const;
    expect(() => lossSurface({ model, loss, directions: unknown }, train)).toThrow('"weight"');
    expect(bits()).toEqual(before);
  });
});
