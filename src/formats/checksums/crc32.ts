/** The checksum of zip files: CRC-32 with the reflected polynomial 0xEDB88320. */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The same from elsewhere, where that is faster: Node has it from 20.15 on. */
export const native: { crc32: ((bytes: Uint8Array) => number) | undefined } = { crc32: undefined };

export function crc32(bytes: Uint8Array): number {
  return native.crc32 === undefined ? computed(bytes) : native.crc32(bytes);
}

/** How many bytes are looked up at once. */
const SLICES = 16;

/** By table: what a byte does to the sum when so many others follow it. */
let slices: Uint32Array | undefined;

function slicedTable(): Uint32Array {
  const all = new Uint32Array(SLICES * 256);
  all.set(table);
  for (let i = 256; i < all.length; i++) all[i] = (all[i - 256] >>> 8) ^ table[all[i - 256] & 255];
  return all;
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Sixteen bytes at once, whose lookups do not wait for each other: some four times as fast as one by one. Source:
 * Kounavis and Berry, "Novel table lookup-based algorithms for high-performance CRC generation", 2008.
 */
export function computed(bytes: Uint8Array): number {
  const before = Math.min(bytes.length, (4 - (bytes.byteOffset % 4)) % 4);
  const blocks = isLittleEndian ? Math.floor((bytes.length - before) / SLICES) : 0;
  let rest = oneByOne(0xffffffff, bytes, 0, before);
  if (blocks > 0) {
    slices ??= slicedTable();
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + before, blocks * 4);
    rest = inBlocks(rest, words, slices);
  }
  rest = oneByOne(rest, bytes, before + blocks * SLICES, bytes.length);
  return (rest ^ 0xffffffff) >>> 0;
}

function oneByOne(sum: number, bytes: Uint8Array, from: number, to: number): number {
  let rest = sum;
  for (let i = from; i < to; i++) rest = table[(rest ^ bytes[i]) & 255] ^ (rest >>> 8);
  return rest;
}

function inBlocks(sum: number, words: Int32Array, of: Uint32Array): number {
  let rest = sum;
  for (let i = 0; i < words.length; i += 4) {
    const [a, b, c, d] = [rest ^ words[i], words[i + 1], words[i + 2], words[i + 3]];
    rest =
      of[3840 + (a & 255)] ^
      of[3584 + ((a >>> 8) & 255)] ^
      of[3328 + ((a >>> 16) & 255)] ^
      of[3072 + (a >>> 24)] ^
      of[2816 + (b & 255)] ^
      of[2560 + ((b >>> 8) & 255)] ^
      of[2304 + ((b >>> 16) & 255)] ^
      of[2048 + (b >>> 24)] ^
      of[1792 + (c & 255)] ^
      of[1536 + ((c >>> 8) & 255)] ^
      of[1280 + ((c >>> 16) & 255)] ^
      of[1024 + (c >>> 24)] ^
      of[768 + (d & 255)] ^
      of[512 + ((d >>> 8) & 255)] ^
      of[256 + ((d >>> 16) & 255)] ^
      of[d >>> 24];
  }
  return rest;
}
