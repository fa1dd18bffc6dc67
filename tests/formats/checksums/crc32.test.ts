/** CRC-32 in blocks gives what its definition gives, wherever bytes begin and however many there are. */
import { describe, expect, it } from 'vitest';
import { computed } from '../../../src/formats/checksums/crc32.ts';

/** Bit by bit, as the polynomial is divided. */
function byDefinition(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}

describe('CRC-32', () => {
  it('of 123456789 is the check value of its catalogue', () => {
    expect(computed(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(computed(new Uint8Array(0))).toBe(0);
  });

  it('is that of the definition for all beginnings and lengths', () => {
    const bytes = Uint8Array.from({ length: 120 }, (_, i) => (i * 167 + 91) & 255);
    for (let from = 0; from < 8; from++) {
      for (let length = 0; length < 100; length++) {
        const part = bytes.subarray(from, from + length);
        expect(computed(part)).toBe(byDefinition(part));
      }
    }
  });
});
