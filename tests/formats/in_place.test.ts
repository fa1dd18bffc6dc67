/** Tensors in the memory of the file that they were read from: the same numbers, without a copy. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computed, crc32, native } from '../../src/formats/checksums/crc32.ts';
import { readTorch } from '../../src/formats/pickle/torch.ts';
import { exportModel, importModel } from '../../src/interop/index.ts';
import { dense, relu, sequential } from '../../src/nn/index.ts';
import {
  type NamedTensors,
  readNpy,
  readNpz,
  readSafetensors,
  writeNpy,
  writeNpz,
  writeSafetensors,
} from '../../src/persistence/index.ts';
import { tensor } from '../tensors.ts';

const numbers = (count: number, shift = 0) =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(i + shift));

/** Names of all lengths, so that data begin everywhere in an archive. */
const tensors: NamedTensors = {
  a: tensor(numbers(7), { shape: [7] }),
  ab: tensor(Float64Array.of(1 / 3, -2), { shape: [2] }),
  abc: tensor(numbers(6, 3), { shape: [2, 3] }),
  abcd: tensor(Int32Array.of(5, -6, 7), { shape: [3] }),
  abcde: tensor([], { shape: [0] }),
};

const model = sequential({ inputShape: [9], seed: 4 }, [
  dense({ units: 13 }),
  relu(),
  dense({ units: 11 }),
]);

/** Whether the numbers lie in the memory of these bytes. */
const within = (bytes: Uint8Array, tensors: NamedTensors, name: string) =>
  tensors[name].storage.data.buffer === bytes.buffer;

const readers: readonly [
  string,
  Uint8Array,
  (bytes: Uint8Array, inPlace: boolean) => NamedTensors,
][] = [
  [
    'safetensors',
    writeSafetensors({ tensors }),
    (b, inPlace) => readSafetensors(b, { inPlace }).tensors,
  ],
  ['npz', writeNpz(tensors), (b, inPlace) => readNpz(b, { inPlace }).arrays],
  ['npy', writeNpy(tensors.abc), (b, inPlace) => ({ abc: readNpy(b, { inPlace }) })],
  [
    'torch',
    exportModel(model, { to: 'pytorch' }),
    (b, inPlace) => readTorch('test', b, inPlace).tensors,
  ],
  [
    'ONNX',
    exportModel(model, { to: 'onnx' }),
    (b, inPlace) => importModel(b, { inPlace }).model.state(),
  ],
];

describe('reading in place', () => {
  describe.each(readers)('%s', (_, file, read) => {
    it('gives the same numbers, wherever the bytes begin', () => {
      const copied = read(file.slice(), false);
      for (const shift of [0, 1, 2, 3, 4, 7]) {
        const bytes = new Uint8Array(file.length + shift).subarray(shift);
        bytes.set(file);
        const found = read(bytes, true);
        expect(Object.keys(found)).toEqual(Object.keys(copied));
        for (const [name, one] of Object.entries(copied)) {
          expect(found[name]).toBeBitIdenticalTo(one);
        }
      }
    });

    it('leaves the bytes alone unless it is told otherwise', () => {
      const bytes = file.slice();
      const found = Object.values(read(bytes, false));
      expect(bytes).toEqual(file.slice());
      bytes.fill(255);
      for (const one of found) expect(one.storage.data.buffer).not.toBe(bytes.buffer);
    });
  });

  it('copies nothing where numbers are stored as they are held', () => {
    for (const [name, file, read] of readers) {
      if (name === 'ONNX') continue;
      const bytes = file.slice();
      const found = read(bytes, true);
      const [first] = Object.keys(found);
      expect([name, within(bytes, found, first)]).toEqual([name, true]);
    }
    const bytes = exportModel(model, { to: 'onnx' });
    const [weight] = importModel(bytes, { inPlace: true }).model.parameters();
    expect(weight.storage.data.buffer).toBe(bytes.buffer);
  });

  it('makes parameters of their own of a matrix that two layers share', () => {
    const path = new URL('../fixtures/interop/shared/shared_matrix.onnx', import.meta.url);
    const { model: made } = importModel(new Uint8Array(readFileSync(path)), { inPlace: true });
    const [first, second] = made.parameters().filter(({ rank }) => rank === 2);
    expect(second).toBeBitIdenticalTo(first);
    first.assign(
      tensor([
        [0, 0],
        [0, 0],
      ]),
    );
    expect(second.toArray()).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

describe('crc32', () => {
  it('is the same by whichever code', () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 37) % 251);
    const own = native.crc32;
    try {
      native.crc32 = undefined;
      expect(crc32(bytes)).toBe(computed(bytes));
      // The check value of CRC-32/ISO-HDLC.
      expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    } finally {
      native.crc32 = own;
    }
  });
});
