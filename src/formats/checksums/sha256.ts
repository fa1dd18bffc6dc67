/**
 * SHA-256 (FIPS 180-4). The platform's own is asynchronous and, in browsers, only for secure contexts;
 * a checkpoint has to be read and written anywhere, at once.
 */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND = Uint32Array.of(
  ...[0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4],
  ...[0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe],
  ...[0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f],
  ...[0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7],
  ...[0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc],
  ...[0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b],
  ...[0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116],
  ...[0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3],
  ...[0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7],
  0xc67178f2,
);

/** The same of the square roots of the first 8. */
const INITIAL = Uint32Array.of(
  ...[0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab],
  0x5be0cd19,
);

const BLOCK = 64;

/** The hash of bytes, in one part or several, as 64 hexadecimal digits. */
export function sha256(parts: readonly Uint8Array[]): string {
  const state = INITIAL.slice();
  const rest = new Uint8Array(BLOCK); // of a block that is not full yet
  let held = 0;
  let length = 0;
  for (const part of parts) {
    length += part.length;
    let at = 0;
    if (held > 0) {
      at = Math.min(BLOCK - held, part.length);
      rest.set(part.subarray(0, at), held);
      held += at;
      if (held < BLOCK) continue;
      mix(state, rest, 0);
    }
    for (; at + BLOCK <= part.length; at += BLOCK) mix(state, part, at);
    rest.set(part.subarray(at));
    held = part.length - at;
  }
  const last = ending(rest.subarray(0, held), length);
  for (let at = 0; at < last.length; at += BLOCK) mix(state, last, at);
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The last bytes, a bit that is set, zeros, and the length in bits: one block or two. */
function ending(last: Uint8Array, length: number): Uint8Array {
  const padded = new Uint8Array(last.length + 9 > BLOCK ? 2 * BLOCK : BLOCK);
  padded.set(last);
  padded[last.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, 8n * BigInt(length));
  return padded;
}

const schedule = new Uint32Array(64);

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** Mixes a block of 64 bytes into the state. */
function mix(state: Uint32Array, bytes: Uint8Array, at: number): void {
  const w = schedule;
  for (let i = 0, p = at; i < 16; i++, p += 4) {
    w[i] = (bytes[p] << 24) | (bytes[p + 1] << 16) | (bytes[p + 2] << 8) | bytes[p + 3];
  }
  for (let i = 16; i < 64; i++) {
    const [x, y] = [w[i - 15], w[i - 2]];
    const early = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const late = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[i] = w[i - 16] + early + w[i - 7] + late;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + ROUND[i] + w[i];
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const mixed = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) state[i] += mixed[i];
}
