/** Zip archives: unpacking, within limits that are checked before memory is taken. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { crc32 } from '../checksums/crc32.ts';
import { readDirectory, type ZipEntry } from './directory.ts';

/**
 * Undoes raw deflate, giving at most `size` bytes. Outside of Node, fflate's `inflateSync` serves:
 * `(compressed) => inflateSync(compressed)`.
 */
export type Inflate = (compressed: Uint8Array, size: number) => Uint8Array;

export const STORED = 0;
export const DEFLATED = 8;
/** Deflate cannot shrink anything by more: a bit for the longest run, 258 bytes in two codes. */
const MAX_RATIO = 1032;

export interface UnpackOptions {
  readonly inflate?: Inflate | undefined;
  /** How much all chosen contents may take together. */
  readonly maxBytes: number;
  /** Which entries to unpack; all by default. */
  readonly chosen?: ReadonlySet<string> | undefined;
  /** Whether contents may be moved within the archive, so that they begin at a multiple of 8 bytes. */
  readonly inPlace?: boolean | undefined;
}

/**
 * The contents of an archive by name.
 * @throws DataError for damage anywhere in what is unpacked: every byte of it is under a checksum
 */
export function unpackZip(
  where: string,
  bytes: Uint8Array,
  { inflate, maxBytes, chosen, inPlace = false }: UnpackOptions,
): Map<string, Uint8Array> {
  const entries = chooseEntries(where, readDirectory(where, bytes), chosen);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > maxBytes) {
    throw new DataError({
      where,
      expected: `at most ${maxBytes} bytes of contents`,
      received: `${total}`,
      remedy: 'Raise maxBytes if you trust the file.',
    });
  }
  const contents = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const at = `${where}, entry ${describe(entry.name)}`;
    const unpacked = unpackEntry(at, bytes, entry, inflate);
    const isStored = inPlace && entry.method === STORED;
    contents.set(entry.name, isStored ? aligned(bytes, entry, unpacked) : unpacked);
  }
  return contents;
}

/** The contents, moved over the end of the header in front of them, which has been read. */
function aligned(bytes: Uint8Array, { start, end }: ZipEntry, contents: Uint8Array): Uint8Array {
  const shift = contents.byteOffset % 8;
  if (shift === 0) return contents;
  bytes.copyWithin(start - shift, start, end);
  return bytes.subarray(start - shift, end - shift);
}

function chooseEntries(
  where: string,
  entries: readonly ZipEntry[],
  chosen?: ReadonlySet<string>,
): readonly ZipEntry[] {
  const present = new Set<string>();
  for (const { name } of entries) {
    if (present.has(name)) {
      throw new DataError({
        where,
        expected: 'each name once',
        received: `${describe(name)} twice`,
        remedy: 'Save it anew, each array under another name.',
      });
    }
    present.add(name);
  }
  if (chosen === undefined) return entries;
  for (const name of chosen) {
    if (present.has(name)) continue;
    throw new DataError({
      where,
      expected: `one of ${describe([...present])}`,
      received: describe(name),
      remedy: 'Name one of these, or leave names out.',
    });
  }
  return entries.filter(({ name }) => chosen.has(name));
}

function unpackEntry(
  where: string,
  bytes: Uint8Array,
  entry: ZipEntry,
  inflate?: Inflate,
): Uint8Array {
  const { method, size, checksum, start, end } = entry;
  if (method !== STORED && !(method === DEFLATED && inflate !== undefined)) {
    throw new DataError({
      where,
      expected:
        inflate === undefined ? 'contents that are not compressed' : 'method stored or deflate',
      received: method === DEFLATED ? 'deflated contents' : `compression method ${method}`,
      remedy:
        method === DEFLATED
          ? 'Pass { inflate }, or load the file with epochal/node.'
          : 'Write it anew with numpy.savez or numpy.savez_compressed.',
    });
  }
  const packed = bytes.subarray(start, end);
  const possible = method === STORED ? size === packed.length : size <= packed.length * MAX_RATIO;
  const contents = possible ? unpacked(packed, method, size, inflate) : undefined;
  if (contents?.length === size && crc32(contents) === checksum) return contents;
  throw new DataError({
    where,
    problem: 'the contents are damaged',
    expected: `${size} bytes with checksum ${checksum}`,
    received: contents === undefined ? 'contents that cannot be unpacked to that' : 'others',
    remedy: 'Copy or download the file again.',
  });
}

/** Undefined for contents that are not deflated data, whatever the decompressor says about it. */
function unpacked(
  packed: Uint8Array,
  method: number,
  size: number,
  inflate?: Inflate,
): Uint8Array | undefined {
  if (method === STORED || inflate === undefined) return packed;
  try {
    return inflate(packed, size);
  } catch {
    return undefined;
  }
}
