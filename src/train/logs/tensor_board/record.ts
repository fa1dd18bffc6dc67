/**
 * The records that event files are made of (TFRecord): length, its checksum, the data, their checksum.
 * Source: https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details
 */
import type { Bytes } from '../../../formats/protobuf/write.ts';

/** The length in 8 bytes, and two checksums of 4. */
const FRAME = 16;

export function record(data: Bytes): Bytes {
  const bytes = new Uint8Array(data.length + FRAME);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length, true);
  view.setUint32(8, masked(crc32c(bytes.subarray(0, 8))), true);
  bytes.set(data, 12);
  view.setUint32(12 + data.length, masked(crc32c(data)), true);
  return bytes;
}

/** So that a checksum of data which hold checksums stays a good one. */
function masked(checksum: number): number {
  return (((checksum >>> 15) | (checksum << 17)) + 0xa282ead8) >>> 0;
}

/** The polynomial of Castagnoli, bit by bit from the lowest. */
const POLYNOMIAL = 0x82f63b78;

let table: Uint32Array | undefined;

/** The checksum CRC-32C. Source: RFC 3720, appendix B.4 */
export function crc32c(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
    return rest;
  });
  let checksum = 0xffffffff;
  for (const byte of bytes) checksum = table[(checksum ^ byte) & 0xff] ^ (checksum >>> 8);
  return (checksum ^ 0xffffffff) >>> 0;
}
