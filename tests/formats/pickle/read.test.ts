/** Pickles operation by operation: numbers as Python writes them, and limits. */
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import { readPickle } from '../../../src/formats/pickle/read.ts';
import { readTorch, writeTorch } from '../../../src/formats/pickle/torch.ts';
import { packZip } from '../../../src/formats/zip/pack.ts';
import { unpackZip } from '../../../src/formats/zip/unpack.ts';
import { refusal } from '../../persistence/files.ts';
import { tensor } from '../../tensors.ts';

const read = (...codes: readonly (string | readonly number[])[]) => {
  const bytes = codes.flatMap((part) =>
    typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : [...part],
  );
  const options = { names: new Map(), persistent: () => undefined };
  return readPickle('test', Uint8Array.from(bytes), options);
};

describe('a number of a pickle', () => {
  // What pickle.dumps(value, protocol=2) of Python 3.11 gives, without the PROTO in front.
  it.each([
    ['255', ['K', [255], '.'], 255],
    ['65535', ['M', [255, 255], '.'], 65535],
    ['-2', ['J', [254, 255, 255, 255], '.'], -2],
    ['-2 ** 31', ['J', [0, 0, 0, 128], '.'], -(2 ** 31)],
    ['2 ** 40', [[0x8a, 6], [0, 0, 0, 0, 0, 1], '.'], 2 ** 40],
    ['-2 ** 40', [[0x8a, 6], [0, 0, 0, 0, 0, 255], '.'], -(2 ** 40)],
    ['1.5', ['G', [0x3f, 0xf8, 0, 0, 0, 0, 0, 0], '.'], 1.5],
    ['-0.1', ['G', [0xbf, 0xb9, 0x99, 0x99, 0x99, 0x99, 0x99, 0x9a], '.'], -0.1],
  ] as const)('%s is what it is in Python', (_, codes, value) => {
    expect(read(...codes)).toBe(value);
  });
});

describe('a pickle without end', () => {
  it('is refused before it takes the memory', () => {
    const error = refusal(() => read('N'.repeat(2 ** 20 + 8), '.'));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toMatch(/expected a shallow pickle|a shallow pickle/i);
  });
});

describe('a file of torch', () => {
  it('of a machine with the highest byte first is turned', () => {
    const entries = unpackZip('test', writeTorch('test', { w: tensor([1.5, -2]) }), {
      maxBytes: 4096,
    });
    const data = entries.get('archive/data/0') ?? new Uint8Array(0);
    const turned = new Uint8Array(data.length);
    for (let i = 0; i < data.length; i++) turned[i] = data[(i & ~3) + 3 - (i & 3)];
    entries.set('archive/data/0', turned);
    entries.set('archive/byteorder', new TextEncoder().encode('big'));
    const { tensors } = readTorch('test', packZip('test', [...entries]));
    expect(tensors.w.toArray()).toEqual([1.5, -2]);
    entries
      .set('archive/data/0', data)
      .set('archive/byteorder', new TextEncoder().encode('little'));
    expect(readTorch('test', packZip('test', [...entries])).tensors.w.toArray()).toEqual([1.5, -2]);
  });

  it('whose tensor ends one number behind its storage is refused', () => {
    const bytes = writeTorch('test', { w: tensor([1, 2, 3]) });
    const entries = unpackZip('test', bytes, { maxBytes: 4096 });
    const pickle = Uint8Array.from(entries.get('archive/data.pkl') ?? []);
    // The offset is the first whole number behind the storage: J 0 0 0 0 after Q.
    const at = pickle.findIndex((byte, i) => byte === 0x51 && pickle[i + 1] === 0x4a);
    pickle[at + 2] = 1;
    const damaged = packZip('test', [...entries.set('archive/data.pkl', pickle)]);
    expect(refusal(() => readTorch('test', damaged)).message).toMatch(
      /a tensor within its storage of 3 numbers/,
    );
  });
});
