import { describe, expect, it } from 'vitest';
import { assign } from '../../src/ops/assign.ts';
import { relu } from '../../src/ops/elementwise/activations.ts';
import { add, mul, sub } from '../../src/ops/elementwise/arithmetic.ts';
import { cast } from '../../src/ops/elementwise/cast.ts';
import { square } from '../../src/ops/elementwise/unary.ts';
import { matmul } from '../../src/ops/matmul/matmul.ts';
import { dropoutMask } from '../../src/ops/random/dropout_mask.ts';
import { normalNoise } from '../../src/ops/random/normal_noise.ts';
import { max, sum } from '../../src/ops/reduction/reduction.ts';
import { argmax } from '../../src/ops/shape/indexing.ts';
import { slice } from '../../src/ops/shape/slice.ts';
import { broadcastTo, reshape, transpose } from '../../src/ops/shape/views.ts';
import { type Tensor, tensor, uniform, zeros } from '../tensors.ts';
import { shown, traced } from './traced.ts';

const x = uniform([4, 4], { seed: 1 });
const row = uniform([4], { seed: 2 });
const kernelsOf = (compute: () => readonly Tensor[]) => shown(traced(compute).kernels);

describe('elementwise operations', () => {
  it('of the same elements are one loop, whatever is broadcast into it', () => {
    expect(kernelsOf(() => [relu(add(mul(x, 2), row))])).toEqual(['loop: mul add relu']);
  });

  it('are one loop too if they only happen to be of the same size', () => {
    expect(kernelsOf(() => [mul(x, 2), add(square(x), 1)])).toEqual(['loop: mul square add']);
  });

  it('are one loop across axes of size 1', () => {
    expect(kernelsOf(() => [add(reshape(mul(row, 2), [1, 4]), 1)])).toEqual(['loop: mul add']);
  });

  it('that read what a loop computes at another element wait for its end', () => {
    const transposed = kernelsOf(() => {
      const y = mul(x, 2);
      return [add(y, transpose(y))];
    });
    expect(transposed).toEqual(['loop: mul', 'loop: add']);
    const repeated = kernelsOf(() => {
      const y = mul(row, 2);
      return [add(x, y)];
    });
    expect(repeated).toEqual(['loop: mul', 'loop: add']);
  });

  it('that read a part of what a loop computes wait for its end', () => {
    expect(kernelsOf(() => [mul(slice(add(x, 1), [0, 2]), 2)])).toEqual(['loop: add', 'loop: mul']);
  });

  it('go back to an earlier loop where nothing in between is in the way', () => {
    const kernels = kernelsOf(() => {
      const y = mul(x, 2);
      return [matmul(y, x), add(y, 1)];
    });
    expect(kernels).toEqual(['loop: mul add', 'own: matmul']);
  });

  it('of two phases are two loops', () => {
    const { kernels } = traced(() => [mul(x, 2)]);
    expect(kernels[0].phase).toBe('run');
  });

  it('of more than 48 in a row are several loops', () => {
    const { kernels } = traced(() => {
      let y = x;
      for (let i = 0; i < 100; i++) y = add(y, i);
      return [y];
    });
    expect(kernels.map(({ entries }) => entries.length)).toEqual([48, 48, 4]);
  });
});

