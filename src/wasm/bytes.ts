/** How WebAssembly writes numbers, names and lists: little-endian, integers in LEB128. */

/** A whole number from 0 to 2^32 - 1, seven bits a byte, lowest first; the top bit says "more". */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  pushUnsigned(bytes, value);
  return bytes;
}

/** The same, appended to bytes. */
export function pushUnsigned(bytes: number[], value: number): void {
  let rest = value >>> 0;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}

/** A 32-bit integer in two's complement: as `unsigned`, but the last byte's bit 6 is the sign. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (; rest < -0x40 || rest > 0x3f; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest & 0x7f);
  return bytes;
}

const writers = {
  i32: { size: 4, write: (view: DataView, at: number, x: number) => view.setInt32(at, x, true) },
  f32: { size: 4, write: (view: DataView, at: number, x: number) => view.setFloat32(at, x, true) },
  f64: { size: 8, write: (view: DataView, at: number, x: number) => view.setFloat64(at, x, true) },
};

/** Numbers side by side in their fixed-width form. */
export function fixed(type: keyof typeof writers, values: readonly number[]): number[] {
  const { size, write } = writers[type];
  const view = new DataView(new ArrayBuffer(size * values.length));
  values.forEach((value, i) => {
    write(view, i * size, value);
  });
  return [...new Uint8Array(view.buffer)];
}

/** A list: its length, then its items. */
export function list(items: readonly (readonly number[])[]): number[] {
  return unsigned(items.length).concat(...items);
}

/** A name in ASCII. */
export function name(text: string): number[] {
  return list([...text].map((character) => [character.charCodeAt(0)]));
}

/** Bytes preceded by their number, as sections and function bodies are. */
export function sized(bytes: readonly number[]): number[] {
  return unsigned(bytes.length).concat(bytes);
}
