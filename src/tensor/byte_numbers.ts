/** Numbers held as bytes, as pixels come: a quarter of the memory of float32. */
import type { TypedArray } from './dtype.ts';

export interface ByteNumbers {
  readonly bytes: Uint8Array;
  /** What each of the 256 bytes stands for: element i is `meaning[bytes[i]]`. */
  readonly meaning: TypedArray;
}

/** Converts `count` elements from one on, a stride apart, to neighbours in an array from a place on. */
export function convertBytes(
  { bytes, meaning }: ByteNumbers,
  from: number,
  stride: number,
  into: TypedArray,
  at: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) into[at + i] = meaning[bytes[from + i * stride]];
}
