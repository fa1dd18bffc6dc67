import { describe, expect, it } from 'vitest';
import { gradients, zeroGradients } from '../../src/autograd/backward.ts';
import { dependencies } from '../../src/autograd/chain_rule.ts';
import { StateError } from '../../src/errors/index.ts';
import { noGrad } from '../../src/ops/gradient_mode.ts';
import { ones, parameter, range, type Tensor, tensor, zeros } from '../tensors.ts';

const values = (x: Tensor | null | undefined) => x?.toArray();

describe('backward', () => {
  it('gives the parameter the gradient that one works out by hand', () => {
    const w = parameter(0.5);
    const loss = w
      .mul(tensor([1, 2, 3]))
      .sub(tensor([2, 4, 6]))
      .square()
      .mean();
    loss.backward();
    expect(loss.item()).toBe(10.5);
    expect(w.gradient?.item()).toBeCloseTo(-14, 5); // the mean of 2 (0.5 x - 2 x) x
  });

  it('adds up over calls, on parameters', () => {
    const w = parameter([1, 2]);
    w.square().sum().backward();
    expect(values(w.gradient)).toEqual([2, 4]);
    w.sum().backward();
    expect(values(w.gradient)).toEqual([3, 5]);
    zeroGradients([w]);
    expect(w.gradient).toBeNull();
    w.sum().backward();
    expect(values(w.gradient)).toEqual([1, 1]);
  });

  it('starts afresh everywhere else', () => {
    const w = parameter(3);
    const between = w.mul(2);
    const loss = between.square();
    loss.backward();
    loss.backward();
    expect(between.gradient?.item()).toBe(12);
    expect(loss.gradient?.item()).toBe(1);
    expect(w.gradient?.item()).toBe(48);
  });

  it('adds up what comes over several paths', () => {
    const w = parameter(2);
    const shared = w.square();
    shared.mul(3).add(shared.mul(shared)).add(w).backward(); // 3 w² + w⁴ + w
    expect(w.gradient?.item()).toBe(12 + 32 + 1);
    expect(shared.gradient?.item()).toBe(3 + 8);
  });

  it('counts a tensor that is used twice in one operation twice', () => {
    const w = parameter(3);
    w.mul(w).backward();
    expect(w.gradient?.item()).toBe(6);
    const v = parameter([1, 2]);
    v.sub(v).sum().backward();
    expect(values(v.gradient)).toEqual([0, 0]);
  });

  it('visits a tensor after all of its uses, in whatever order they were made', () => {
    const w = parameter(1);
    const early = w.mul(2);
    const late = early.mul(3);
    late.add(early).mul(early).backward(); // 8 w · 2 w
    expect(w.gradient?.item()).toBe(32);
  });

  it('leaves alone what no gradient flows to', () => {
    const w = parameter(1);
    const constant = tensor(2);
    const unused = parameter(5);
    w.mul(constant).backward();
    expect([constant.gradient, unused.gradient]).toEqual([null, null]);
  });

  it('does not write into the gradients it gave before', () => {
    const w = parameter([1]);
    w.sum().backward();
    const first = w.gradient;
    w.sum().backward();
    expect([values(first), values(w.gradient)]).toEqual([[1], [2]]);
  });

  it('works on 10,000 operations in a row', () => {
    const w = parameter(1);
    let x: Tensor = w;
    for (let i = 0; i < 10_000; i++) x = x.add(1);
    x.backward();
    expect(w.gradient?.item()).toBe(1);
    expect(dependencies(x)).toHaveLength(10_001);
  });

  it('works on a graph with 2^60 paths', () => {
    const w = parameter(1);
    let x: Tensor = w;
    for (let i = 0; i < 60; i++) x = x.add(x);
    x.backward();
    expect(w.gradient?.item()).toBe(2 ** 60);
  });

  it('refuses to start from more than one number', () => {
    expect(() => parameter([1, 2]).mul(2).backward()).toThrow(StateError);
    expect(() => parameter([1, 2]).mul(2).backward()).toThrow(
      'backward: Expected a scalar; received shape [2]. Reduce it first, with sum() or mean().',
    );
  });

  it('refuses to start from what depends on no parameter', () => {
    expect(() => tensor(1).mul(2).backward()).toThrow('one that depends on none');
    expect(() => noGrad(() => parameter(1).mul(2)).backward()).toThrow('inside noGrad');
  });

  it('of a parameter itself is 1', () => {
    const w = parameter(4);
    w.backward();
    expect(w.gradient?.item()).toBe(1);
  });
});

