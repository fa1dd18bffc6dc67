/** CSV files from columns. */
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import {
  checkArgument,
  iterable,
  type Rule,
  readOptions,
  withDefault,
} from '../../errors/options.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import { Tensor } from '../../tensor/tensor.ts';
import { isDelimiter } from './delimiter.ts';
import { quotedCell } from './quote.ts';

/** A vector, or as many numbers and texts. */
export type CsvValues = Tensor | readonly (number | string)[];

/**
 * A CSV text with a header. Numbers are written as the shortest text that reads back as the same
 * number of their dtype; texts in quotes where they need them. NaN and infinities are written as
 * JavaScript calls them.
 * @param columns names and values, such as a Map, or `Object.entries({ predicted, actual })`
 * @throws OptionError for columns of different lengths
 */
export function writeCsv(
  columns: Iterable<readonly [name: string, values: CsvValues]>,
  options: { readonly delimiter?: string } = {},
): string {
  const { delimiter } = readOptions<{ delimiter: string }>('writeCsv', options, {
    delimiter: withDefault(delimiterRule, ','),
  });
  checkArgument('writeCsv', columns, columnsRule);
  const texts = [...columns].map(([name, values]) => [name, ...textsOf(name, values)]);
  const height = texts[0]?.length ?? 0;
  const uneven = texts.find((column) => column.length !== height);
  if (height === 0 || uneven !== undefined) {
    throw new OptionError({
      where: 'writeCsv',
      expected: 'one column or more, of the same length',
      received: uneven === undefined ? 'none' : `${height - 1} and ${uneven.length - 1} values`,
      remedy: 'Give columns with one value for each row.',
    });
  }
  let csv = '';
  for (let row = 0; row < height; row++) {
    csv += `${texts.map((column) => quotedCell(column[row], delimiter)).join(delimiter)}\n`;
  }
  return csv;
}

const columnsRule: Rule<never> = {
  expected: 'columns: names and values',
  example: 'Object.entries({ a: [1, 2] })',
  accepts: (value) =>
    iterable.accepts(value) &&
    [...(value as Iterable<unknown>)].every(
      (pair) => Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string',
    ),
};

const delimiterRule: Rule<unknown> = {
  expected: 'one character other than a quote or a line end',
  example: "';'",
  accepts: isDelimiter,
};

function textsOf(name: string, values: CsvValues): string[] {
  if (values instanceof Tensor && values.rank === 1) {
    return Array.from(values.toTypedArray(), (value) => shortest(value, values.dtype));
  }
  if (!Array.isArray(values)) {
    throw new OptionError({
      where: `writeCsv, ${describe(name)}`,
      expected: 'a vector, or an array of numbers and texts',
      received: values instanceof Tensor ? `shape ${describe(values.shape)}` : describe(values),
      remedy: 'Write each column of a matrix under a name of its own.',
    });
  }
  return values.map((value) =>
    typeof value === 'number' ? shortest(value, 'float64') : `${value}`,
  );
}

/**
 * The fewest digits that read back as the same number. Whole numbers have all of theirs, since fewer would
 * be those of another; beyond 2^53, where digits are no longer meant one by one, there is an exponent.
 */
function shortest(value: number, dtype: Dtype): string {
  if (Object.is(value, -0)) return '-0';
  if (Number.isSafeInteger(value)) return String(value);
  if (dtype === 'float32') {
    for (let digits = 1; digits <= 9; digits++) {
      const rounded = Number(value.toPrecision(digits));
      if (Math.fround(rounded) === value) return textOf(rounded);
    }
  }
  return textOf(value);
}

function textOf(value: number): string {
  return Number.isInteger(value) && !Number.isSafeInteger(value)
    ? value.toExponential()
    : String(value);
}
