import { describe, expect, it } from 'vitest';
import { noGrad } from '../../src/ops/gradient_mode.ts';
import { parameter, tensor } from '../tensors.ts';

describe('noGrad', () => {
  it('notes nothing while it lasts, and gives back what was computed', () => {
    const w = parameter(2);
    const inside = noGrad(() => w.mul(3));
    expect(inside.item()).toBe(6);
    expect([inside.requiresGrad, inside.source]).toEqual([false, null]);
    expect(w.mul(3).requiresGrad).toBe(true);
  });

  it('ends also when the function throws, and only the outermost ends it', () => {
    const w = parameter(1);
    expect(() =>
      noGrad(() => {
        throw new Error('inside');
      }),
    ).toThrow('inside');
    expect(w.mul(2).requiresGrad).toBe(true);
    noGrad(() => {
      noGrad(() => w.mul(2));
      expect(w.mul(2).requiresGrad).toBe(false);
    });
  });

  it('makes constants of what is computed in it', () => {
    const w = parameter(3);
    w.mul(noGrad(() => w.square())).backward();
    expect(w.gradient?.item()).toBe(9);
  });
});

describe('detach', () => {
  it('is the same memory, without a past', () => {
    const w = parameter([1, 2]);
    const y = w.mul(2);
    const cut = y.detach();
    expect(cut.storage).toBe(y.storage);
    expect([cut.requiresGrad, cut.source]).toEqual([false, null]);
  });

  it('cuts one path and no other', () => {
    const w = parameter(3);
    w.mul(w.detach()).backward();
    expect(w.gradient?.item()).toBe(3);
  });
});

describe('what is noted', () => {
  it('is nothing, as long as no parameter takes part', () => {
    expect(tensor(1).add(2).source).toBeNull();
  });

  it('is operation, inputs and attributes from the first parameter on', () => {
    const w = parameter([[1, 2]]);
    const y = w.sum({ axis: 1 });
    expect(y.source?.operation.name).toBe('sum');
    expect(y.source?.inputs).toEqual([w]);
    expect(y.source?.attributes).toEqual({ axes: [1], keepDims: false });
  });
});
