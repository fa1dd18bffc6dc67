import { describe, expect, it } from 'vitest';
import { foreignToTensors, namesIn } from '../../src/errors/foreign_members.ts';
import * as activations from '../../src/nn/activations/index.ts';
import * as functions from '../../src/ops/public.ts';
import { type Tensor, tensor } from '../tensors.ts';

const x = tensor([
  [0.5, 2],
  [1, 0.25],
]);

/** What a method takes after the tensor. */
const rest: Readonly<Record<string, readonly unknown[]>> = {
  add: [2],
  sub: [2],
  mul: [2],
  div: [2],
  pow: [2],
  minimum: [1],
  maximum: [1],
  equal: [1],
  notEqual: [1],
  less: [1],
  lessEqual: [1],
  greater: [1],
  greaterEqual: [1],
  clip: [{ max: 1 }],
  matmul: [x],
  reshape: [[4]],
  transpose: [[1, 0]],
  slice: [[0, 1], [1]],
  broadcastTo: [[3, 2, 2]],
  gather: [tensor([1, 0], { dtype: 'int32' })],
  cast: ['float64'],
  sum: [{ axis: 0 }],
  variance: [{ correction: 1 }],
  softmax: [{ axis: 0 }],
};

const all: Readonly<Record<string, unknown>> = {
  ...functions,
  ...activations,
};
const foreign = new Set(namesIn(foreignToTensors.methods).map(([name]) => name));
const methods = Object.keys(all).filter((name) => name in x && !foreign.has(name));

describe('a method of a tensor', () => {
  it.each(methods)('%s is the function of that name', (name) => {
    const call = all[name] as (...inputs: unknown[]) => Tensor;
    const method = Reflect.get(x, name) as (...inputs: unknown[]) => Tensor;
    const others = rest[name] ?? [];
    expect(method.call(x, ...others)).toBeBitIdenticalTo(call(x, ...others));
  });

  it('is there for every operation that people chain and that needs no elementary function', () => {
    expect(methods.length).toBeGreaterThan(30);
    for (const name of 'pow exp log sin tanh sigmoid softmax'.split(' ')) {
      expect(all).toHaveProperty(name);
      expect(methods).not.toContain(name);
    }
  });

  it('does not show up among the properties of a tensor', () => {
    expect(Object.keys(x)).not.toContain('add');
    expect(Object.entries(x).some(([, value]) => typeof value === 'function')).toBe(false);
  });
});
