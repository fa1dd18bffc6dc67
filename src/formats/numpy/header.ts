/**
 * The header of a `.npy` file: a Python dictionary as text, such as
 * `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }`. Only what NumPy itself writes there
 * is understood, and nothing is evaluated.
 */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import type { Shape } from '../../tensor/shape.ts';
import { type NumberFormat, numberFormats, UnheldError } from '../numbers.ts';
import { DAMAGED } from '../remedies.ts';

export interface NpyHeader {
  /** As NumPy writes it, such as `<f4`. */
  readonly descr: string;
  /** Whether the first axis is the contiguous one. */
  readonly fortranOrder: boolean;
  /** Sizes as claimed, not yet compared with the data. */
  readonly shape: Shape;
}

type Literal = string | boolean | readonly number[];

const formats = new Map<string, NumberFormat>([
  ['f2', numberFormats.float16],
  ['f4', numberFormats.float32],
  ['f8', numberFormats.float64],
  ['b1', numberFormats.bool],
  ['i1', numberFormats.int8],
  ['i2', numberFormats.int16],
  ['i4', numberFormats.int32],
  ['i8', numberFormats.int64],
  ['u1', numberFormats.uint8],
  ['u2', numberFormats.uint16],
  ['u4', numberFormats.uint32],
  ['u8', numberFormats.uint64],
]);

/** @throws DataError for other texts; UnheldError for records */
export function parseNpyHeader(where: string, text: string): NpyHeader {
  // numpy.save writes the fields of records as a list.
  if (
    /^\{'descr': \[.*\], 'fortran_order': (?:True|False), 'shape': \([\d, L]*\), \}\s*$/s.test(text)
  ) {
    throw new UnheldError({
      where,
      expected: 'an array of numbers',
      received: 'records',
      remedy: 'Save each field in a file of its own.',
    });
  }
  const fields = parseDictionary(text);
  const descr = fields?.get('descr');
  const fortranOrder = fields?.get('fortran_order');
  const shape = fields?.get('shape');
  if (fields?.size !== 3 || typeof fortranOrder !== 'boolean' || !Array.isArray(shape)) {
    throw new DataError({
      where,
      expected: "a header like {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }",
      received: describe(text),
      remedy: DAMAGED,
    });
  }
  return { descr: typeof descr === 'string' ? descr : describe(descr), fortranOrder, shape };
}

/** How numbers of a dtype are stored. @throws UnheldError for dtypes that are no numbers, or others than here */
export function numbersOf(
  where: string,
  descr: string,
): { readonly format: NumberFormat; readonly littleEndian: boolean } {
  const [order] = descr;
  const format = formats.get(descr.slice(1));
  if (
    format !== undefined &&
    (order === '<' || order === '>' || (order === '|' && format.bytes === 1))
  ) {
    return { format, littleEndian: order !== '>' };
  }
  throw new UnheldError({
    where,
    expected: `numbers: a dtype of ${[...formats.keys()].join(', ')} after < or >`,
    received: `dtype ${describe(descr)}`,
    remedy: 'Convert the array in NumPy, for example with astype("float32").',
  });
}

/** A mark, a text, a truth value, or a whole number, which Python 2 may have given an L. */
const TOKEN = / *([{}(),:]|'[^'\\]*'|True|False|[0-9]+L?)/y;

function tokenize(text: string): string[] | undefined {
  const tokens: string[] = [];
  const { length } = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

/** A dictionary of texts, truth values and tuples of whole numbers; undefined for other texts. */
function parseDictionary(text: string): Map<string, Literal> | undefined {
  const tokens = tokenize(text) ?? [];
  const fields = new Map<string, Literal>();
  let at = 0;
  const accept = (token: string): boolean => tokens[at] === token && at++ >= 0;

  function readTuple(): number[] | undefined {
    const sizes: number[] = [];
    while (!accept(')')) {
      const size = Number.parseInt(tokens[at++], 10);
      if (Number.isNaN(size)) return undefined;
      sizes.push(size);
      if (!accept(',') && tokens[at] !== ')') return undefined;
    }
    return sizes;
  }

  function readLiteral(): Literal | undefined {
    if (accept('(')) return readTuple();
    const token = tokens[at++];
    if (token === 'True' || token === 'False') return token === 'True';
    return token?.startsWith("'") ? token.slice(1, -1) : undefined;
  }

  if (!accept('{')) return undefined;
  while (!accept('}')) {
    const key = readLiteral();
    if (typeof key !== 'string' || fields.has(key) || !accept(':')) return undefined;
    const value = readLiteral();
    if (value === undefined) return undefined;
    fields.set(key, value);
    if (!accept(',') && tokens[at] !== '}') return undefined;
  }
  return at === tokens.length ? fields : undefined;
}
