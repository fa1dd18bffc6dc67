/** Whatever a file holds, a reader gives its contents or says what is wrong: nothing else happens. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/errors/index.ts';
import { damaged, type Format, formats } from '../../persistence/formats.ts';

const RUNS = 3000;

function outcome(format: Format, bytes: Uint8Array): unknown {
  try {
    return format.read(bytes);
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] ^= 1 << (bit & 7);
  return copy;
}

const binary = formats.filter(({ name }) => name !== 'CSV');

describe.each(formats)('$name', (format) => {
  it('survives any damage', () => {
    fc.assert(
      fc.property(damaged(format), (bytes) => {
        outcome(format, bytes);
      }),
      { numRuns: RUNS },
    );
  });

  // Byte by byte, every eighth from one of the first on: in parts, because a busy machine takes minutes for a long file.
  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'survives each flipped bit and each prefix, from byte %i on',
    (from) => {
      const [sample] = format.samples;
      for (let byte = from; byte < sample.length; byte += 8) {
        for (let bit = 8 * byte; bit < 8 * byte + 8; bit++) outcome(format, flipped(sample, bit));
        outcome(format, sample.subarray(0, byte));
      }
    },
  );
});

/** Their end is not in them: what is cut at the border of a field is another message, as in any protobuf. */
const withoutEnd = ['ONNX', 'torch, sealed anew', 'torch, with an optimizer, sealed anew'];
const delimited = binary.filter(({ name }) => !withoutEnd.includes(name));

describe.each(delimited)('$name', (format) => {
  it('is refused when its end is missing, or more follows', () => {
    for (const sample of format.samples) {
      for (let end = 0; end < sample.length; end++) {
        expect(outcome(format, sample.subarray(0, end))).toBeInstanceOf(DataError);
      }
      expect(outcome(format, Uint8Array.from([...sample, 0]))).toBeInstanceOf(DataError);
    }
  });
});

describe('a checkpoint, which has a hash', () => {
  const format = formats.find(({ name }) => name === 'checkpoint') as Format;

  it('is refused after any one flipped bit', () => {
    const [sample] = format.samples;
    for (let bit = 0; bit < 8 * sample.length; bit++) {
      expect(outcome(format, flipped(sample, bit)), `bit ${bit}`).toBeInstanceOf(DataError);
    }
  });
});

describe('npz, which has checksums', () => {
  const format = formats.find(({ name }) => name === 'npz') as Format;

  it('is refused or read as it was, after any one flipped bit', () => {
    for (const sample of format.samples.slice(0, 2)) {
      const whole = JSON.stringify(format.read(sample));
      for (let bit = 0; bit < 8 * sample.length; bit++) {
        const read = outcome(format, flipped(sample, bit));
        if (!(read instanceof DataError)) expect(JSON.stringify(read)).toBe(whole);
      }
    }
  });
});
