/** What a group of HDF5 holds: a B-tree of tables of names, which stand in a heap of the group. */
import { decodeText } from '../text.ts';
import type { Cursor } from './cursor.ts';

export interface Member {
  readonly name: string;
  /** Where its object header is. */
  readonly address: number;
}

export const ENTRY = 40;
const NODE_HEAD = 24;
const TABLE_HEAD = 8;

/**
 * The members of a group, in the order of their names.
 * @throws DataError for damage, and for links into other files
 */
export function readMembers(cursor: Cursor, where: string, tree: number, heap: number): Member[] {
  cursor.sign(heap, 'HEAP');
  const size = cursor.integer(heap + 8, 8, 'a heap of names');
  const names = cursor.take(cursor.integer(heap + 24, 8, 'a heap of names'), size, 'names');
  const members: Member[] = [];
  const seen = new Set<number>();
  const open = [tree];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) throw cursor.damaged('a tree of names', 'a circle');
    seen.add(at);
    const first = cursor.integer(at, 1, 'a tree of names');
    if (first === 'S'.charCodeAt(0)) {
      readTable(at);
      continue;
    }
    cursor.sign(at, 'TREE');
    const count = cursor.integer(at + 6, 2, 'a tree of names');
    // The last first, so that the first is taken next.
    for (let i = count - 1; i >= 0; i--) {
      open.push(cursor.integer(at + NODE_HEAD + 16 * i + 8, 8, 'a tree of names'));
    }
  }

  function readTable(at: number): void {
    cursor.sign(at, 'SNOD');
    const count = cursor.integer(at + 6, 2, 'a table of names');
    for (let i = 0; i < count; i++) {
      const entry = at + TABLE_HEAD + ENTRY * i;
      const offset = cursor.integer(entry, 8, 'a name');
      const address = cursor.integer(entry + 8, 8, 'a name');
      const kind = cursor.integer(entry + 16, 4, 'a name');
      const end = names.indexOf(0, offset);
      if (!(offset < names.length) || end < 0) throw cursor.damaged('a name in its heap', 'none');
      cursor.take(0, Math.min(cursor.bytes.length, end - offset), 'a name');
      const name = decodeText(where, names.subarray(offset, end));
      if (kind === SOFT_LINK) throw cursor.damaged('objects of this file', `a link, ${name}`);
      members.push({ name, address });
    }
  }
  return members;
}

const SOFT_LINK = 2;
