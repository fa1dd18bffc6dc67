/**
 * The bytes of an HDF5 file, little endian, never read beyond their end. Structures may point anywhere, also
 * at each other: so what is read altogether is limited by the size of the file, and time with it.
 */
import { DataError } from '../../errors/errors.ts';
import { viewOf } from '../bytes.ts';
import { DAMAGED } from '../remedies.ts';

/** A whole file is read a few times over, at most: its structures once, its numbers once or twice. */
const READINGS = 8;
/** What small files may be read in any case. */
const FREE = 2 ** 16;

export class Cursor {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #where: string;
  #left: number;

  constructor(where: string, bytes: Uint8Array) {
    this.#where = where;
    this.bytes = bytes;
    this.#view = viewOf(bytes);
    this.#left = READINGS * bytes.length + FREE;
  }

  /** @throws DataError unless `count` bytes lie at `at`, of a file that is not read without end */
  take(at: number, count: number, what: string): Uint8Array {
    this.#left -= count + 1;
    if (!(at >= 0 && count >= 0 && at + count <= this.bytes.length)) {
      throw this.damaged(`${what} within the file`, `${count} bytes from byte ${at}`);
    }
    if (this.#left < 0) throw this.damaged('structures that stand once in the file', what);
    return this.bytes.subarray(at, at + count);
  }

  /** A whole number of 1, 2, 4 or 8 bytes. */
  integer(at: number, size: 1 | 2 | 4 | 8, what: string): number {
    this.take(at, size, what);
    if (size === 1) return this.#view.getUint8(at);
    if (size === 2) return this.#view.getUint16(at, true);
    if (size === 4) return this.#view.getUint32(at, true);
    // Too large to be exact is too large for any file: what is compared with its length is refused.
    return Number(this.#view.getBigUint64(at, true));
  }

  /** @throws DataError unless these four letters stand there, as in front of each structure */
  sign(at: number, letters: string): void {
    const found = String.fromCharCode(...this.take(at, letters.length, letters));
    if (found !== letters) throw this.damaged(`${letters} at byte ${at}`, 'other bytes');
  }

  damaged(expected: string, received: string): DataError {
    return new DataError({ where: this.#where, expected, received, remedy: DAMAGED });
  }
}

/** An address that stands for none. */
export const NOWHERE = Number(0xffff_ffff_ffff_ffffn);

export function paddedTo8(size: number): number {
  return Math.ceil(size / 8) * 8;
}
