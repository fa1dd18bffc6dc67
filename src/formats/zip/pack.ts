/** Zip archives: packing, in the same bytes each time. */
import { OptionError } from '../../errors/errors.ts';
import { concatenate, viewOf } from '../bytes.ts';
import { crc32 } from '../checksums/crc32.ts';
import { encodeText } from '../text.ts';
import { DEFLATED, STORED } from './unpack.ts';

/** Raw deflate. */
export type Deflate = (contents: Uint8Array) => Uint8Array;

/** Every entry is dated 1 January 1980, the first day of zip, so that packing has one result. */
const DATE = 0x0021_0000;
const VERSION = 20;
const UTF8 = 1 << 11;
const MAX_ENTRIES = 0xfffe;
const MAX_BYTES = 0xfffffffe;

/** @throws OptionError when the contents need ZIP64: 4 GB, or 65,535 entries */
export function packZip(
  where: string,
  contents: readonly (readonly [name: string, contents: Uint8Array])[],
  deflate?: Deflate,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, plain] of contents) {
    const packed = deflate === undefined ? plain : deflate(plain);
    const nameBytes = encodeText(name);
    const method = deflate === undefined ? STORED : DEFLATED;
    // What the local header and the directory say alike.
    const shared = new Uint8Array(26);
    const view = viewOf(shared);
    view.setUint16(0, VERSION, true);
    view.setUint16(2, UTF8, true);
    view.setUint16(4, method, true);
    view.setUint32(6, DATE, true);
    view.setUint32(10, crc32(plain), true);
    view.setUint32(14, packed.length, true);
    view.setUint32(18, plain.length, true);
    view.setUint16(22, nameBytes.length, true);
    parts.push(Uint8Array.of(0x50, 0x4b, 3, 4), shared, nameBytes, packed);
    const rest = new Uint8Array(14); // no comment, first part, no attributes
    viewOf(rest).setUint32(10, at, true);
    directory.push(Uint8Array.of(0x50, 0x4b, 1, 2, VERSION, 0), shared, rest, nameBytes);
    at += 4 + shared.length + nameBytes.length + packed.length;
  }
  const central = concatenate(directory);
  if (contents.length > MAX_ENTRIES || at + central.length > MAX_BYTES) {
    throw new OptionError({
      where,
      expected: 'less than 65,535 arrays and 4 GB',
      received: `${contents.length} arrays, ${at} bytes`,
      remedy: 'Use safetensors, or several files.',
    });
  }
  const end = new Uint8Array(22);
  const view = viewOf(end);
  end.set([0x50, 0x4b, 5, 6]);
  view.setUint16(8, contents.length, true);
  view.setUint16(10, contents.length, true);
  view.setUint32(12, central.length, true);
  view.setUint32(16, at, true);
  return concatenate([...parts, central, end]);
}
