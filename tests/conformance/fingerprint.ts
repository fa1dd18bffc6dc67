/** SHA-256 over everything that a training run computed, by bits. */
import type { Entry } from './transcript.ts';

/**
 * The hash of transcript entries: each number as the eight bytes of a float64, little-endian, which
 * holds every float32 exactly. All NaN are one: their payload is outside of the bit contract.
 */
export async function fingerprint(entries: readonly Entry[]): Promise<string> {
  const numbers = entries.flatMap(({ values }) => Array.from(values));
  const bytes = new DataView(new ArrayBuffer(8 * numbers.length));
  numbers.forEach((number, i) => {
    if (Number.isNaN(number)) bytes.setBigUint64(8 * i, 0x7ff8000000000000n, true);
    else bytes.setFloat64(8 * i, number, true);
  });
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
