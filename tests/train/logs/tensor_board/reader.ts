/** Event files read back, written apart from what writes them: bit by bit, field by field. */

/** CRC-32C without a table: one bit of the data at a time. */
export function slowCrc32c(bytes: Uint8Array): number {
  let register = 0xffffffff;
  for (const byte of bytes) {
    for (let bit = 0; bit < 8; bit++) {
      const top = (register ^ (byte >>> bit)) & 1;
      register = (register >>> 1) ^ (top === 1 ? 0x82f63b78 : 0);
    }
  }
  return ~register >>> 0;
}

/** The data of each record, their checksums seen to be right. */
export function readRecords(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const records: Uint8Array[] = [];
  for (let at = 0; at < file.length; ) {
    const length = Number(view.getBigUint64(at, true));
    const data = file.subarray(at + 12, at + 12 + length);
    check(file.subarray(at, at + 8), view.getUint32(at + 8, true));
    check(data, view.getUint32(at + 12 + length, true));
    records.push(data);
    at += 16 + length;
  }
  return records;
}

function check(bytes: Uint8Array, stored: number): void {
  const turned = (stored - 0xa282ead8) >>> 0;
  const checksum = ((turned << 15) | (turned >>> 17)) >>> 0;
  if (checksum !== slowCrc32c(bytes)) throw new Error('a wrong checksum');
}

type Field = number | Uint8Array;

/** The fields of a message by number: varints and floats as numbers, all else as bytes. */
export function readMessage(bytes: Uint8Array): Map<number, Field[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = new Map<number, Field[]>();
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = BigInt(bytes[at++]);
      value |= (byte & 127n) << shift;
      if (byte < 128n) return Number(value);
    }
  };
  while (at < bytes.length) {
    const key = varint();
    let value: Field;
    if (key % 8 === 0) value = varint();
    else if (key % 8 === 1) {
      value = view.getFloat64(at, true);
      at += 8;
    } else if (key % 8 === 5) {
      value = view.getFloat32(at, true);
      at += 4;
    } else if (key % 8 === 2) {
      const length = varint();
      value = bytes.subarray(at, at + length);
      at += length;
    } else throw new Error(`a field stored as ${key % 8}`);
    const number = Math.floor(key / 8);
    fields.set(number, [...(fields.get(number) ?? []), value]);
  }
  return fields;
}

/** One event: its step, and its scalars by tag. */
export function readEvent(bytes: Uint8Array) {
  const event = readMessage(bytes);
  const summary = event.get(5)?.[0];
  const values = summary === undefined ? [] : (readMessage(summary as Uint8Array).get(1) ?? []);
  return {
    time: event.get(1)?.[0] as number,
    step: event.get(2)?.[0] as number,
    version: event.has(3) ? text(event.get(3)?.[0]) : undefined,
    isRestart: event.has(7),
    values: values.map((value) => {
      const fields = readMessage(value as Uint8Array);
      return {
        tag: text(fields.get(1)?.[0]),
        scalar: fields.get(2)?.[0] as number | undefined,
        fields,
      };
    }),
  };
}

function text(bytes: Field | undefined): string {
  return new TextDecoder().decode(bytes as Uint8Array);
}
