import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/errors/index.ts';
import {
  decodeNumbers,
  encodeNumbers,
  type NumberFormat,
  numberFormats,
} from '../../src/formats/numbers.ts';
import { misaligned, refusal } from '../persistence/files.ts';

const all16 = Uint16Array.from({ length: 65536 }, (_, i) => i);

function decode(bytes: ArrayBufferView<ArrayBuffer>, format: NumberFormat, littleEndian = true) {
  const { buffer, byteOffset, byteLength } = bytes;
  const view = new Uint8Array(buffer, byteOffset, byteLength);
  return decodeNumbers('test', view, format, littleEndian);
}

/** The definition of a binary format with 16 bits, in float64, where all its numbers are exact. */
function meaningOf(bits: number, exponentBits: number): number {
  const fractionBits = 15 - exponentBits;
  const bias = 2 ** (exponentBits - 1) - 1;
  const sign = bits >> 15 === 1 ? -1 : 1;
  const exponent = (bits >> fractionBits) & (2 ** exponentBits - 1);
  const fraction = (bits & (2 ** fractionBits - 1)) / 2 ** fractionBits;
  if (exponent === 2 ** exponentBits - 1) return fraction === 0 ? sign / 0 : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** (1 - bias);
  return sign * (1 + fraction) * 2 ** (exponent - bias);
}

describe('numbers of 16 bits', () => {
  it.each([
    ['float16', 5],
    ['bfloat16', 8],
  ] as const)('%s: all 65,536 of them mean what they should', (name, exponentBits) => {
    const decoded = decode(all16, numberFormats[name]);
    const wrong = all16.filter((bits) => !Object.is(decoded[bits], meaningOf(bits, exponentBits)));
    expect([...wrong]).toEqual([]);
  });
});

describe('whole numbers', () => {
  it.each<[keyof typeof numberFormats, ArrayBufferView<ArrayBuffer>]>([
    ['uint32', new Uint32Array([2 ** 31 - 1, 2 ** 31])],
    ['int64', new BigInt64Array([-(2n ** 31n), 2n ** 31n])],
    ['int64', new BigInt64Array([0n, -(2n ** 31n) - 1n])],
    ['int64', new BigInt64Array([1n, 2n ** 53n + 1n])],
    ['uint64', new BigUint64Array([5n, 2n ** 64n - 1n])],
    ['bool', new Uint8Array([1, 255])],
  ])('of %s are refused where they do not fit', (name, values) => {
    const error = refusal(() => decode(values, numberFormats[name]));
    expect(error).toBeInstanceOf(DataError);
    expect(error.received).toContain('at element 1');
  });

  it('keep their sign and their limits', () => {
    expect([...decode(new Int8Array([-128, 127]), numberFormats.int8)]).toEqual([-128, 127]);
    expect([...decode(new Uint16Array([65535]), numberFormats.uint16)]).toEqual([65535]);
    const wide = new BigInt64Array([-(2n ** 31n), 2n ** 31n - 1n]);
    expect([...decode(wide, numberFormats.int64)]).toEqual([-(2 ** 31), 2 ** 31 - 1]);
  });
});

describe('bytes', () => {
  it.each(['int16', 'int32', 'float32', 'float64'] as const)(
    'of %s come in both orders and lie at any address',
    (name) => {
      const numbers = numberFormats[name].dtype === 'int32' ? [1, -2, 300] : [1.5, -0, 1 / 3];
      const stored = decode(new numberFormats[name].array(numbers), numberFormats[name]);
      for (const littleEndian of [true, false]) {
        const bytes = encodeNumbers(stored, name, littleEndian);
        const first = new DataView(bytes.buffer, bytes.byteOffset);
        const read = {
          int16: 'getInt16',
          int32: 'getInt32',
          float32: 'getFloat32',
          float64: 'getFloat64',
        } as const;
        expect(first[read[name]](0, littleEndian)).toBe(numbers[0]);
        const again = decodeNumbers('test', misaligned(bytes), numberFormats[name], littleEndian);
        expect(again).toEqual(stored);
      }
    },
  );
});
