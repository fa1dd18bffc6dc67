import { describe, expect, it } from 'vitest';
import { DataError, OptionError } from '../../src/errors/index.ts';
import { type IdxType, readIdx, writeIdx } from '../../src/persistence/index.ts';
import { tensor } from '../../src/tensor/create.ts';
import { fixture, join, refusal } from '../persistence/files.ts';

describe('readIdx', () => {
  it('reads pictures as MNIST stores them', () => {
    const pictures = readIdx(fixture('pictures.idx3-ubyte'));
    expect([pictures.shape, pictures.dtype]).toEqual([[3, 2, 2], 'int32']);
    expect([...pictures.toTypedArray()]).toEqual([250, 251, 252, 253, 254, 255, 0, 1, 2, 3, 4, 5]);
  });

  it('keeps bytes as bytes, its own, also where they become numbers from 0 to 1', () => {
    const file = fixture('pictures.idx3-ubyte').slice();
    const pictures = readIdx(file);
    const scaled = pictures.cast('float32').div(255).reshape([3, 4]);
    file.fill(0);
    expect([pictures, scaled].map(({ storage }) => storage.bytes?.bytes.length)).toEqual([12, 12]);
    const expected = [250, 251, 252, 253, 254, 255, 0, 1, 2, 3, 4, 5].map((byte) => byte / 255);
    expect([...scaled.toTypedArray()]).toEqual([...Float32Array.from(expected)]);
    const again = writeIdx(pictures, { type: 'uint8' });
    expect([...again]).toEqual([...fixture('pictures.idx3-ubyte')]);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'the beginning'],
    ['other files', join('PK', [8, 1]), 'begins with 0, 0'],
    ['an unknown type', join([0, 0, 0x0a, 1, 0, 0, 0, 0]), 'begins with 0, 0'],
    ['compressed files', fixture('pictures.idx3-ubyte.gz'), 'gzip'],
    ['sizes that are cut off', join([0, 0, 8, 2, 0, 0, 0, 1]), 'the sizes'],
    ['too little data', join([0, 0, 8, 1, 0, 0, 0, 2, 1]), '2 bytes'],
    ['too much data', join([0, 0, 8, 1, 0, 0, 0, 2, 1, 2, 3]), '2 bytes'],
    ['2^40 elements', join([0, 0, 8, 2, 0, 16, 0, 0, 0, 16, 0, 0, 1]), '1099511627776 bytes'],
    ['2^64 elements', join([0, 0, 8, 3], new Uint8Array(12).fill(255)), 'a shape'],
    ['255 axes', join([0, 0, 8, 255], new Uint8Array(4 * 255)), 'at most 64'],
  ])('refuses %s', (_, bytes, words) => {
    const error = refusal(() => readIdx(bytes, { file: 'x' }));
    expect(error).toBeInstanceOf(DataError);
    expect(error.where).toBe('readIdx x');
    expect(error.message).toContain(words);
  });
});

describe('writeIdx', () => {
  it('writes what readIdx reads, in every type', () => {
    const types: readonly IdxType[] = ['uint8', 'int8', 'int16', 'int32', 'float32', 'float64'];
    for (const type of types) {
      const written = tensor([[0, 1, 127]]);
      const read = readIdx(writeIdx(written, { type }));
      expect(read.toArray()).toEqual(written.toArray());
    }
    const floats = tensor([-0, 0.1, Number.NaN]);
    expect(readIdx(writeIdx(floats)).toTypedArray()).toEqual(floats.toTypedArray());
    expect(readIdx(writeIdx(tensor(5))).shape).toEqual([]);
  });

  it('writes the bytes that MNIST has', () => {
    const bytes = fixture('pictures.idx3-ubyte');
    expect([...writeIdx(readIdx(bytes).cast('float32'), { type: 'uint8' })]).toEqual([...bytes]);
  });

  it.each<[number, IdxType]>([
    [256, 'uint8'],
    [-1, 'uint8'],
    [0.5, 'uint8'],
    [128, 'int8'],
    [40000, 'int16'],
    [Number.NaN, 'int32'],
    [0.1, 'float32'],
  ])('refuses %d as %s, which could not be read back', (value, type) => {
    const error = refusal(() => writeIdx(tensor([0, value], { dtype: 'float64' }), { type }));
    expect(error).toBeInstanceOf(OptionError);
    expect(error.received).toContain('at element 1');
  });

  it('takes a negative zero for a zero where there is only one', () => {
    expect(readIdx(writeIdx(tensor([-0]), { type: 'uint8' })).toArray()).toEqual([0]);
  });

  it('refuses unknown types', () => {
    expect(refusal(() => writeIdx(tensor(1), { type: 'u8' as IdxType })).message).toContain(
      'uint8',
    );
  });
});
