import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/autograd/backward.ts';
import { linearRegression } from '../../src/data/index.ts';
import { DtypeError, ShapeError } from '../../src/errors/index.ts';
import { huber, type Loss, meanSquaredError } from '../../src/losses/index.ts';
import { dense, sequential } from '../../src/nn/index.ts';
import { sgd } from '../../src/optimizers/index.ts';
import { formulaLoss } from '../../src/symbolic/index.ts';
import { Trainer } from '../../src/train/index.ts';
import { gradcheck, parameter, tensor, uniform, zeros } from '../tensors.ts';

const squared = formulaLoss('(prediction - target) ^ 2');

describe('a loss from a formula', () => {
  it('is read out, with its derivative', () => {
    expect(squared.formula).toBe('(prediction - target) ^ 2');
    expect(squared.derivative).toBe('2 * (prediction - target)');
    expect(squared.name).toBe('formulaLoss');
  });

  it('is the mean over outputs, then over samples, weighted', () => {
    const outputs = tensor([
      [1, 2],
      [3, 4],
    ]);
    const targets = tensor([
      [0, 0],
      [1, 1],
    ]);
    expect(squared.perSample(outputs, targets).toArray()).toEqual([2.5, 6.5]);
    expect(squared.mean(outputs, targets).item()).toBe(4.5);
    expect(squared.mean(outputs, targets, tensor([2, 0])).item()).toBe(2.5);
  });

  it('has the bits of the loss that it spells, value and gradient', () => {
    const [x, targets] = [uniform([9, 3], { seed: 1 }), uniform([9, 3], { seed: 2 })];
    const outputs = parameter(x);
    const both = [squared, meanSquaredError()].map((loss) => loss.mean(outputs, targets));
    expect(both[0]).toBeBitIdenticalTo(both[1]);
    const [own, known] = both.map((loss) => gradients(loss, [outputs])[0]);
    expect(own).toBeBitIdenticalTo(known as NonNullable<typeof known>);
  });

  it('may have branches and constants', () => {
    const own = formulaLoss(
      'abs(prediction - target) < delta ? (prediction - target) ^ 2 / 2 : delta * (abs(prediction - target) - delta / 2)',
      { constants: { delta: 0.5 } },
    );
    const [outputs, targets] = [uniform([9, 3], { seed: 1 }), uniform([9, 3], { seed: 2 })];
    expect(own.mean(outputs, targets)).toBeCloseToTensor(
      huber({ delta: 0.5 }).mean(outputs, targets),
    );
  });

  it('has the gradients of finite differences, twice, also with respect to the target', () => {
    const loss = formulaLoss('softplus(prediction) - target * prediction + target ^ 2 / 3');
    const inputs = [1, 2].map((seed) => uniform([4, 2], { dtype: 'float64', seed }));
    const perSample = loss.perSample.bind(loss);
    expect(gradcheck(perSample, inputs, { order: 2 })).toPassGradcheck();
  });

  it('trains with the bits of the reference, and of the loss that it spells', () => {
    const train = linearRegression({ features: 3, samples: 50, seed: 7 });
    const trained = (loss: Loss, backend: 'auto' | 'reference') => {
      const model = sequential({ inputShape: [3], seed: 7 }, [dense({ units: 1 })]);
      const options = { model, loss, optimizer: sgd({ learningRate: 0.1 }), epochs: 3, backend };
      for (const _ of new Trainer(options).run({ train }));
      return model.parameters()[0];
    };
    const expected = trained(meanSquaredError(), 'auto');
    expect(trained(squared, 'auto')).toBeBitIdenticalTo(expected);
    expect(trained(squared, 'reference')).toBeBitIdenticalTo(expected);
  });
});

describe('what is refused', () => {
  it('are targets of another shape or dtype', () => {
    expect(() => squared.mean(zeros([2, 3]), zeros([2]))).toThrow(ShapeError);
    const whole = zeros([2], { dtype: 'int32' });
    expect(() => squared.mean(zeros([2]), whole)).toThrow(DtypeError);
    expect(() => squared.checkTargets?.([2], tensor([1, Number.NaN]))).toThrow(/sample 1/);
  });

  it('is a formula that learns nothing', () => {
    expect(() => formulaLoss('target ^ 2')).toThrow(/formula in which prediction occurs/);
    expect(() => formulaLoss('floor(prediction) + target')).toThrow(/is not 0 everywhere/);
    expect(() => formulaLoss('prediction - prediction')).toThrow(/is not 0 everywhere/);
  });

  it('are other names, with what was meant', () => {
    expect(() => formulaLoss('(predictoin - target) ^ 2')).toThrow('Did you mean prediction?');
    expect(() => formulaLoss('x ^ 2')).toThrow(/unknown name "x".*Expected prediction, target/);
  });
});
