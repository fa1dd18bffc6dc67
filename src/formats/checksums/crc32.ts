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

/** Byte by byte. */
export function computed(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) rest = table[(rest ^ bytes[i]) & 255] ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
