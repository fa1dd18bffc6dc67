/** How WebAssembly writes numbers, names and lists: little-endian, integers in LEB128. */

/** Bytes being written, in memory that grows. */
export interface ByteWriter {
  byte(value: number): void;
  /** A whole number from 0 to 2^32 - 1, seven bits a byte, lowest first; the top bit says "more". */
  unsigned(value: number): void;
  /** A 32-bit integer in two's complement: as `unsigned`, but the last byte's bit 6 is the sign. */
  signed(value: number): void;
  /** A number in its fixed-width form. */
  fixed(type: 'i32' | 'f32' | 'f64', value: number): void;
  /** A name in ASCII. */
  name(text: string): void;
  /** A list: its length, then its items. */
  list<T>(items: readonly T[], write: (item: T) => void): void;
  /** Bytes preceded by their number, as sections and function bodies are. */
  sized(content: () => void): void;
  /** What has been written so far. */
  bytes(): Uint8Array;
}

/** The most bytes that a number of 32 bits can take. */
const WIDEST = 5;

export function createBytes(): ByteWriter {
  let bytes = new Uint8Array(4096);
  let length = 0;
  const eight = new DataView(new ArrayBuffer(8));

  function byte(value: number): void {
    if (length === bytes.length) {
      const larger = new Uint8Array(2 * length);
      larger.set(bytes);
      bytes = larger;
    }
    bytes[length++] = value;
  }

  function unsigned(value: number): void {
    let rest = value >>> 0;
    for (; rest > 0x7f; rest >>>= 7) byte((rest & 0x7f) | 0x80);
    byte(rest);
  }

  return {
    byte,
    unsigned,
    signed(value) {
      let rest = value | 0;
      for (; rest < -0x40 || rest > 0x3f; rest >>= 7) byte((rest & 0x7f) | 0x80);
      byte(rest & 0x7f);
    },
    fixed(type, value) {
      if (type === 'i32') eight.setInt32(0, value, true);
      else if (type === 'f32') eight.setFloat32(0, value, true);
      else eight.setFloat64(0, value, true);
      for (let i = 0; i < (type === 'f64' ? 8 : 4); i++) byte(eight.getUint8(i));
    },
    name(text) {
      unsigned(text.length);
      for (let i = 0; i < text.length; i++) byte(text.charCodeAt(i));
    },
    list(items, write) {
      unsigned(items.length);
      for (const item of items) write(item);
    },
    sized(content) {
      // The number is known afterwards, so it gets the width that any number would fit into.
      const at = length;
      for (let i = 0; i < WIDEST; i++) byte(0);
      content();
      const size = length - at - WIDEST;
      for (let i = 0; i < WIDEST; i++) {
        bytes[at + i] = ((size >>> (7 * i)) & 0x7f) | (i < WIDEST - 1 ? 0x80 : 0);
      }
    },
    bytes: () => bytes.slice(0, length),
  };
}
