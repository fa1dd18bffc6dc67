/** What arrays of NumPy say as texts: arrays of texts, and numbers that are names, such as those of classes. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import type { Shape } from '../../tensor/shape.ts';
import { checkClaim, claimedBytes, viewOf } from '../bytes.ts';
import { decodeNumbers, numberFormats } from '../numbers.ts';
import { DAMAGED } from '../remedies.ts';
import { numbersOf } from './header.ts';
import { type OpenNpy, openNpy, packNpy } from './npy.ts';

export interface Labels {
  readonly kind: 'text' | 'truth' | 'whole' | 'real';
  readonly shape: Shape;
  /** As Python prints them: `True`, `7`, `0.5`. */
  readonly texts: readonly string[];
}

/** A dtype of texts: how many characters each has at most, in UTF-32. */
const TEXTS = /^([<>])U(\d{1,9})$/;
/** Of `|S5`: bytes. */
const BYTES = /^\|S(\d{1,9})$/;

/** @throws DataError for other bytes than a .npy file of texts or numbers */
export function readLabels(where: string, bytes: Uint8Array): Labels {
  const npy = openNpy(where, bytes);
  const { descr, shape } = npy;
  if (npy.fortranOrder && shape.length > 1) {
    throw new DataError({
      where,
      expected: 'names in one row',
      received: `shape ${describe(shape)}`,
      remedy: DAMAGED,
    });
  }
  const texts = readTexts(where, npy);
  if (texts !== undefined) return { kind: 'text', shape, texts };
  const { format, littleEndian } = numbersOf(where, descr);
  checkClaim(where, shape, claimedBytes(where, shape, format.bytes), npy.data.length);
  if (format === numberFormats.int64 || format === numberFormats.uint64) {
    // Names, and not numbers: int32 need not hold them.
    const view = viewOf(npy.data);
    const at = (i: number) =>
      format === numberFormats.int64
        ? view.getBigInt64(8 * i, littleEndian)
        : view.getBigUint64(8 * i, littleEndian);
    const count = npy.data.length / 8;
    return { kind: 'whole', shape, texts: Array.from({ length: count }, (_, i) => String(at(i))) };
  }
  const numbers = Array.from(decodeNumbers(where, npy.data, format, littleEndian));
  if (format === numberFormats.bool) {
    return { kind: 'truth', shape, texts: numbers.map((one) => (one === 0 ? 'False' : 'True')) };
  }
  return { kind: format.dtype === 'int32' ? 'whole' : 'real', shape, texts: numbers.map(String) };
}

function readTexts(where: string, { descr, shape, data }: OpenNpy): string[] | undefined {
  const [, order, length] = TEXTS.exec(descr) ?? [];
  const each = Number(length ?? BYTES.exec(descr)?.[1] ?? Number.NaN);
  if (Number.isNaN(each)) return undefined;
  const width = length === undefined ? 1 : 4;
  checkClaim(where, shape, claimedBytes(where, [...shape, each], width), data.length);
  const view = viewOf(data);
  const count = each === 0 ? claimedBytes(where, shape, 1) : data.length / (each * width);
  if (each === 0 && count > MAX_EMPTY) throw damaged(where, `${count} empty texts`);
  return Array.from({ length: count }, (_, i) => {
    let text = '';
    for (let k = 0; k < each; k++) {
      const at = (i * each + k) * width;
      const code = width === 1 ? data[at] : view.getUint32(at, order === '<');
      if (code === 0) break;
      if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000) || (width === 1 && code > 127)) {
        throw damaged(where, `character ${code}`);
      }
      text += String.fromCodePoint(code);
    }
    return text;
  });
}

/** Of texts without characters any number takes no bytes. */
const MAX_EMPTY = 65_536;

function damaged(where: string, received: string): DataError {
  return new DataError({ where, expected: 'texts in Unicode', received, remedy: DAMAGED });
}

/** Texts as a .npy file of dtype `<U`. @param shape `[]` for one text alone */
export function writeTexts(texts: readonly string[], shape: Shape): Uint8Array<ArrayBuffer> {
  const codes = texts.map((text) => Array.from(text, (one) => one.codePointAt(0) ?? 0));
  const each = Math.max(1, ...codes.map(({ length }) => length));
  const data = new Uint8Array(4 * each * texts.length);
  const view = viewOf(data);
  codes.forEach((row, i) => {
    row.forEach((code, k) => {
      view.setUint32(4 * (i * each + k), code, true);
    });
  });
  return packNpy(`<U${each}`, shape, data);
}
