/** The bytes of a pickle, taken from the first on: numbers, texts and lines as its operations have them. */
import { DataError } from '../../errors/errors.ts';
import { viewOf } from '../bytes.ts';
import { DAMAGED } from '../remedies.ts';
import { decodeText } from '../text.ts';

export class PickleBytes {
  readonly #where: string;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** How many have been taken. */
  at = 0;

  constructor(where: string, bytes: Uint8Array) {
    this.#where = where;
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
  }

  take(count: number): Uint8Array {
    if (this.at + count > this.#bytes.length) throw this.damaged(`${count} bytes more`, 'the end');
    this.at += count;
    return this.#bytes.subarray(this.at - count, this.at);
  }

  number(size: 1 | 2 | 4): number {
    const { at } = this;
    this.take(size);
    if (size === 1) return this.#view.getUint8(at);
    return size === 2 ? this.#view.getUint16(at, true) : this.#view.getUint32(at, true);
  }

  /** The one number that has its highest byte first. */
  float(): number {
    const { at } = this;
    this.take(8);
    return this.#view.getFloat64(at);
  }

  /** Of at most 8 bytes, the lowest first, in two's complement. */
  long(length: number): number {
    const bytes = this.take(length);
    let bits = 0n;
    if (length > 8) throw this.damaged('a whole number of 64 bits', 'a longer one');
    for (const [i, byte] of bytes.entries()) bits |= BigInt(byte) << BigInt(8 * i);
    return Number(BigInt.asIntN(8 * length, bits));
  }

  text(length: number): string {
    return decodeText(this.#where, this.take(length));
  }

  line(): string {
    const end = this.#bytes.indexOf(10, this.at);
    if (end < 0) throw this.damaged('a line', 'the end');
    const text = this.text(end - this.at);
    this.take(1);
    return text;
  }

  damaged(expected: string, received: string): DataError {
    return new DataError({ where: this.#where, expected, received, remedy: DAMAGED });
  }
}
