/** Attributes of groups and datasets: texts, lists of texts, and numbers. */
import { sizeOf } from '../../tensor/shape.ts';
import { viewOf } from '../bytes.ts';
import { decodeNumbers } from '../numbers.ts';
import { decodeText } from '../text.ts';
import { type Cursor, paddedTo8 } from './cursor.ts';
import { type Datatype, HEAP_ID, readDataspace, readDatatype } from './datatype.ts';
import { type Message, SHARED } from './object_header.ts';

export type AttributeValue = string | readonly string[] | readonly number[];

/** Texts of the global heap by address of their collection, each collection read once. */
export type Heap = (collection: number, index: number) => Uint8Array;

interface Place {
  readonly cursor: Cursor;
  readonly heap: Heap;
  readonly where: string;
}

/** Name and value; undefined for values of other kinds, which nobody here asks for. */
export function readAttribute(
  { cursor, heap, where }: Place,
  { data, flags }: Message,
): readonly [name: string, value: AttributeValue | undefined] {
  const version = data[0];
  if (data.length < 8 || version < 1 || version > 3) {
    throw cursor.damaged('an attribute of version 1 to 3', `version ${version}`);
  }
  const view = viewOf(data);
  const sizes = [2, 4, 6].map((at) => view.getUint16(at, true));
  const stride = (size: number) => (version === 1 ? paddedTo8(size) : size);
  const starts = [version === 3 ? 9 : 8];
  for (const size of sizes) starts.push(starts[starts.length - 1] + stride(size));
  if (starts[3] > data.length)
    throw cursor.damaged('an attribute within its message', 'a longer one');
  const [nameBytes, typeBytes, spaceBytes] = sizes.map((size, i) =>
    data.subarray(starts[i], starts[i] + size),
  );
  const name = decodeText(where, beforeZero(nameBytes));
  const elsewhere = (flags & SHARED) !== 0 || (version > 1 && (data[1] & 3) !== 0);
  if (elsewhere) return [name, undefined];
  const type = readDatatype(cursor, typeBytes);
  const at = `${where}, attribute ${name}`;
  const shape = readDataspace(cursor, at, spaceBytes);
  const count = sizeOf(shape);
  const rest = data.subarray(starts[3]);
  if (type.kind === 'other') return [name, undefined];
  if (count * type.size > rest.length) {
    throw cursor.damaged(`${count} values of ${type.size} bytes`, `${rest.length} bytes`);
  }
  return [name, valueFrom({ cursor, heap, where: at }, type, shape, rest)];
}

function valueFrom(
  { heap, where }: Place,
  type: Exclude<Datatype, { kind: 'other' }>,
  shape: readonly number[],
  bytes: Uint8Array,
): AttributeValue {
  const count = sizeOf(shape);
  if (type.kind === 'number') {
    const numbers = bytes.subarray(0, count * type.size);
    return Array.from(decodeNumbers(where, numbers, type.format, type.littleEndian));
  }
  const view = viewOf(bytes);
  const texts = Array.from({ length: count }, (_, i) => {
    const at = i * type.size;
    if (type.kind === 'text') {
      const text = decodeText(where, beforeZero(bytes.subarray(at, at + type.size)));
      return type.padding === 'spaces' ? text.trimEnd() : text;
    }
    const length = view.getUint32(at, true);
    if (length === 0) return '';
    const index = view.getUint32(at + HEAP_ID - 4, true);
    const found = heap(Number(view.getBigUint64(at + 4, true)), index);
    return decodeText(where, beforeZero(found.subarray(0, length)));
  });
  return shape.length === 0 ? texts[0] : texts;
}

function beforeZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** @throws DataError for what is no collection, and for objects that are not in it */
export function heapOf(cursor: Cursor): Heap {
  const collections = new Map<number, ReadonlyMap<number, Uint8Array>>();
  return (address, index) => {
    const known = collections.get(address) ?? readCollection(cursor, address);
    collections.set(address, known);
    const found = known.get(index);
    if (found === undefined) throw cursor.damaged('a text that is in the heap', `text ${index}`);
    return cursor.take(found.byteOffset - cursor.bytes.byteOffset, found.length, 'a text');
  };
}

function readCollection(cursor: Cursor, address: number): ReadonlyMap<number, Uint8Array> {
  cursor.sign(address, 'GCOL');
  const end = address + cursor.integer(address + 8, 8, 'a heap');
  const objects = new Map<number, Uint8Array>();
  for (let at = address + 16; at + 16 <= end; ) {
    const index = cursor.integer(at, 2, 'a heap');
    const size = cursor.integer(at + 8, 8, 'a heap');
    if (index === 0) break; // the free rest
    objects.set(index, cursor.take(at + 16, size, 'a text in the heap'));
    at += 16 + paddedTo8(size);
  }
  return objects;
}
