import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Tensor } from '../../../src/autograd/methods.ts';
import { DataError, OptionError } from '../../../src/errors/index.ts';
import { readNpz, writeNpz } from '../../../src/persistence/index.ts';
import { tensor } from '../../../src/tensor/create.ts';
import { expected, fixture, refusal, valuesOf } from '../../persistence/files.ts';

const inflate = (compressed: Uint8Array, size: number) =>
  inflateRawSync(compressed, { maxOutputLength: Math.max(1, size) });
const deflate = (contents: Uint8Array) => deflateRawSync(contents);

const pair = { first: tensor([1, 2, 3]), second: tensor([[0.5]], { dtype: 'float64' }) };

/** A copy with a number of 2 or 4 bytes overwritten. */
function altered(bytes: Uint8Array, at: number, value: number, size: 2 | 4): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  if (size === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}

/** Where the record at the end begins, and where the directory does. */
function places(bytes: Uint8Array): { end: number; directory: number } {
  const end = bytes.length - 22;
  return { end, directory: new DataView(bytes.buffer, bytes.byteOffset).getUint32(end + 16, true) };
}

describe('archives of NumPy', () => {
  it.each(['arrays.npz', 'arrays_compressed.npz'])('%s: every dtype, order and shape', (name) => {
    const { arrays, skipped } = readNpz(fixture(name), { inflate });
    expect(Object.keys(skipped)).toEqual([]);
    expect(Object.keys(arrays).sort()).toEqual(Object.keys(expected.arrays).sort());
    for (const [key, described] of Object.entries(expected.arrays)) {
      expect([key, ...arrays[key].toTypedArray()]).toEqual([
        key,
        ...valuesOf(described, arrays[key]),
      ]);
      expect([key, arrays[key].shape]).toEqual([key, described.shape]);
    }
  });

  it('keep Fortran order as a view, without moving data', () => {
    const { fortran } = readNpz(fixture('arrays.npz'), { names: ['fortran'] }).arrays;
    expect(fortran.strides).toEqual([1, 2, 6]);
    expect(fortran.isContiguous).toBe(false);
  });

  it('are read beside texts, objects, records and what int32 does not hold', () => {
    const { arrays, skipped } = readNpz(fixture('mixed.npz'));
    expect(Object.keys(arrays)).toEqual(['x']);
    expect({ ...skipped }).toEqual({
      complex: 'dtype "<c16"',
      far: '9223372036854775807 at element 1',
      labels: 'dtype "<U9"',
      objects: 'dtype "|O"',
      records: 'records',
      when: 'dtype "<M8[D]"',
    });
    const asked = refusal(() => readNpz(fixture('mixed.npz'), { names: ['x', 'labels'] }));
    expect(asked.where).toBe('readNpz, entry "labels.npy"');
  });

  it('say what to do when they are compressed and nothing can undo it', () => {
    const error = refusal(() => readNpz(fixture('arrays_compressed.npz')));
    expect(error.remedy).toContain('inflate');
  });
});

describe('what writeNpz writes, readNpz reads', () => {
  it.each([undefined, deflate])('compressed or not', (packing) => {
    const names = { ...pair, ['__proto__']: tensor(1), 'ordner/größe': tensor([2]) };
    const { arrays: read } = readNpz(writeNpz(names, { deflate: packing }), { inflate });
    expect(Object.keys(read).sort()).toEqual(Object.keys(names).sort());
    for (const [name, { shape, dtype }] of Object.entries(names)) {
      expect({ shape: read[name].shape, dtype: read[name].dtype }).toEqual({ shape, dtype });
    }
    expect(read.second.toArray()).toEqual([[0.5]]);
    expect(Object.getPrototypeOf(read)).toBe(null);
  });

  it('in the same bytes, whatever the order of names', () => {
    const { first, second } = pair;
    expect(writeNpz({ second, first })).toEqual(writeNpz({ first, second }));
  });

  it('for chosen names only, if asked', () => {
    const bytes = writeNpz(pair);
    expect(Object.keys(readNpz(bytes, { names: ['second'] }).arrays)).toEqual(['second']);
    expect(refusal(() => readNpz(bytes, { names: ['third'] })).received).toContain('third');
    const none = { x: 1 } as unknown as Record<string, Tensor>;
    expect(refusal(() => writeNpz(none))).toBeInstanceOf(OptionError);
  });
});

