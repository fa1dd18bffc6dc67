/** Object headers of HDF5, version 1: the messages that say what a group or a dataset is. */
import type { Cursor } from './cursor.ts';

export interface Message {
  readonly type: number;
  readonly flags: number;
  readonly data: Uint8Array;
}

export const MESSAGE = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  fillValue: 0x05,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
} as const;

/** Message data that stand elsewhere in the file, shared by several objects. */
export const SHARED = 2;

const PREFIX = 16;
const HEAD = 8;

/** @throws DataError for damage, and for headers of newer files */
export function readMessages(cursor: Cursor, address: number): Message[] {
  const version = cursor.integer(address, 1, 'an object header');
  if (version !== 1) {
    throw cursor.damaged(
      "an object header of version 1, as h5py writes by default (libver 'earliest')",
      version === 'O'.charCodeAt(0) ? 'one of version 2' : `version ${version}`,
    );
  }
  const size = cursor.integer(address + 8, 4, 'the size of an object header');
  const messages: Message[] = [];
  const blocks = [{ at: address + PREFIX, size }];
  const begun = new Set<number>();
  for (let block = blocks.pop(); block !== undefined; block = blocks.pop()) {
    if (begun.has(block.at)) throw cursor.damaged('blocks that stand once', 'a circle of blocks');
    begun.add(block.at);
    cursor.take(block.at, block.size, 'an object header');
    const end = block.at + block.size;
    for (let at = block.at; at + HEAD <= end; ) {
      const type = cursor.integer(at, 2, 'a message');
      const length = cursor.integer(at + 2, 2, 'a message');
      const flags = cursor.integer(at + 4, 1, 'a message');
      const start = at + HEAD;
      if (start + length > end)
        throw cursor.damaged('messages within their header', 'a longer one');
      const data = cursor.take(start, length, 'a message');
      if (type === MESSAGE.continuation && length >= 16) {
        const next = cursor.integer(start, 8, 'a continuation');
        blocks.push({ at: next, size: cursor.integer(start + 8, 8, 'a continuation') });
      } else messages.push({ type, flags, data });
      at = start + length;
    }
  }
  return messages;
}

export function messageOf(messages: readonly Message[], type: number): Message | undefined {
  return messages.find((message) => message.type === type);
}
