/** Optimizers on functions of two numbers. */
import { describe, expect, it } from 'vitest';
import {
  adam,
  lookahead,
  type Optimizer,
  rmsprop,
  sgd,
  type Tensor,
  tensor,
} from '../../src/index.ts';
import { minimize } from '../../src/learn/index.ts';
import fixture from '../fixtures/pytorch/minimize.json' with { type: 'json' };

const rosenbrock = (x: Tensor, y: Tensor) =>
  x.sub(1).square().add(y.sub(x.square()).square().mul(100));

const OPTIMIZERS: Readonly<Record<string, Optimizer>> = {
  sgd: sgd({ learningRate: 0.0005 }),
  momentum: sgd({ learningRate: 0.0002, momentum: 0.9, nesterov: true }),
  adam: adam({ learningRate: 0.05 }),
  rmsprop: rmsprop({ learningRate: 0.01, rho: 0.99 }),
};

describe('the way of an optimizer', () => {
  it.each(Object.keys(fixture.ways))('is that of PyTorch: %s', (name) => {
    const way = minimize(rosenbrock, fixture.start, {
      optimizer: OPTIMIZERS[name],
      iterations: 50,
    });
    const theirs = fixture.ways[name as keyof typeof fixture.ways];
    expect(way).toHaveLength(51);
    way.forEach(({ iteration, position, value }, k) => {
      expect(iteration).toBe(k);
      expect(position[0]).toBeCloseTo(theirs[k][0], 9);
      expect(position[1]).toBeCloseTo(theirs[k][1], 9);
      expect(value).toBeCloseTo(theirs[k][2], 6);
    });
  });

  it('tells value and gradient of where it is', () => {
    const [start, next] = minimize((x, y) => x.square().add(y.mul(3)), [2, 1], {
      optimizer: sgd({ learningRate: 0.25 }),
      iterations: 1,
    });
    expect(start).toEqual({ iteration: 0, position: [2, 1], value: 7, gradient: [4, 3] });
    expect(next).toEqual({ iteration: 1, position: [1, 0.25], value: 1.75, gradient: [2, 3] });
  });

  it('is found by optimizers that wrap others, and reaches the minimum', () => {
    const bowl = (x: Tensor, y: Tensor) => x.sub(3).square().add(y.add(1).square());
    const way = minimize(bowl, [0, 0], {
      optimizer: lookahead({ optimizer: adam({ learningRate: 0.1 }) }),
      iterations: 400,
    });
    expect(way.at(-1)?.position[0]).toBeCloseTo(3, 3);
    expect(way.at(-1)?.position[1]).toBeCloseTo(-1, 3);
  });
});

it.each<[string, () => unknown, string]>([
  [
    'a vector',
    () => minimize((x) => x.mul(tensor([1, 2], { dtype: 'float64' })), [1], { optimizer: sgd() }),
    'Expected a scalar',
  ],
  [
    'a start that is no number',
    () => minimize((x) => x, ['a' as never], { optimizer: sgd() }),
    'minimize.start',
  ],
  [
    'what runs away',
    () => minimize((x) => x.square().square(), [1e3], { optimizer: sgd({ learningRate: 1 }) }),
    'Lower the learning rate',
  ],
  ['no optimizer', () => minimize((x) => x, [1], {} as never), 'optimizer'],
])('refuses %s', (_, act, says) => {
  expect(act).toThrow(says);
});
