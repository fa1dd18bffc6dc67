/**
 * A short name of contents, by which other contents are told apart: two hashes of 32 bits, each as
 * MurmurHash3 mixes words (Appleby, 2011). It notices every accident; it is no seal against intent.
 * @param arrays of 4 or 8 bytes an element, each whole or in pieces, which makes no difference
 */
export function fingerprint(
  arrays: readonly (ArrayBufferView | Iterable<ArrayBufferView>)[],
): string {
  let a = arrays.length;
  let b = ~a;
  for (const array of arrays) {
    let length = 0;
    for (const { buffer, byteOffset, byteLength } of ArrayBuffer.isView(array) ? [array] : array) {
      const words = new Int32Array(buffer, byteOffset, byteLength / 4);
      for (let i = 0; i < words.length; i++) {
        a = stir(a, words[i], 0xcc9e2d51, 0x1b873593);
        b = stir(b, words[i], 0x85ebca6b, 0xc2b2ae35);
      }
      length += words.length;
    }
    a = stir(a, length, 0xcc9e2d51, 0x1b873593);
  }
  return [a, b].map((hash) => (finish(hash) >>> 0).toString(16).padStart(8, '0')).join('');
}

function stir(hash: number, word: number, first: number, second: number): number {
  const k = Math.imul(word, first);
  const mixed = hash ^ Math.imul((k << 15) | (k >>> 17), second);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  const x = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const y = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return y ^ (y >>> 16);
}
