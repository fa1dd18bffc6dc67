/** Structures of HDF5 by themselves: both versions of a dataspace, and how much is read at most. */
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import { Cursor } from '../../../src/formats/hdf5/cursor.ts';
import { readDataspace } from '../../../src/formats/hdf5/datatype.ts';
import { refusal } from '../../persistence/files.ts';

const sizes = (...values: readonly number[]) => values.flatMap((n) => [n, 0, 0, 0, 0, 0, 0, 0]);

describe('a dataspace', () => {
  const cursor = new Cursor('test', new Uint8Array(8));
  const read = (bytes: readonly number[]) => readDataspace(cursor, 'test', Uint8Array.from(bytes));

  it('of version 1 has its sizes behind eight bytes, of version 2 behind four', () => {
    expect(read([1, 2, 0, 0, 0, 0, 0, 0, ...sizes(3, 5)])).toEqual([3, 5]);
    expect(read([2, 2, 0, 1, ...sizes(3, 5)])).toEqual([3, 5]);
    expect(read([2, 0, 0, 0])).toEqual([]);
    expect(read([2, 0, 0, 2])).toEqual([0]);
  });

  it('of another version, cut off, or too large is refused', () => {
    for (const bytes of [
      [3, 0, 0, 0],
      [2, 2, 0, 1, ...sizes(3)],
      [2, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 127],
    ]) {
      expect(refusal(() => read(bytes))).toBeInstanceOf(DataError);
    }
  });
});

describe('a file whose structures point at each other', () => {
  it('is read some times over, and not without end', () => {
    const cursor = new Cursor('test', new Uint8Array(1024));
    const error = refusal(() => {
      for (let i = 0; i < 1e6; i++) cursor.take(0, 1024, 'a block');
    });
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(/structures that stand once in the file/);
  });
});
