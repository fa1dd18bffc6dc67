/**
 * The header of a safetensors file: 8 bytes that say how long it is, then JSON that says of each
 * tensor its dtype, its shape and where its data begin and end. Everything is checked here, against
 * the bytes that there are, before memory is taken for any tensor.
 */

import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import type { Shape } from '../../tensor/shape.ts';
import { checkClaim, checkLength, claimedBytes, viewOf } from '../bytes.ts';
import { type NumberFormat, numberFormats } from '../numbers.ts';
import { DAMAGED } from '../remedies.ts';
import { decodeText, isWellFormed, parseJson } from '../text.ts';

export interface Entry {
  readonly name: string;
  /** As the file calls it, such as `BF16`. */
  readonly stored: string;
  /** Undefined for numbers that no dtype here holds. */
  readonly format: NumberFormat | undefined;
  readonly shape: Shape;
  /** Counted from the start of the file. */
  readonly begin: number;
  readonly end: number;
}

export interface Header {
  /** In the order of their data. */
  readonly entries: readonly Entry[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** The reference implementation's limit. */
export const MAX_HEADER = 100_000_000;

export const METADATA = '__metadata__';

const formats = new Map<string, NumberFormat>([
  ['F64', numberFormats.float64],
  ['F32', numberFormats.float32],
  ['F8_E4M3', numberFormats.float8e4m3],
  ['F8_E5M2', numberFormats.float8e5m2],
  ['F8_E8M0', numberFormats.scale8],
  ['F16', numberFormats.float16],
  ['BF16', numberFormats.bfloat16],
  ['I64', numberFormats.int64],
  ['I32', numberFormats.int32],
  ['I16', numberFormats.int16],
  ['I8', numberFormats.int8],
  ['U64', numberFormats.uint64],
  ['U32', numberFormats.uint32],
  ['U16', numberFormats.uint16],
  ['U8', numberFormats.uint8],
  ['BOOL', numberFormats.bool],
]);

/** Bits of a number of the dtypes that only the reference implementation knows. */
const otherBits = new Map<string, number>([
  ['C64', 64],
  ['F4', 4],
  ['F6_E2M3', 6],
  ['F6_E3M2', 6],
]);

/**
 * Takes what the reference implementation takes, and refuses what it refuses; beyond that, a name that
 * stands twice, which the format forbids.
 * @throws DataError naming the tensor and what is wrong with it
 */
export function readHeader(where: string, bytes: Uint8Array): Header {
  checkLength(where, bytes, { at: 0, count: 8, what: 'the length of the header' });
  const length = Number(viewOf(bytes).getBigUint64(0, true));
  if (length > MAX_HEADER) {
    throw new DataError({
      where,
      expected: `a header of at most ${MAX_HEADER} bytes`,
      received: `${length}`,
      remedy: 'This may not be a safetensors file.',
    });
  }
  checkLength(where, bytes, { at: 8, count: length, what: 'the header' });
  const dataStart = 8 + length;
  const text = decodeText(where, bytes.subarray(8, dataStart));
  const header = parseJson(where, text);
  if (!isObject(header)) {
    throw new DataError({
      where,
      expected: 'a header that is an object',
      received: describe(text),
      remedy: DAMAGED,
    });
  }
  let metadata: Header['metadata'] = Object.create(null);
  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name !== METADATA) entries.push(readEntry(where, name, value, dataStart));
    else if (value !== null) metadata = readMetadata(where, value);
  }
  checkCoverage(where, entries, dataStart, bytes.length);
  return { entries, metadata };
}

function readMetadata(where: string, value: unknown): Header['metadata'] {
  const texts: Record<string, string> = Object.create(null);
  if (isObject(value)) {
    for (const [key, text] of Object.entries(value))
      if (typeof text === 'string') texts[key] = text;
    if (Object.keys(texts).length === Object.keys(value).length) return texts;
  }
  throw new DataError({
    where: `${where}, ${METADATA}`,
    expected: 'an object of strings',
    received: describe(value),
    remedy: 'Write every value as a string.',
  });
}

function readEntry(where: string, name: string, value: unknown, dataStart: number): Entry {
  const at = `${where}, tensor ${describe(name)}`;
  if (!isWellFormed(name)) {
    throw new DataError({
      where: at,
      expected: 'a name in Unicode',
      received: 'half a character',
      remedy: 'Rename this tensor.',
    });
  }
  const fields: Record<string, unknown> = isObject(value) ? value : {};
  const { dtype, shape, data_offsets: offsets } = fields;
  const format = formats.get(String(dtype));
  const bits = format === undefined ? otherBits.get(String(dtype)) : format.bytes * 8;
  if (typeof dtype !== 'string' || bits === undefined) {
    throw new DataError({
      where: at,
      expected: `a dtype of ${[...formats.keys(), ...otherBits.keys()].join(', ')}`,
      received: describe(dtype),
      remedy: 'Save it with one of these dtypes.',
    });
  }
  const claimed = claimedBytes(at, shape, bits / 8);
  const [begin, end, ...more]: number[] = Array.isArray(offsets) ? offsets : [];
  const inOrder = Number.isSafeInteger(begin) && Number.isSafeInteger(end) && 0 <= begin;
  if (!inOrder || end < begin || more.length > 0) {
    throw new DataError({
      where: at,
      expected: '{ dtype, shape, data_offsets: [begin, end] }',
      received: describe(inOrder && begin <= end ? value : offsets),
      remedy: DAMAGED,
    });
  }
  checkClaim(at, shape as Shape, claimed, end - begin);
  return {
    name,
    stored: dtype,
    format,
    shape: shape as Shape,
    begin: dataStart + begin,
    end: dataStart + end,
  };
}

/** The data of the tensors must follow one another, without gaps, from the header to the end. */
function checkCoverage(where: string, entries: Entry[], dataStart: number, length: number): void {
  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  let covered = dataStart;
  for (const { name, begin, end } of entries) {
    if (begin !== covered) {
      throw new DataError({
        where: `${where}, tensor ${describe(name)}`,
        problem: begin < covered ? 'tensors overlap' : 'there is a gap before the data',
        expected: `data from byte ${covered}`,
        received: `${begin}`,
        remedy: DAMAGED,
      });
    }
    covered = end;
  }
  if (covered !== length) {
    throw new DataError({
      where,
      expected: `a file of ${covered} bytes, as its header says`,
      received: `${length}`,
      remedy: 'It was cut off or added to: copy or download it again.',
    });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
