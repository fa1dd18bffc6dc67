/**
 * HDF5 files as h5py writes them by default: superblock 0, groups by symbol tables, contiguous datasets of
 * numbers, attributes that are short texts. The same content gives the same bytes.
 * Source: https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html
 */
import type { Dtype } from '../../tensor/dtype.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { concatenate } from '../bytes.ts';
import { encodeNumbers } from '../numbers.ts';
import { encodeText } from '../text.ts';
import {
  addresses,
  Blocks,
  dataspace,
  letters,
  message,
  NODE_CHILDREN,
  objectHeader,
  TABLE_NAMES,
  textAttribute,
} from './blocks.ts';
import { NOWHERE, paddedTo8 } from './cursor.ts';
import { ENTRY } from './groups.ts';
import { MESSAGE } from './object_header.ts';

/** A group: datasets and groups by name, and texts about it. */
export interface Hdf5Group {
  readonly members: Readonly<Record<string, Tensor | Hdf5Group>>;
  /** Each shorter than 64 KB, which is as much as a header holds. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export function writeHdf5(root: Hdf5Group): Uint8Array<ArrayBuffer> {
  const blocks = new Blocks();
  return blocks.finish(placeGroup(blocks, root));
}

interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The members first, so that their addresses are known. */
function placeGroup(blocks: Blocks, { members, attributes = {} }: Hdf5Group) {
  const names: Named[] = Object.keys(members)
    .map((name) => ({ name, bytes: encodeText(name) }))
    .sort((a, b) => compareBytes(a.bytes, b.bytes));
  const headers = names.map(({ name }) => {
    const member = members[name];
    return member instanceof Tensor
      ? placeDataset(blocks, member)
      : placeGroup(blocks, member).header;
  });
  const { heap, offsets } = placeNames(blocks, names);
  const tree = placeTree(blocks, headers, offsets);
  const header = blocks.place(
    objectHeader([
      message(MESSAGE.symbolTable, addresses(tree, heap)),
      ...Object.entries(attributes).map(([name, text]) => textAttribute(name, text)),
    ]),
  );
  return { header, tree, heap };
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return at < 0 ? a.length - b.length : a[at] - (b[at] ?? 0);
}

/** The names of a group behind the empty one, which is the lowest key of its tree. */
function placeNames(blocks: Blocks, names: readonly Named[]) {
  let end = 8;
  const offsets = names.map(({ bytes }) => {
    const at = end;
    end += paddedTo8(bytes.length + 1);
    return at;
  });
  const text = new Uint8Array(end);
  names.forEach(({ bytes }, i) => {
    text.set(bytes, offsets[i]);
  });
  const data = blocks.place(text);
  const noneFree = 1;
  const head = [letters('HEAP\0\0\0\0'), addresses(end, noneFree, data)];
  return { heap: blocks.place(concatenate(head)), offsets };
}

interface Node {
  readonly address: number;
  /** Where the last name below it stands. */
  readonly last: number;
}

/** Tables of names, and over them levels of nodes, until there is one. */
function placeTree(blocks: Blocks, headers: readonly number[], offsets: readonly number[]): number {
  let nodes: readonly Node[] = chunks(headers.length, TABLE_NAMES).map(([from, to]) => {
    const table = new Uint8Array(8 + TABLE_NAMES * ENTRY);
    table.set([...letters('SNOD'), 1, 0, to - from, 0]);
    for (let i = from; i < to; i++) {
      table.set(addresses(offsets[i], headers[i]), 8 + (i - from) * ENTRY);
    }
    return { address: blocks.place(table), last: offsets[to - 1] };
  });
  let level = 0;
  do {
    nodes = placeLevel(blocks, level, nodes);
    level++;
  } while (nodes.length > 1);
  return nodes[0].address;
}

const NODE_BYTES = 24 + 8 * (2 * NODE_CHILDREN + 1);

/** Nodes over these, which know the ones beside them. */
function placeLevel(blocks: Blocks, level: number, children: readonly Node[]): Node[] {
  let before = 0; // the empty name
  const parts = children.length === 0 ? [[0, 0] as const] : chunks(children.length, NODE_CHILDREN);
  return parts.map(([from, to], i) => {
    const own = children.slice(from, to);
    const bytes = new Uint8Array(NODE_BYTES);
    bytes.set([...letters('TREE'), 0, level, own.length, 0]);
    const left = i === 0 ? NOWHERE : blocks.end - NODE_BYTES;
    const right = i === parts.length - 1 ? NOWHERE : blocks.end + NODE_BYTES;
    const keys = own.flatMap(({ address, last }) => [address, last]);
    bytes.set(addresses(left, right, before, ...keys), 8);
    before = own.at(-1)?.last ?? before;
    return { address: blocks.place(bytes), last: before };
  });
}

function chunks(count: number, size: number): (readonly [from: number, to: number])[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => [
    i * size,
    Math.min(count, (i + 1) * size),
  ]);
}

/** Little endian; class and version, flags, size, then where the bits of sign, exponent and fraction are. */
const DATATYPES: Readonly<Record<Dtype, readonly number[]>> = {
  float32: [0x11, 0x20, 31, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0],
  float64: [0x11, 0x20, 63, 0, 8, 0, 0, 0, 0, 0, 64, 0, 52, 11, 0, 52, 255, 3, 0, 0],
  int32: [0x10, 8, 0, 0, 4, 0, 0, 0, 0, 0, 32, 0],
};
/** Memory is taken when numbers are written, and nothing stands for those that are not. */
const NO_FILL = Uint8Array.of(2, 2, 2, 0, 0, 0, 0, 0);

function placeDataset(blocks: Blocks, tensor: Tensor): number {
  const data = encodeNumbers(tensor.toTypedArray(), tensor.dtype, true);
  const at = data.length === 0 ? NOWHERE : blocks.place(data);
  return blocks.place(
    objectHeader([
      message(MESSAGE.dataspace, dataspace(tensor.shape)),
      message(MESSAGE.datatype, Uint8Array.from(DATATYPES[tensor.dtype])),
      message(MESSAGE.fillValue, NO_FILL),
      message(MESSAGE.layout, Uint8Array.of(3, 1), addresses(at, data.length)),
    ]),
  );
}
