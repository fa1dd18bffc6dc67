/** Pickles of Python, protocol 2: operations in the order in which they fill a stack. */
import { concatenate } from '../bytes.ts';
import { encodeText } from '../text.ts';

export class PickleWriter {
  readonly #parts: Uint8Array[] = [Uint8Array.of(0x80, 2)];

  #add(code: string, ...more: readonly Uint8Array[]): void {
    this.#parts.push(Uint8Array.of(code.charCodeAt(0)), ...more);
  }

  text(text: string): void {
    const bytes = encodeText(text);
    this.#add('X', word(bytes.length), bytes);
  }

  /** A whole number, 0 or more. */
  integer(value: number): void {
    if (value < 2 ** 31) {
      this.#add('J', word(value));
      return;
    }
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigInt64(0, BigInt(value), true);
    this.#add('\x8a', Uint8Array.of(bytes.length), bytes);
  }

  boolean(value: boolean): void {
    this.#add(value ? '\x88' : '\x89');
  }

  /** A number, as `int` of Python where it is one. */
  number(value: number): void {
    if (Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)) {
      this.integer(value);
      return;
    }
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value);
    this.#add('G', bytes);
  }

  none(): void {
    this.#add('N');
  }

  /** A tuple of whole numbers. */
  integers(values: readonly number[]): void {
    this.mark();
    for (const value of values) this.integer(value);
    this.tuple();
  }

  mark(): void {
    this.#add('(');
  }

  /** Of everything since the last mark. */
  tuple(): void {
    this.#add('t');
  }

  /** Likewise. */
  list(): void {
    this.#add('l');
  }

  /** An object outside of the pickle, by what is on top. */
  persistent(): void {
    this.#add('Q');
  }

  name(module: string, name: string): void {
    this.#add('c', encodeText(`${module}\n${name}\n`));
  }

  /** A call without arguments. */
  callOf(module: string, name: string): void {
    this.name(module, name);
    this.#add(')');
    this.#add('R');
  }

  /** What is put on top next is the tuple of arguments. */
  endCall(): void {
    this.#add('R');
  }

  /** Fills the dictionary on top; each item writes key and value. */
  items<T>(items: readonly T[], write: (item: T, index: number) => void): void {
    this.mark();
    items.forEach(write);
    this.#add('u');
  }

  finish(): Uint8Array {
    this.#add('.');
    return concatenate(this.#parts);
  }
}

function word(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}
