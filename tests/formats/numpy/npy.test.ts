import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import { parseNpyHeader } from '../../../src/formats/numpy/header.ts';
import { readNpy, writeNpy } from '../../../src/persistence/index.ts';
import { range, tensor } from '../../../src/tensor/create.ts';
import { fixture, join, misaligned, refusal } from '../../persistence/files.ts';

/** A file of version 1.0 with this header; `data` zeros follow it. */
function file(header: string, data = 0): Uint8Array {
  const length = [header.length & 255, header.length >> 8];
  return join([0x93], 'NUMPY', [1, 0], length, header, new Uint8Array(data));
}

const header = (shape: string, descr = '<f4') =>
  `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }\n`;

describe('writeNpy', () => {
  it('writes the bytes that NumPy writes', () => {
    const floats = Float32Array.from({ length: 10 }, (_, i) => Math.fround(Math.fround(i - 5) / 3));
    expect([...writeNpy(tensor(floats, { shape: [5, 2] }))]).toEqual([...fixture('floats.npy')]);
    expect([...writeNpy(range(5, { dtype: 'int32' }))]).toEqual([...fixture('whole.npy')]);
    expect([...writeNpy(readNpy(fixture('matrix.npy')))]).toEqual([...fixture('matrix.npy')]);
  });

  it('writes what readNpy reads: scalars, empty arrays, views, many axes', () => {
    const matrix = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    for (const written of [
      tensor(7),
      tensor([], { shape: [3, 0] }),
      matrix.transpose(),
      matrix.slice([1]),
    ]) {
      const read = readNpy(misaligned(writeNpy(written)));
      expect(read.shape).toEqual(written.shape);
      expect(read.toArray()).toEqual(written.toArray());
    }
    const deep = tensor([1, 2], { shape: [...new Array(63).fill(1), 2] });
    expect(readNpy(writeNpy(deep)).shape).toEqual(deep.shape);
  });

  it('begins the data at a multiple of 64, however long the shape', () => {
    for (let axes = 0; axes < 64; axes++) {
      const bytes = writeNpy(tensor([1], { shape: new Array(axes).fill(1) }));
      expect((bytes.length - 4) % 64).toBe(0);
    }
  });
});

describe('readNpy', () => {
  it('keeps bytes as bytes, in either order', () => {
    for (const [order, expected] of [
      [
        'False',
        [
          [0, 255, 2],
          [3, 4, 5],
        ],
      ],
      [
        'True',
        [
          [0, 2, 4],
          [255, 3, 5],
        ],
      ],
    ] as const) {
      const own = header('(2, 3)', '|u1').replace('False', order);
      const read = readNpy(join(file(own), [0, 255, 2, 3, 4, 5]));
      expect(read.storage.bytes?.bytes.length).toBe(6);
      expect([read.dtype, read.toArray()]).toEqual(['int32', expected]);
    }
  });

  it('reads the longer header of version 2', () => {
    expect(readNpy(fixture('version2.npy')).toArray()).toEqual(
      readNpy(fixture('matrix.npy')).toArray(),
    );
  });

  it('reads headers with keys in any order, as the format says', () => {
    const bytes = file("{'shape':(2,),'descr':'>i2','fortran_order':False}\n", 4);
    expect(readNpy(bytes).toArray()).toEqual([0, 0]);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'the beginning'],
    ['other files', join('PK', new Uint8Array(20)), 'version 1.0'],
    ['a version to come', join([0x93], 'NUMPY', [4, 0], new Uint8Array(9)), 'version 1.0'],
    ['a header that is cut off', file(header('(1,)'), 4).subarray(0, 40), 'the header'],
    ['pickled objects', fixture('objects.npy'), 'numbers'],
    ['texts', file(header('(1,)', '<U5'), 20), 'numbers'],
    ['complex numbers', file(header('(1,)', '<c8'), 8), 'numbers'],
    ['a byte order that is none', file(header('(1,)', '|f4'), 4), 'numbers'],
    [
      'records',
      file("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }\n", 4),
      'records',
    ],
    [
      'a key twice',
      file("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': ()}", 4),
      'descr',
    ],
    [
      'a key too many',
      file("{'descr': '<f4', 'fortran_order': False, 'shape': (), 'x': True}", 4),
      'descr',
    ],
    ['no shape', file("{'descr': '<f4', 'fortran_order': False}", 4), 'descr'],
    ['a shape that is a number', file(header('5'), 20), 'descr'],
    ['a shape with a hole', file(header('(1,,2)'), 8), 'descr'],
    ['a negative size', file(header('(-1,)'), 4), 'descr'],
    ['text after the header', file(`${header('(1,)').trim()} x\n`, 4), 'descr'],
    ['a formula', file(header('(2*2,)'), 16), 'descr'],
    ['too little data', file(header('(2,)'), 4), '8 bytes'],
    ['too much data', file(header('(2,)'), 9), '8 bytes'],
    ['2^40 elements', file(header('(1048576, 1048576)'), 8), '4398046511104 bytes'],
    ['more elements than numbers can count', file(header('(99999999999999999999,)'), 8), 'a shape'],
    ['65 axes', file(header(`(${'1,'.repeat(65)})`), 4), 'at most 64'],
  ])('refuses %s', (_, bytes, words) => {
    const error = refusal(() => readNpy(bytes, { file: 'x.npy' }));
    expect(error).toBeInstanceOf(DataError);
    expect(error.where).toBe('readNpy x.npy');
    expect(error.message).toContain(words);
  });
});

describe('parseNpyHeader', () => {
  it('reads every shape that NumPy writes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 8 }), (shape) => {
        const sizes = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
        expect(parseNpyHeader('test', header(sizes)).shape).toEqual(shape);
      }),
    );
    expect(parseNpyHeader('test', header('(3L, 4L)')).shape).toEqual([3, 4]);
  });
});
