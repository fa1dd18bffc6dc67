import { describe, expect, it, vi } from 'vitest';
import { remembered } from '../../../src/ops/execute/remembered.ts';

const owner = {};

describe('kernels that are remembered', () => {
  it('are made once they have been asked for enough, and once', () => {
    const kernelOf = remembered<string>(10);
    const make = vi.fn(() => 'kernel');
    expect(kernelOf(owner, 'a', 9, make)).toBeUndefined();
    expect(kernelOf(owner, 'b', 9, make)).toBeUndefined(); // each key by itself
    expect(kernelOf({}, 'a', 9, make)).toBeUndefined(); // and each owner
    expect(kernelOf(owner, 'a', 1, make)).toBe('kernel');
    expect(kernelOf(owner, 'a', 1, make)).toBe('kernel');
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('are not tried again where there is none', () => {
    const kernelOf = remembered<string>(1);
    const make = vi.fn(() => undefined);
    for (let time = 0; time < 3; time++) expect(kernelOf(owner, 'a', 1, make)).toBeUndefined();
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('are 64 at most of an owner: the oldest makes room', () => {
    const kernelOf = remembered<number>(1);
    const made: number[] = [];
    const ask = (key: number, of = owner) =>
      kernelOf(of, String(key), 1, () => {
        made.push(key);
        return key;
      });
    for (let key = 0; key < 64; key++) ask(key);
    ask(0, {}); // another owner takes nothing away
    ask(64);
    made.length = 0;
    for (let key = 1; key <= 64; key++) ask(key);
    expect(made).toEqual([]);
    ask(0);
    expect(made).toEqual([0]);
  });
});
