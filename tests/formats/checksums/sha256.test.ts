import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/formats/checksums/sha256.ts';

const text = (value: string) => new TextEncoder().encode(value);

describe('sha256', () => {
  // FIPS 180-2, appendix B.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('has the published value of %j', (value, hash) => {
    expect(sha256([text(value)])).toBe(hash);
  });

  it('has that of the platform, at every length around a block, for any bytes in any parts', () => {
    const platform = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => 7 * i + length);
      expect(sha256([bytes])).toBe(platform(bytes));
    }
    const cuts = fc.array(fc.nat(200), { maxLength: 5 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), cuts, (bytes, lengths) => {
        const parts: Uint8Array[] = [];
        let at = 0;
        for (const length of [...lengths, bytes.length]) {
          parts.push(bytes.subarray(at, at + length));
          at = Math.min(at + length, bytes.length);
        }
        expect(sha256(parts)).toBe(platform(bytes));
      }),
    );
  });
});