describe('readNpz refuses', () => {
  const bytes = writeNpz(pair);
  const packed = writeNpz(pair, { deflate });
  const { end, directory } = places(bytes);
  const data = 30 + 'first.npy'.length;
  const second = directory + 46 + 'first.npy'.length;

  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(0), 'the end of a zip'],
    ['a single array', fixture('matrix.npy'), 'the end of a zip'],
    ['something before the archive', Uint8Array.from([0, ...bytes]), 'before its end'],
    ['something after it', Uint8Array.from([...bytes, 0]), 'the end of a zip'],
    ['a directory beyond the file', altered(bytes, end + 16, 0xfffffff0, 4), 'before its end'],
    ['a part of several', altered(bytes, end + 4, 1, 2), 'in one part'],
    ['ZIP64', altered(altered(bytes, end + 8, 0xffff, 2), end + 10, 0xffff, 2), 'in the directory'],
    ['a wrong count', altered(altered(bytes, end + 8, 1, 2), end + 10, 1, 2), '1 entries'],
    ['encryption', altered(bytes, directory + 8, 0x801, 2), 'not encrypted'],
    ['another compression', altered(altered(bytes, directory + 10, 12, 2), 8, 12, 2), 'stored'],
    ['a header elsewhere', altered(bytes, directory + 42, 4, 4), 'a header at byte 4'],
    ['a header beyond the file', altered(bytes, directory + 42, 0xfffffff0, 4), 'a header at byte'],
    ['entries that share bytes', altered(bytes, second + 42, 0, 4), 'repeats the directory'],
    ['a name that differs in front', altered(bytes, 30, 0x6767, 2), 'repeats the directory'],
    [
      'contents into the directory',
      altered(bytes, directory + 20, 0xffff, 4),
      'repeats the directory',
    ],
    [
      'a name that is no UTF-8',
      altered(altered(bytes, 30, 0xffff, 2), directory + 46, 0xffff, 2),
      'UTF-8',
    ],
    ['changed contents', altered(bytes, data + 130, 7, 2), 'checksum'],
    ['a changed checksum', altered(bytes, directory + 16, 7, 4), 'checksum'],
    ['a wrong size', altered(bytes, directory + 24, 7, 4), 'checksum'],
    ['damaged deflate', altered(packed, data + 4, 0xffff, 2), 'checksum'],
    [
      'a claim that nothing unpacks to',
      altered(packed, places(packed).directory + 24, 2 ** 20, 4),
      'checksum',
    ],
    [
      'a claim beyond the limit',
      altered(packed, places(packed).directory + 24, 2 ** 31, 4),
      'maxBytes',
    ],
  ])('%s', (_, damaged, words) => {
    const error = refusal(() => readNpz(damaged, { inflate, file: 'x.npz' }));
    expect(error).toBeInstanceOf(DataError);
    expect(error.where).toContain('x.npz');
    expect(error.message).toContain(words);
  });

  it('entries of the same bytes under two names, by which archives unpack to any size', () => {
    const same = writeNpz({ a: tensor([1]), b: tensor([1]) });
    const at = places(same).directory;
    const entry = 46 + 'a.npy'.length;
    // Both in the directory as a.npy at byte 0.
    const copy = Uint8Array.from(same);
    copy.copyWithin(at + entry, at, at + entry);
    const error = refusal(() => readNpz(copy));
    expect(error.message).toContain('contents of its own');
  });

  it('more than maxBytes, before unpacking anything', () => {
    let unpacked = 0;
    const counting = (compressed: Uint8Array, size: number) => {
      unpacked++;
      return inflate(compressed, size);
    };
    const zeros = { zeros: tensor(new Float32Array(1e5)) };
    const bomb = writeNpz(zeros, { deflate });
    expect(bomb.length).toBeLessThan(2000);
    expect(refusal(() => readNpz(bomb, { inflate: counting, maxBytes: 1e5 })).expected).toContain(
      '100000',
    );
    expect(unpacked).toBe(0);
    expect(readNpz(bomb, { inflate: counting }).arrays.zeros.size).toBe(1e5);
  });
});
