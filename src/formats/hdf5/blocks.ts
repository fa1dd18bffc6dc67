/** The blocks that an HDF5 file is made of, one after the other, each at a multiple of 8 bytes. */
import { concatenate, viewOf } from '../bytes.ts';
import { encodeText } from '../text.ts';
import { NOWHERE, paddedTo8 } from './cursor.ts';
import { MESSAGE } from './object_header.ts';

const SUPERBLOCK = 96;
/** Names in a table, and tables in a node: twice the two K of the superblock. */
export const TABLE_NAMES = 8;
export const NODE_CHILDREN = 32;

export class Blocks {
  readonly #parts: Uint8Array[] = [];
  #end = SUPERBLOCK;

  /** Where the next block will be. */
  get end(): number {
    return this.#end;
  }

  place(bytes: Uint8Array): number {
    const at = this.#end;
    const padding = new Uint8Array(paddedTo8(bytes.length) - bytes.length);
    this.#parts.push(bytes, padding);
    this.#end += bytes.length + padding.length;
    return at;
  }

  /** All of them behind a superblock that says where the root is. */
  finish(root: { header: number; tree: number; heap: number }): Uint8Array<ArrayBuffer> {
    const head = [0, 0, 0, 0, 0, 8, 8, 0, TABLE_NAMES / 2, 0, NODE_CHILDREN / 2, 0, 0, 0, 0, 0];
    const treeFollows = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0);
    return concatenate([
      letters('\x89HDF\r\n\x1a\n'),
      Uint8Array.from(head),
      addresses(0, NOWHERE, this.#end, NOWHERE, 0, root.header),
      treeFollows,
      addresses(root.tree, root.heap),
      ...this.#parts,
    ]);
  }
}

/** Numbers of 8 bytes. */
export function addresses(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(8 * values.length);
  const view = viewOf(bytes);
  values.forEach((value, i) => {
    view.setBigUint64(8 * i, value === NOWHERE ? 0xffff_ffff_ffff_ffffn : BigInt(value), true);
  });
  return bytes;
}

export const letters = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** A message of an object header. */
export function message(type: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const data = concatenate(parts);
  const bytes = new Uint8Array(8 + paddedTo8(data.length));
  viewOf(bytes).setUint16(0, type, true);
  viewOf(bytes).setUint16(2, bytes.length - 8, true);
  bytes.set(data, 8);
  return bytes;
}

export function objectHeader(messages: readonly Uint8Array[]): Uint8Array {
  const head = new Uint8Array(16);
  const view = viewOf(head);
  const size = messages.reduce((sum, { length }) => sum + length, 0);
  view.setUint8(0, 1);
  view.setUint16(2, messages.length, true);
  view.setUint32(4, 1, true); // referred to once
  view.setUint32(8, size, true);
  return concatenate([head, ...messages]);
}

/** Of version 1; a shape without axes is that of a single value. */
export function dataspace(shape: readonly number[]): Uint8Array {
  return concatenate([Uint8Array.of(1, shape.length, 0, 0, 0, 0, 0, 0), addresses(...shape)]);
}

/** A text of a fixed size in UTF-8, as an attribute. */
export function textAttribute(name: string, text: string): Uint8Array {
  const padded = (bytes: Uint8Array) => {
    const full = new Uint8Array(paddedTo8(bytes.length));
    full.set(bytes);
    return full;
  };
  const nameBytes = encodeText(`${name}\0`);
  const value = encodeText(text);
  const type = Uint8Array.of(0x13, 0x11, 0, 0, 0, 0, 0, 0); // padded with zeros, in UTF-8
  // No datatype is of 0 bytes: an empty text is a zero.
  viewOf(type).setUint32(4, Math.max(1, value.length), true);
  const space = dataspace([]);
  const head = new Uint8Array(8);
  head[0] = 1;
  [nameBytes, type, space].forEach(({ length }, i) => {
    viewOf(head).setUint16(2 + 2 * i, length, true);
  });
  const data = value.length === 0 ? new Uint8Array(1) : value;
  return message(MESSAGE.attribute, head, padded(nameBytes), padded(type), padded(space), data);
}
