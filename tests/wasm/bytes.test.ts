import { describe, expect, it } from 'vitest';
import { type ByteWriter, createBytes } from '../../src/wasm/bytes.ts';

function written(write: (out: ByteWriter) => void): number[] {
  const out = createBytes();
  write(out);
  return [...out.bytes()];
}

describe('the bytes of a module', () => {
  it.each([
    [0, [0]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [624_485, [0xe5, 0x8e, 0x26]],
    [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('write %i without sign', (value, bytes) => {
    expect(written((out) => out.unsigned(value))).toEqual(bytes);
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
    expect(written((out) => out.signed(value))).toEqual(bytes);
  });

  it('write numbers of fixed width lowest byte first', () => {
    expect(written((out) => out.fixed('i32', -2))).toEqual([0xfe, 0xff, 0xff, 0xff]);
    expect(written((out) => out.fixed('f32', -0))).toEqual([0, 0, 0, 0x80]);
    expect(written((out) => out.fixed('f64', 1))).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
  });

  it('count lists by items and bodies by bytes', () => {
    expect(written((out) => out.list([1, 2], out.byte))).toEqual([2, 1, 2]);
    expect(written((out) => out.name('run'))).toEqual([3, 0x72, 0x75, 0x6e]);
    const body = written((out) => out.sized(() => Array(200).fill(7).forEach(out.byte)));
    expect(body.slice(0, 6)).toEqual([0xc8, 0x81, 0x80, 0x80, 0x00, 7]);
    expect(body).toHaveLength(205);
  });

  it('are kept when there are more than the first memory holds', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => i % 251);
    expect(written((out) => many.forEach(out.byte))).toEqual(many);
  });
});
