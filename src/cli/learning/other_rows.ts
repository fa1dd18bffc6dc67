/** The rows of a file for a model that has learned from another one. */
import { describe } from '../../errors/describe.ts';
import { counted } from '../../formats/counted.ts';
import { cellReader } from '../../formats/csv/cells.ts';
import { findDelimiter } from '../../formats/csv/delimiter.ts';
import { findNotation } from '../../formats/csv/find_notation.ts';
import { type CsvSchema, type ReadCsvWith, readCsvWith } from '../../persistence/index.ts';
import type { Terminal } from '../terminal/io.ts';
import { choice, type Values } from '../words/options.ts';
import { checkNotation, dataOptions, delimiterOf } from './data.ts';
import { readSource } from './source.ts';

const AS_TRAINED = 'as in training unless it is said';

/** The options of the commands that read rows for a model. */
export const rowOptions = {
  delimiter: {
    ...dataOptions.delimiter,
    help: 'what parts the cells; as in training, or found out where that parts nothing, unless it is said',
  },
  decimal: {
    ...dataOptions.decimal,
    help: `the mark before fractions, . or , alone; ${AS_TRAINED}`,
  },
  thousands: {
    ...dataOptions.thousands,
    help: `the mark between thousands, one of , . ' _ and a space; ${AS_TRAINED}`,
  },
  unknown: choice(
    'HOW',
    ['error', 'ignore'],
    `what becomes of categories that the model does not know: error, or ignore; ${AS_TRAINED}`,
  ),
};

export interface OtherRows extends ReadCsvWith {
  /** What the file is called in messages. */
  readonly name: string;
  /** The texts of a column of the file, by its position from 1. */
  textsOf(position: number): readonly string[];
}

interface Reading {
  /** Which notes begin with. */
  readonly command: string;
  readonly io: Terminal;
  readonly inputsOnly: boolean;
}

/**
 * Reads a file as the one was that the model learned from, but for what is said otherwise. What parts the
 * cells may be another character: where that of before parts nothing it is found out, and told.
 * @throws FileError, DataError; UsageError for marks that cannot be told apart
 */
export function readRows(
  schema: CsvSchema,
  path: string,
  values: Values<typeof rowOptions>,
  { command, io, inputsOnly }: Reading,
): OtherRows {
  checkNotation(values);
  const { name, bytes } = readSource(path);
  const own = { ...schema, ...formatOf(schema, beginningOf(bytes), values) };
  if (own.delimiter !== schema.delimiter && values.delimiter === undefined) {
    const mark = own.decimal === ',' ? ', with a comma before fractions' : '';
    io.err(
      `${command}: ${name}: cells are parted by ${describe(own.delimiter)}${mark}, as was found out.\n`,
    );
  }
  const { unknown } = values;
  const options = { file: name, inputsOnly, ...(unknown !== undefined && { unknown }) };
  const read = readCsvWith(own, bytes, options);
  for (const { name: column, unknown: passed } of read.report.columns) {
    if (passed === 0) continue;
    const cells = counted(passed, 'cell');
    io.err(`${command}: ${cells} of ${column} passed over: not known from training.\n`);
  }
  return {
    ...read,
    name,
    textsOf: (position) => textsOf(new TextDecoder().decode(bytes), own, position),
  };
}

/** So much of a file is looked at to find out how it is written. */
const BEGINNING = 2 ** 20;

/** Whole lines of it. */
function beginningOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, BEGINNING));
  return bytes.length <= BEGINNING ? text : text.slice(0, text.lastIndexOf('\n') + 1);
}

type Format = Pick<CsvSchema, 'delimiter' | 'decimal' | 'thousands'>;

function formatOf(
  schema: CsvSchema,
  text: string,
  { delimiter: said, decimal, thousands }: Values<typeof rowOptions>,
): Format {
  const delimiter = said === undefined ? delimiterIn(text, schema) : delimiterOf(said);
  if (decimal !== undefined || thousands !== undefined) {
    return { delimiter, decimal: decimal ?? '.', thousands: thousands ?? '' };
  }
  // Who parts cells otherwise may write numbers otherwise, too.
  const isMissing = (cell: string) => schema.missingValues.includes(cell);
  const other = delimiter !== schema.delimiter;
  return {
    delimiter,
    ...(other ? findNotation({ text, delimiter }, schema.header, isMissing) : notation(schema)),
  };
}

const notation = ({ decimal, thousands }: CsvSchema) => ({ decimal, thousands });

function delimiterIn(text: string, { delimiter, decimal }: CsvSchema): string {
  if (hasTwoColumns(text, delimiter)) return delimiter;
  const found = findDelimiter({ text }, decimal);
  return hasTwoColumns(text, found) ? found : delimiter;
}

function hasTwoColumns(text: string, delimiter: string): boolean {
  try {
    return cellReader('', { text, delimiter })()?.last === false;
  } catch {
    return false; // what is wrong is told where the file is read for good
  }
}

function textsOf(text: string, { delimiter, header }: CsvSchema, position: number): string[] {
  const next = cellReader('', { text, delimiter });
  const texts: string[] = [];
  for (let cell = next(); cell !== undefined; cell = next()) {
    if (cell.column === position - 1) texts.push(cell.text);
  }
  return header ? texts.slice(1) : texts;
}
