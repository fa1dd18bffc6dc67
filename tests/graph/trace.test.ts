import { describe, expect, it } from 'vitest';
import { StateError } from '../../src/errors/errors.ts';
import { startTrace } from '../../src/graph/trace.ts';
import { assign } from '../../src/ops/assign.ts';
import { add, mul } from '../../src/ops/elementwise/arithmetic.ts';
import { sum } from '../../src/ops/reduction/reduction.ts';
import { slice } from '../../src/ops/shape/slice.ts';
import { reshape, transpose } from '../../src/ops/shape/views.ts';
import { tensor, uniform, zeros } from '../tensors.ts';
import { traced } from './traced.ts';

const names = (entries: ReturnType<typeof traced>['trace']['entries']) =>
  entries.map((entry) => (entry.kind === 'assignment' ? 'assign' : entry.operation.name));

describe('a trace', () => {
  const x = uniform([2, 3], { seed: 1 });

  it('notes computations in order, with the views that they read', () => {
    const { trace } = traced(() => [mul(transpose(add(x, 1)), 2)]);
    expect(names(trace.entries)).toEqual(['add', 'mul']);
    const [first, second] = trace.entries;
    expect(second.inputs[0].storage).toBe(first.output.storage);
    expect(second.inputs[0].strides).toEqual([1, 3]);
  });

  it('has no entry for a view, and one for a reshape that had to copy', () => {
    const { trace } = traced(() => [reshape(slice(x, [0, 1]), [3]), reshape(transpose(x), [6])]);
    expect(names(trace.entries)).toEqual(['reshape']);
    expect(trace.computed.size).toBe(1);
  });

  it('tells what was there before from constants made on the way', () => {
    const { trace } = traced(() => [add(mul(x, 2), zeros([3]))]);
    expect([...trace.captured]).toEqual([x.storage]);
  });

  it('takes a view, made on the way, of something captured for captured', () => {
    const { trace } = traced(() => [sum(reshape(x, [6]))]);
    expect([...trace.captured]).toEqual([x.storage]);
  });

  it('names the phase of each entry', () => {
    const tracer = startTrace();
    const y = tracer.phase('forward', () => mul(x, 2));
    tracer.phase('backward', () => add(y, 1));
    const phases = tracer.finish().entries.map(({ phase }) => phase);
    expect(phases).toEqual(['forward', 'backward']);
  });

  it('hears of nothing outside of its phases, also after an error in one', () => {
    const tracer = startTrace();
    expect(() =>
      tracer.phase('forward', () => {
        throw new RangeError('planted');
      }),
    ).toThrow('planted');
    mul(x, 2).toArray();
    const { entries, obstacle } = tracer.finish();
    expect(entries).toEqual([]);
    expect(obstacle).toBeUndefined();
  });

  it('notes assignments, whose values may be captured too', () => {
    const [target, value] = [zeros([3]), uniform([3], { seed: 2 })];
    const { trace } = traced(() => {
      assign(target, value);
      return [];
    });
    expect(names(trace.entries)).toEqual(['assign']);
    expect([...trace.captured]).toEqual([target.storage, value.storage]);
    expect(trace.obstacle).toBeUndefined();
  });
});

describe('a trace cannot stand for later runs', () => {
  const x = uniform([2], { seed: 1 });

  it.each([
    ['toArray of a computed value', () => mul(x, 2).toArray()],
    ['item of a computed value', () => sum(x).item()],
    ['toTypedArray of what was there before', () => x.toTypedArray()],
    ['printing', () => `${mul(x, 2)}`],
  ])('after %s', (_, look) => {
    const { trace } = traced(() => {
      try {
        look();
      } catch {
        // A function of the user's own may continue all the same.
      }
      return [];
    });
    expect(trace.obstacle).toMatch(/^numbers were read or written while/);
  });

  it('after values were set from outside', () => {
    const state = zeros([2]);
    const { trace } = traced(() => {
      state.assign([1, 2]);
      return [mul(state, 2)];
    });
    expect(trace.obstacle).toContain('read or written');
  });

  it('after what was made on the way was overwritten', () => {
    const { trace } = traced(() => {
      const made = zeros([2]);
      assign(made, x);
      return [mul(made, 2)];
    });
    expect(trace.obstacle).toBe('a tensor of shape [2] that was made on the way was overwritten');
  });

  it('but reading outside of the phases is no matter', () => {
    const tracer = startTrace();
    const y = tracer.phase('forward', () => mul(x, tensor([1, 2])));
    x.toArray();
    expect(() => y.toArray()).toThrow(StateError); // it was never computed
    expect(tracer.finish().obstacle).toBeUndefined();
  });
});