describe('gradients', () => {
  it('come back in the order asked for, and nothing is stored', () => {
    const [a, b] = [parameter([1, 2]), parameter(3)];
    const between = a.mul(b);
    const found = gradients(between.sum(), [b, between, a]);
    expect(found.map(values)).toEqual([3, [1, 1], [3, 3]]);
    expect([a.gradient, b.gradient, between.gradient]).toEqual([null, null, null]);
  });

  it('are null where none flows', () => {
    const [a, b] = [parameter(1), parameter(2)];
    const [ofB] = gradients(a.square(), [b]);
    expect(ofB).toBeNull();
  });

  it('start from any output with a gradient of its shape', () => {
    const x = parameter([1, 2]);
    const y = x.square();
    const [gradient] = gradients(y, [x], { outputGradient: tensor([10, 100]) });
    expect(values(gradient)).toEqual([20, 400]);
    expect(() => gradients(y, [x], { outputGradient: ones([3]) })).toThrow(
      'a gradient of shape [2]; received shape [3]',
    );
    expect(() => gradients(y, [x])).toThrow('Expected a scalar');
  });

  it('are summed where the value was repeated', () => {
    const bias = parameter([1, 2, 3]);
    const scale = parameter(2);
    const y = zeros([4, 3]).add(bias).mul(scale);
    const [ofBias, ofScale] = gradients(y.sum(), [bias, scale]);
    expect(values(ofBias)).toEqual([8, 8, 8]);
    expect(values(ofScale)).toEqual(24);
    expect(
      gradients(
        zeros([2, 5])
          .mul(parameter(ones([2, 1])))
          .sum(),
        [bias],
      ),
    ).toEqual([null]);
  });

  it('go through views, back to where the elements came from', () => {
    const x = parameter(range(6).reshape([2, 3]));
    const part = x.transpose().slice([1, 3]).reshape([-1]);
    const [gradient] = gradients(part.mul(tensor([1, 2, 3, 4])).sum(), [x]);
    expect(values(gradient)).toEqual([
      [0, 1, 3],
      [0, 2, 4],
    ]);
  });

  it('of nothing have the shape of nothing', () => {
    const x = parameter(zeros([0, 3]));
    const [gradient] = gradients(x.square().sum(), [x]);
    expect(gradient).toHaveShape([0, 3]);
  });
});

describe('gradients of gradients', () => {
  const slope = (y: Tensor, x: Tensor): Tensor => {
    const [gradient] = gradients(y, [x], { createGraph: true });
    return gradient as Tensor;
  };

  it('of x⁴ are 4x³, 12x², 24x, 24', () => {
    const x = parameter(2, { dtype: 'float64' });
    const found: number[] = [];
    let y: Tensor = x.square().square();
    for (let order = 1; order <= 4; order++) {
      y = slope(y, x);
      found.push(y.item());
    }
    expect(found).toEqual([32, 48, 48, 24]);
  });

  it('reach parameters by backward, as a penalty on gradients needs', () => {
    const w = parameter(3);
    const x = parameter(2);
    const penalty = slope(w.mul(x.square()), x).square(); // (2 w x)²
    penalty.backward();
    expect(w.gradient?.item()).toBe(96); // 8 w x²
    expect(x.gradient?.item()).toBe(144); // 8 w² x
  });

  it('are not to be had unless asked for', () => {
    const x = parameter(2);
    const [gradient] = gradients(x.square(), [x]);
    expect(gradient?.requiresGrad).toBe(false);
  });

  it('with respect to what lies in between', () => {
    const x = parameter(3);
    const between = x.square();
    const y = between.mul(between);
    expect(slope(slope(y, between), between).item()).toBe(2);
  });
});
