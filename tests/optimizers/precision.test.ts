/** Options are numbers of 64 bits. What float32 makes another kind of number of is refused. */
import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/errors.ts';
import { huber, softmaxCrossEntropy } from '../../src/losses/index.ts';
import {
  batchNorm,
  dense,
  dropout,
  gaussianNoise,
  type Layer,
  l2Penalty,
  layerNorm,
  leakyRelu,
  maxNorm,
  residual,
  sequential,
} from '../../src/nn/index.ts';
import {
  adadelta,
  adagrad,
  adam,
  adamax,
  adamW,
  lamb,
  lion,
  lookahead,
  nadam,
  type Optimizer,
  radam,
  rmsprop,
  sgd,
} from '../../src/optimizers/index.ts';
import { ones, tensor } from '../tensors.ts';

const nearOne = 0.99999999999;

describe('an optimizer', () => {
  it.each<[string, Optimizer, string]>([
    ['adam.epsilon', adam({ epsilon: 1e-46 }), '1e-46, which float32 rounds to 0'],
    ['adam.learningRate', adam({ learningRate: 1e39 }), '1e+39, which float32 rounds to Infinity'],
    ['adam.learningRate', adam({ learningRate: 1e-46 }), '1e-46, which float32 rounds to 0'],
    ['adam.beta1', adam({ beta1: nearOne }), '0.99999999999, which float32 rounds to 1'],
    ['adamW.weightDecay', adamW({ weightDecay: 1e39 }), 'Infinity'],
    ['adamax.beta2', adamax({ beta2: nearOne }), 'rounds to 1'],
    ['nadam.beta2', nadam({ beta2: nearOne }), 'rounds to 1'],
    ['radam.epsilon', radam({ epsilon: 1e-50 }), 'rounds to 0'],
    ['lamb.epsilon', lamb({ epsilon: 1e-50 }), 'rounds to 0'],
    ['lion.beta1', lion({ beta1: nearOne }), 'rounds to 1'],
    ['rmsprop.rho', rmsprop({ rho: nearOne }), 'rounds to 1'],
    ['rmsprop.momentum', rmsprop({ momentum: nearOne }), 'rounds to 1'],
    ['adadelta.epsilon', adadelta({ epsilon: 1e-46 }), 'rounds to 0'],
    ['adagrad.initialAccumulator', adagrad({ initialAccumulator: 1e39 }), 'Infinity'],
    ['sgd.l2', sgd({ l2: 1e39 }), 'Infinity'],
    ['sgd.momentum', sgd({ momentum: nearOne }), 'rounds to 1'],
    ['lookahead.alpha', lookahead({ optimizer: sgd(), alpha: 1e-46 }), 'rounds to 0'],
    ['sgd.momentum', lookahead({ optimizer: sgd({ momentum: nearOne }) }), 'rounds to 1'],
  ])('refuses %s for float32, and takes it for float64', (option, optimizer, says) => {
    const init = () => optimizer.init(ones([2]));
    expect(init).toThrow(OptionError);
    expect(init).toThrow(`${option}: Expected`);
    expect(init).toThrow(says);
    expect(() => optimizer.init(ones([2], { dtype: 'float64' }))).not.toThrow();
  });

  it('takes what is exactly 0, and what float32 merely rounds', () => {
    const optimizer = sgd({ learningRate: 0.9999999999999999, momentum: 0, weightDecay: 1e-30 });
    expect(() => optimizer.init(ones([2]))).not.toThrow();
  });
});

describe('a network', () => {
  it.each<[string, Layer]>([
    ['layers.0 (batchNorm).epsilon', batchNorm({ epsilon: 1e-46 })],
    ['layers.0 (batchNorm).momentum', batchNorm({ momentum: nearOne })],
    ['layers.0 (layerNorm).epsilon', layerNorm({ epsilon: 1e-46 })],
    ['layers.0 (dropout).rate', dropout({ rate: nearOne })],
    ['layers.0 (gaussianNoise).standardDeviation', gaussianNoise({ standardDeviation: 1e39 })],
    ['layers.0 (leakyRelu).negativeSlope', leakyRelu({ negativeSlope: 1e39 })],
    [
      'layers.0.weight (maxNorm).max',
      dense({ units: 2, weightConstraint: maxNorm({ max: 1e-46 }) }),
    ],
    [
      'layers.0.weight (l2Penalty).strength',
      dense({ units: 2, weightPenalty: l2Penalty({ strength: 1e39 }) }),
    ],
    ['layers.0.layers.0 (batchNorm).epsilon', residual([batchNorm({ epsilon: 1e-46 })])],
  ])('refuses %s for float32, and takes it for float64', (option, layer) => {
    const build = () => sequential({ inputShape: [2] }, [layer]);
    expect(build).toThrow(OptionError);
    expect(build).toThrow(`${option}: Expected`);
    expect(() => sequential({ inputShape: [2], dtype: 'float64' }, [layer])).not.toThrow();
  });
});

describe('a loss', () => {
  it('refuses a delta or a class weight that float32 cannot hold', () => {
    const y = tensor([[1, 2]]);
    expect(() => huber({ delta: 1e-46 }).mean(y, y)).toThrow('huber.delta');
    const weighted = softmaxCrossEntropy({ classWeights: [1, 1e39] });
    expect(() => weighted.mean(y, y)).toThrow('classWeights.1');
  });
});
