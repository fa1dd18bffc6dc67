/**
 * HDF5 files as h5py writes them by default (superblock 0, groups by symbol tables, contiguous datasets),
 * which is what Keras keeps weights in.
 * Source: https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html
 */
import { DataError } from '../../errors/errors.ts';
import { contiguousStrides, type Shape } from '../../tensor/shape.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { claimedBytes } from '../bytes.ts';
import { decodeStorage } from '../numbers.ts';
import { type AttributeValue, type Heap, heapOf, readAttribute } from './attributes.ts';
import { Cursor, NOWHERE } from './cursor.ts';
import { readDataspace, readDatatype } from './datatype.ts';
import { readMembers } from './groups.ts';
import { MESSAGE, type Message, messageOf, readMessages, SHARED } from './object_header.ts';

const SIGNATURE = '\x89HDF\r\n\x1a\n';

export type Attributes = ReadonlyMap<string, AttributeValue>;

export interface Dataset {
  readonly shape: Shape;
  readonly attributes: Attributes;
  /** @throws DataError for numbers that are compressed or of a kind that no dtype here holds */
  read(): Tensor;
}

/** Groups and datasets by path, without a slash at either end: `layers/dense/vars/0`; the root is ''. */
export interface Hdf5 {
  readonly groups: ReadonlyMap<string, Attributes>;
  readonly datasets: ReadonlyMap<string, Dataset>;
}

/** Groups inside of groups, at most. */
const MAX_DEPTH = 64;

/** Whether a file begins as HDF5 does. */
export function isHdf5(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, SIGNATURE.length)) === SIGNATURE;
}

/** @throws DataError for damage, and for files of other versions or with other links, by name */
export function readHdf5(where: string, bytes: Uint8Array): Hdf5 {
  const cursor = new Cursor(where, bytes);
  cursor.sign(0, SIGNATURE);
  const version = cursor.integer(8, 1, 'the superblock');
  const sizes = `${cursor.integer(13, 1, 'the superblock')} ${cursor.integer(14, 1, 'the superblock')}`;
  const base = cursor.integer(version === 1 ? 28 : 24, 8, 'the superblock');
  if (version > 1 || sizes !== '8 8' || base !== 0) {
    throw new DataError({
      where,
      expected: 'an HDF5 file with superblock 0 or 1, as h5py writes by default',
      received: version > 1 ? `superblock ${version}` : `offsets of ${sizes} bytes from ${base}`,
      remedy: "Write it with h5py.File(path, 'w'), without libver or userblock_size.",
    });
  }
  const end = cursor.integer(version === 1 ? 44 : 40, 8, 'the superblock');
  if (end !== bytes.length) {
    throw cursor.damaged(`${end} bytes, as the superblock says`, `${bytes.length} bytes`);
  }
  const root = cursor.integer((version === 1 ? 60 : 56) + 8, 8, 'the superblock');
  const heap = heapOf(cursor);
  const groups = new Map<string, Attributes>();
  const datasets = new Map<string, Dataset>();
  const seen = new Set<number>();
  const open = [{ path: '', address: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, address, depth } = next;
    const at = path === '' ? where : `${where}, ${path}`;
    if (depth > MAX_DEPTH) throw cursor.damaged(`at most ${MAX_DEPTH} groups in each other`, path);
    const messages = readMessages(cursor, address);
    const attributes = attributesOf(cursor, heap, at, messages);
    const table = messageOf(messages, MESSAGE.symbolTable)?.data;
    if (table === undefined || table.length < 16) {
      datasets.set(path, datasetOf(cursor, at, messages, attributes));
      continue;
    }
    if (seen.has(address)) throw cursor.damaged('groups that stand once', `${path}, again`);
    seen.add(address);
    groups.set(path, attributes);
    const start = table.byteOffset - bytes.byteOffset;
    const members = readMembers(
      cursor,
      at,
      cursor.integer(start, 8, 'a group'),
      cursor.integer(start + 8, 8, 'a group'),
    );
    for (const { name, address: child } of members.reverse()) {
      const full = path === '' ? name : `${path}/${name}`;
      open.push({ path: full, address: child, depth: depth + 1 });
    }
  }
  return { groups, datasets };
}

function attributesOf(
  cursor: Cursor,
  heap: Heap,
  where: string,
  messages: readonly Message[],
): Attributes {
  const found = new Map<string, AttributeValue>();
  for (const message of messages) {
    if (message.type !== MESSAGE.attribute) continue;
    const [name, value] = readAttribute({ cursor, heap, where }, message);
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

function datasetOf(
  cursor: Cursor,
  where: string,
  messages: readonly Message[],
  attributes: Attributes,
): Dataset {
  const [space, type, layout] = [MESSAGE.dataspace, MESSAGE.datatype, MESSAGE.layout].map((kind) =>
    messageOf(messages, kind),
  );
  if (space === undefined || type === undefined || layout === undefined) {
    const isNew = messageOf(messages, MESSAGE.linkInfo) !== undefined;
    throw cursor.damaged(
      'groups with symbol tables, and datasets',
      isNew ? 'a group that keeps the order of its links (track_order)' : 'another object',
    );
  }
  const shape = readDataspace(cursor, where, space.data);
  return {
    shape,
    attributes,
    read() {
      const filters = messageOf(messages, MESSAGE.filters);
      const kind = layout.data[0] === 3 ? layout.data[1] : -1;
      const isShared = ((type.flags | layout.flags) & SHARED) !== 0;
      if (filters !== undefined || kind < 0 || kind > 1 || isShared) {
        throw new DataError({
          where,
          problem: 'it is stored in a way that is not read',
          expected: 'a contiguous dataset, neither chunked nor compressed',
          received: storedAs(filters, kind),
          remedy:
            'Write it without chunks and compression, as Keras does: model.save_weights(path).',
        });
      }
      const elements = readDatatype(cursor, type.data);
      if (elements.kind !== 'number') {
        throw new DataError({
          where,
          expected: 'numbers of 1 to 8 bytes',
          received: elements.kind === 'other' ? elements.name : 'texts',
          remedy: 'Remove what holds no numbers.',
        });
      }
      const claimed = claimedBytes(where, shape, elements.size);
      const data = dataOf(cursor, kind, layout.data);
      if (data.length !== claimed) {
        throw cursor.damaged(`${claimed} bytes for ${shape.join(' x ')} numbers`, `${data.length}`);
      }
      return new Tensor({
        dtype: elements.format.dtype,
        shape,
        strides: contiguousStrides(shape),
        offset: 0,
        storage: decodeStorage(where, data, elements.format, elements.littleEndian),
      });
    },
  };
}

function storedAs(filters: Message | undefined, kind: number): string {
  if (filters === undefined) return kind === 2 ? 'a chunked one' : 'another layout';
  const first = filters.data[0] === 1 ? filters.data[8] : filters.data[2];
  return `one with the filter ${FILTERS[first] ?? first}`;
}

const FILTERS = ['none', 'gzip', 'shuffle', 'fletcher32', 'szip', 'nbit', 'scale-offset'];

/** Compact data stand in the message itself, contiguous ones anywhere. */
function dataOf(cursor: Cursor, kind: number, layout: Uint8Array): Uint8Array {
  const start = layout.byteOffset - cursor.bytes.byteOffset;
  if (kind === 0) {
    return cursor.take(start + 4, cursor.integer(start + 2, 2, 'a layout'), 'the numbers');
  }
  const address = cursor.integer(start + 2, 8, 'a layout');
  const size = cursor.integer(start + 10, 8, 'a layout');
  return cursor.take(address === NOWHERE && size === 0 ? 0 : address, size, 'the numbers');
}
