/**
 * The directory of a zip archive: where its entries lie, checked until no entry can reach beyond the
 * archive, into the directory, or into another entry.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3 to 4.5
 */

import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { viewOf } from '../bytes.ts';
import { DAMAGED } from '../remedies.ts';
import { decodeText } from '../text.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  /** The size of the contents, as claimed. */
  readonly size: number;
  /** Where the stored or compressed contents lie. */
  readonly start: number;
  readonly end: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const END64 = 0x06064b50;
const END64_BYTES = 56;
const LOCATOR64 = 0x07064b50;
const LOCATOR_BYTES = 20;
/** Bits 1 and 2 tell how hard a compressor tried, 3 that sizes follow the data, 11 is UTF-8. */
const HARMLESS_FLAGS = 0b1000_0000_1110;
const UTF8 = 1 << 11;

/** @throws DataError for damaged archives, and for encrypted, split or ZIP64 ones */
export function readDirectory(where: string, bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const end = findEnd(where, bytes, view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const whole = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  const last = start + size;
  if (!whole || !(last === end || repeats64(view, end, { count, size, start }))) {
    throw new DataError({
      where,
      expected: 'a zip archive in one part, with a directory just before its end, without ZIP64',
      received: `${size} bytes of directory from byte ${start}, and the end at ${end}`,
      remedy: DAMAGED,
    });
  }
  const entries: (ZipEntry & { readonly head: number })[] = [];
  let at = start;
  while (at < last) {
    const complete = at + CENTRAL_BYTES <= last && view.getUint32(at, true) === CENTRAL;
    const lengths = complete ? [28, 30, 32].map((field) => view.getUint16(at + field, true)) : [];
    const next = lengths.reduce((sum, length) => sum + length, at + CENTRAL_BYTES);
    if (!complete || next > last) throw damaged(where, `an entry of the directory at byte ${at}`);
    entries.push(readEntry(where, bytes, view, at, start));
    at = next;
  }
  if (entries.length !== count) throw damaged(where, `${count} entries in the directory`);
  checkApart(where, entries);
  return entries;
}

/**
 * Whether the records of ZIP64 stand between directory and end and say the same: PyTorch writes them
 * always, also for archives that do not need them.
 */
function repeats64(
  view: DataView,
  end: number,
  { count, size, start }: { readonly count: number; readonly size: number; readonly start: number },
): boolean {
  const at = start + size;
  if (at + END64_BYTES + LOCATOR_BYTES !== end) return false;
  const says = (offset: number, value: number) =>
    view.getBigUint64(at + offset, true) === BigInt(value);
  return (
    view.getUint32(at, true) === END64 &&
    says(4, END64_BYTES - 12) &&
    says(24, count) &&
    says(32, count) &&
    says(40, size) &&
    says(48, start) &&
    view.getUint32(at + END64_BYTES, true) === LOCATOR64 &&
    says(END64_BYTES + 8, at)
  );
}

/** The record at the end of the archive; a comment may follow it, exactly as long as it says. */
function findEnd(where: string, bytes: Uint8Array, view: DataView): number {
  const earliest = Math.max(0, bytes.length - END_BYTES - 0xffff);
  for (let at = bytes.length - END_BYTES; at >= earliest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) === bytes.length) return at;
  }
  throw damaged(where, 'the end of a zip archive');
}

/** An entry of the directory together with the header in front of its contents. */
function readEntry(where: string, bytes: Uint8Array, view: DataView, at: number, limit: number) {
  const flags = view.getUint16(at + 8, true);
  const nameBytes = bytes.subarray(
    at + CENTRAL_BYTES,
    at + CENTRAL_BYTES + view.getUint16(at + 28, true),
  );
  const name = decodeText(where, nameBytes);
  const inside = `${where}, entry ${describe(name)}`;
  const plain = (flags & UTF8) !== 0 || nameBytes.every((byte) => byte < 128);
  if ((flags & ~HARMLESS_FLAGS) !== 0 || !plain) {
    throw new DataError({
      where: inside,
      expected: 'an entry that is not encrypted or patched, with a name in ASCII or UTF-8',
      received: `flags ${flags}`,
      remedy: 'Save it anew without encryption, with ASCII names.',
    });
  }
  const method = view.getUint16(at + 10, true);
  const head = view.getUint32(at + 42, true);
  const readable = head + LOCAL_BYTES <= limit && view.getUint32(head, true) === LOCAL;
  if (!readable) throw damaged(inside, `a header at byte ${head}`);
  const nameEnd = head + LOCAL_BYTES + view.getUint16(head + 26, true);
  const start = nameEnd + view.getUint16(head + 28, true);
  const end = start + view.getUint32(at + 20, true);
  const repeated = bytes.subarray(head + LOCAL_BYTES, nameEnd);
  const agrees =
    view.getUint16(head + 6, true) === flags &&
    view.getUint16(head + 8, true) === method &&
    repeated.length === nameBytes.length &&
    repeated.every((byte, i) => byte === nameBytes[i]);
  if (!agrees || end > limit)
    throw damaged(inside, 'contents with a header that repeats the directory');
  const checksum = view.getUint32(at + 16, true);
  return { name, method, checksum, size: view.getUint32(at + 24, true), head, start, end };
}

/** Entries that share bytes make small archives that unpack to any size. */
function checkApart(
  where: string,
  entries: readonly (ZipEntry & { readonly head: number })[],
): void {
  let free = 0;
  for (const { name, head, end } of [...entries].sort((a, b) => a.head - b.head)) {
    if (head < free) throw damaged(where, `an entry ${describe(name)} with contents of its own`);
    free = end;
  }
}

function damaged(where: string, expected: string): DataError {
  return new DataError({
    where,
    problem: 'the archive is damaged',
    expected,
    received: 'other bytes',
    remedy: 'Copy or download it again.',
  });
}
