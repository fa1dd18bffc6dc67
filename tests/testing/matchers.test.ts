import { describe, expect, it } from 'vitest';
import { OptionError } from '../../src/errors/index.ts';
import { tanh } from '../../src/ops/elementwise/activations.ts';
import { matchers } from '../../src/testing/index.ts';
import { gradcheck, ones, parameter, tensor, uniform, zeros } from '../tensors.ts';

const { toBeBitIdenticalTo, toBeCloseToTensor, toHaveShape, toPassGradcheck } = matchers;

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
const double = (values: number[]) => tensor(values, { dtype: 'float64' });

describe('toBeCloseToTensor', () => {
  it('accepts what is as close as rounding in the dtype', () => {
    expect(tensor([0.1, 1000])).toBeCloseToTensor([0.1 + 1e-7, 1000.001]);
    expect(double([1])).not.toBeCloseToTensor([1 + 1e-9]);
    expect(tensor([3], { dtype: 'int32' })).not.toBeCloseToTensor([4]);
  });

  it('takes tensors, nested arrays, and typed arrays in the shape received', () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    expect(x).toBeCloseToTensor(x.cast('float64'));
    expect(x).toBeCloseToTensor([
      [1, 2],
      [3, 4],
    ]);
    expect(x).toBeCloseToTensor(new Float64Array([1, 2, 3, 4]));
    expect(x).not.toBeCloseToTensor([1, 2, 3, 4]);
  });

  it('keeps to the tolerances that it is given', () => {
    expect(double([100])).toBeCloseToTensor([101], { relativeTolerance: 0.01 });
    expect(double([0])).toBeCloseToTensor([0.5], { absoluteTolerance: 0.5 });
    expect(double([0])).not.toBeCloseToTensor([0.5], { relativeTolerance: 1 - 1e-9 });
  });

  it('takes NaN as close to NaN, and infinities only to themselves', () => {
    expect(tensor([nan, infinity, -infinity])).toBeCloseToTensor([nan, infinity, -infinity]);
    expect(tensor([1])).not.toBeCloseToTensor([nan]);
    expect(tensor([nan])).not.toBeCloseToTensor([1]);
    expect(tensor([1])).not.toBeCloseToTensor([infinity], { relativeTolerance: 1 });
    expect(tensor([-infinity])).not.toBeCloseToTensor([infinity]);
  });

  it('says where the first difference is, and how many there are', () => {
    const { pass, message } = toBeCloseToTensor(double([[1, 2]].flat()), [1, 3]);
    expect(pass).toBe(false);
    expect(message()).toBe(
      'at [1] expected 3 ± 3.01e-10; received 2, 1 away; 1 of 2 elements are too far',
    );
    expect(toBeCloseToTensor(zeros([2]), zeros([3])).message()).toBe(
      'expected shape [3]; received [2]',
    );
  });
});

describe('toBeBitIdenticalTo', () => {
  it('accepts the same bits, in whatever layout', () => {
    const x = uniform([2, 3], { seed: 1 });
    expect(x).toBeBitIdenticalTo(tensor(x.toTypedArray(), { shape: [2, 3] }));
    expect(x.transpose()).toBeBitIdenticalTo(tensor(x.transpose().toArray()));
  });

  it('tells apart what differs in one bit, in sign of zero, in dtype or in shape', () => {
    expect(double([0.1 + 0.2])).not.toBeBitIdenticalTo(double([0.3]));
    expect(tensor([0])).not.toBeBitIdenticalTo(tensor([-0]));
    expect(tensor([1])).not.toBeBitIdenticalTo(double([1]));
    expect(tensor([1])).not.toBeBitIdenticalTo(tensor([[1]]));
  });

  it('takes every NaN as the same', () => {
    const other = new Float32Array(new Uint32Array([0xffc12345]).buffer);
    expect(tensor(other)).toBeBitIdenticalTo(tensor([nan]));
  });

  it('shows the bits', () => {
    const { message } = toBeBitIdenticalTo(tensor([1, -0]), tensor([1, 0]));
    expect(message()).toBe(
      'at [1] expected 0 (0x00000000); received -0 (0x80000000); 1 of 2 elements differ',
    );
    const doubles = toBeBitIdenticalTo(double([1]), double([2])).message();
    expect(doubles).toContain('expected 2 (0x4000000000000000); received 1 (0x3ff0000000000000)');
    const whole = (value: number) => tensor(value, { dtype: 'int32' });
    expect(toBeBitIdenticalTo(whole(-1), whole(1)).message()).toContain('received -1 (0xffffffff)');
  });
});

describe('toHaveShape', () => {
  it('compares the sizes of the axes', () => {
    expect(ones([2, 3])).toHaveShape([2, 3]);
    expect(ones([2, 3])).not.toHaveShape([3, 2]);
    expect(toHaveShape(ones([]), [1]).message()).toBe('expected shape [1]; received []');
  });
});

describe('toPassGradcheck', () => {
  const x = uniform([2], { dtype: 'float64', seed: 1 });

  it('passes with gradcheck and fails with its message', () => {
    expect(gradcheck(tanh, [x])).toPassGradcheck();
    const failed = gradcheck((a) => a.mul(a.detach()), [x]);
    expect(failed).not.toPassGradcheck();
    expect(toPassGradcheck(failed).message()).toBe(failed.message);
  });
});

describe('a matcher', () => {
  it('refuses what it is not for, instead of passing under not', () => {
    expect(() => toHaveShape([1, 2], [2])).toThrow(OptionError);
    expect(() => toBeCloseToTensor(undefined, [1])).toThrow(
      'Expected a tensor; received undefined',
    );
    expect(() => toBeBitIdenticalTo(tensor(1), 1 as never)).toThrow('received 1');
    expect(() => toPassGradcheck(true)).toThrow('the result of gradcheck(fn, inputs)');
  });

  it('says under not why it should have failed', () => {
    expect(toHaveShape(ones([1]), [1]).message()).toBe('expected a shape other than [1]');
    expect(toBeCloseToTensor(ones([1]), [1]).message()).toContain('every element is');
    expect(toBeBitIdenticalTo(ones([1]), ones([1])).message()).toContain('the same in every');
  });

  it('works on parameters and their gradients like on any tensor', () => {
    const w = parameter([1, 2]);
    w.square().sum().backward();
    expect(w.gradient).toBeCloseToTensor([2, 4]);
  });
});
