import { describe, expect, it } from 'vitest';
import { fixed, list, name, signed, sized, unsigned } from '../../src/wasm/bytes.ts';

describe('the bytes of a module', () => {
  it.each([
    [0, [0]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [624_485, [0xe5, 0x8e, 0x26]],
    [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('write %i without sign', (value, bytes) => {
    expect(unsigned(value)).toEqual(bytes);
  });

  it.each([
    [63, [0x3f]],
    [64, [0xc0, 0x00]],
    [-1, [0x7f]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [-123_456, [0xc0, 0xbb, 0x78]],
    [2 ** 31 - 1, [0xff, 0xff, 0xff, 0xff, 0x07]],
    [-(2 ** 31), [0x80, 0x80, 0x80, 0x80, 0x78]],
  ])('write %i with sign', (value, bytes) => {
    expect(signed(value)).toEqual(bytes);
  });

  it('write numbers of fixed width lowest byte first', () => {
    expect(fixed('i32', [1, -2])).toEqual([1, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff]);
    expect(fixed('f32', [-0])).toEqual([0, 0, 0, 0x80]);
    expect(fixed('f64', [1])).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
  });

  it('count lists by items and bodies by bytes', () => {
    expect(list([[1, 2], [3]])).toEqual([2, 1, 2, 3]);
    expect(name('run')).toEqual([3, 0x72, 0x75, 0x6e]);
    expect(sized(Array(200).fill(7)).slice(0, 3)).toEqual([0xc8, 0x01, 7]);
  });
});