describe('an assignment', () => {
  const target = zeros([4, 4]);

  it('is part of the loop that computes the value', () => {
    const kernels = kernelsOf(() => {
      assign(target, add(target, x));
      return [];
    });
    expect(kernels).toEqual(['loop: add assign']);
  });

  it('waits for anyone who reads the old values at other elements', () => {
    const kernels = kernelsOf(() => {
      const y = add(transpose(target), 1);
      assign(target, mul(x, 2));
      return [y];
    });
    expect(kernels).toEqual(['loop: add mul', 'loop: assign']);
  });

  it('waits for a matrix product of the old values', () => {
    const kernels = kernelsOf(() => {
      const y = mul(x, 2);
      const product = matmul(target, x);
      assign(target, y);
      return [product];
    });
    expect(kernels).toEqual(['loop: mul', 'own: matmul', 'loop: assign']);
  });

  it('is waited for by anyone who reads the new values at other elements', () => {
    const kernels = kernelsOf(() => {
      assign(target, mul(x, 2));
      return [add(transpose(target), 1)];
    });
    expect(kernels).toEqual(['loop: mul assign', 'loop: add']);
  });

  it('of a part of a tensor, or of a tensor to its own transpose, runs the reference', () => {
    const part = slice(target, [1, 3]);
    const kernels = kernelsOf(() => {
      assign(part, slice(x, [0, 2]));
      assign(target, transpose(target));
      return [];
    });
    expect(kernels).toEqual(['fallback: assign', 'fallback: assign']);
  });
});

describe('a reduction', () => {
  it('computes what only it reads', () => {
    expect(kernelsOf(() => [sum(square(sub(x, row)), { axis: 1 })])).toEqual([
      'reduction: sub square sum',
    ]);
  });

  it('does not compute what someone else reads, or what is looked at', () => {
    const kernels = kernelsOf(() => {
      const y = square(x);
      return [sum(y), matmul(y, x)];
    });
    expect(kernels).toEqual(['loop: square', 'reduction: sum', 'own: matmul']);
    const looked = kernelsOf(() => {
      const y = square(x);
      return [sum(y), y];
    });
    expect(looked).toEqual(['loop: square', 'reduction: sum']);
  });

  it('does not compute what it reads in another order', () => {
    expect(kernelsOf(() => [sum(transpose(square(x)), { axis: 0 })])).toEqual([
      'loop: square',
      'reduction: sum',
    ]);
    expect(kernelsOf(() => [sum(broadcastTo(square(row), [3, 4]))])).toEqual([
      'loop: square',
      'reduction: sum',
    ]);
    expect(kernelsOf(() => [sum(reshape(square(x), [2, 8]), { axis: 0 })])).toEqual([
      'loop: square',
      'reduction: sum',
    ]);
  });

  it('does not compute a copy in another shape', () => {
    expect(kernelsOf(() => [sum(reshape(transpose(x), [16]))])).toEqual([
      'loop: reshape',
      'reduction: sum',
    ]);
  });

  it('does not compute from what is overwritten before it', () => {
    const target = zeros([4, 4]);
    const kernels = kernelsOf(() => {
      const y = square(target);
      assign(target, x);
      return [max(y)];
    });
    expect(kernels).toEqual(['loop: square assign', 'reduction: max']);
  });

  it('does not draw, for what is drawn is counted', () => {
    const counter = tensor(1, { dtype: 'int32' });
    const attributes = { key: 1, shape: [4, 4], dtype: 'float32' } as const;
    const mask = () => dropoutMask(counter, { ...attributes, rate: 0.5 });
    expect(kernelsOf(() => [sum(mask())])).toEqual(['loop: dropoutMask', 'reduction: sum']);
    const noise = () => normalNoise(counter, attributes);
    expect(kernelsOf(() => [sum(noise())])).toEqual(['loop: normalNoise', 'reduction: sum']);
  });
});

describe('the kind of kernel', () => {
  it('is a loop for whole numbers that become floats', () => {
    const classes = tensor([1, 2, 3, 4], { dtype: 'int32' });
    expect(kernelsOf(() => [add(cast(classes, 'float32'), row)])).toEqual(['loop: cast add']);
  });

  it('is a fallback for what has no compiled form', () => {
    const double = uniform([2], { seed: 1, dtype: 'float64' });
    expect(
      kernelsOf(() => [mul(double, 2), argmax(x), cast(double, 'int32'), mul(zeros([0, 2]), 2)]),
    ).toEqual(['fallback: mul', 'fallback: argmax', 'fallback: cast', 'fallback: mul']);
  });
});
