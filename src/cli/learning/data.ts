/** A CSV file to learn from: what is in it, and what is to be learned. */
import { basename } from 'node:path';
import { describe } from '../../errors/describe.ts';
import type { Rule } from '../../errors/options.ts';
import { counted } from '../../formats/counted.ts';
import { DATE_ORDERS } from '../../formats/csv/dates.ts';
import { isDelimiter } from '../../formats/csv/delimiter.ts';
import { isNotation } from '../../formats/csv/notation.ts';
import { DataError } from '../../index.ts';
import { readCsvDeciding } from '../../persistence/csv/read.ts';
import { classesIn } from '../../persistence/csv/schema.ts';
import type { CsvOptions, CsvSchema, ReadCsv, Task } from '../../persistence/index.ts';
import { count } from '../terminal/report.ts';
import { choice, flag, list, required, textLike, type Values } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';
import { readSource } from './source.ts';

const column = (_: string, name: string) => name;

/** A tab is hard to write in a shell. */
export const delimiterOf = (text: string) => (text === '\\t' ? '\t' : text);

const delimiterRule: Rule<unknown> = {
  expected: 'one character other than a quote or a line end',
  example: "';'",
  accepts: (value) => typeof value === 'string' && isDelimiter(delimiterOf(value)),
};

/** The options of every command that learns. */
export const dataOptions = {
  target: required(list('COLUMN', 'the column to predict, or several columns of numbers', column)),
  task: choice(
    'TASK',
    ['classification', 'regression'],
    'classification or regression; found out from the target unless it is said',
  ),
  ignore: list('A,B', 'columns to leave out, such as an id', column),
  categorical: list('A,B', 'columns of numbers that are names, such as a postal code', column),
  missing: choice(
    'HOW',
    ['refuse', 'mean', 'median', 'mode'],
    'what stands in for missing values of inputs: the mean or median of a column of numbers, and of one of names the most frequent; or mode, the most frequent of any; default refuse',
  ),
  delimiter: textLike(
    'CHARACTER',
    delimiterRule,
    'what parts the cells; found out unless it is said',
  ),
  decimal: choice(
    'MARK',
    ['.', ','],
    'the mark before fractions, . or , alone; found out unless it is said',
  ),
  thousands: choice(
    'MARK',
    [',', '.', ' ', "'", '_'],
    "the mark between thousands, one of , . ' _ and a space; none unless it is said, or found beside a decimal comma",
  ),
  missingValues: list(
    'A,B',
    'cells that mean a missing value, beside empty ones, in place of NA, ?, null, NaN and their kin',
    column,
  ),
  dateOrder: choice(
    'ORDER',
    DATE_ORDERS,
    'whether the day or the month comes first in dates: dmy, mdy, or ymd; found out unless it is said',
  ),
  unknown: choice(
    'HOW',
    ['error', 'ignore'],
    'what becomes of categories in later files that are not in this one: error (default), or ignore',
  ),
  dtype: choice(
    'DTYPE',
    ['float32', 'float64'],
    'of data and network; float32 unless it is said, and then whole numbers with more digits are refused. float64 is slower',
  ),
  noHeader: flag('the first row has values already; columns are called column1, column2, …'),
};

export interface TableToLearn extends ReadCsv {
  /** The name of the file, without its folder. */
  readonly file: string;
  readonly task: Task;
  /** Why the task was taken for what it is, in words. */
  readonly because: string;
}

/**
 * Reads a file and finds out what is to be learned. Names are classes; so are whole numbers, if there
 * are only a few of them and many samples of each, as those of digits. Other numbers are numbers.
 * @throws FileError, DataError; UsageError for a task that the target cannot be
 */
export function readTable(path: string, values: Values<typeof dataOptions>): TableToLearn {
  const { target } = values;
  checkTogether(values);
  const options = csvOptions(values);
  const { bytes, name } = readSource(path); // once: a pipe is empty afterwards
  const file = basename(name);
  let found = { areClasses: false, because: '' };
  const taskOf = () => values.task ?? (found.areClasses ? 'classification' : 'regression');
  const read = readCsvDeciding(bytes, { ...options, file: name }, (numbers) => {
    found = countValues(target[0], numbers);
    return taskOf() === 'classification' ? 'categorical' : 'numeric';
  });
  checkClasses(file, read);
  if (target.length > 1) {
    if (values.task === 'classification') throw severalClasses(target);
    const because = `${target.join(', ')} are several columns of numbers`;
    return { file, ...read, task: 'regression', because };
  }
  if (found.because !== '') {
    const because = values.task === undefined ? found.because : 'as asked';
    return { file, ...read, task: taskOf(), because };
  }
  if (values.task === 'regression') throw noNumbers(target[0], read.schema);
  const declared = values.categorical?.includes(target[0]) ? 'was declared so' : 'holds names';
  return { file, ...read, task: 'classification', because: `${target[0]} ${declared}` };
}

/** @throws UsageError for marks that cannot be told apart */
export function checkNotation({
  decimal = '.',
  thousands,
}: Pick<Values<typeof dataOptions>, 'decimal' | 'thousands'>): void {
  if (thousands !== undefined && !isNotation({ decimal, thousands })) {
    throw new UsageError({
      where: '--thousands',
      expected: 'another mark than that before fractions, --decimal',
      received: `${describe(thousands)} for both`,
      remedy:
        thousands === ','
          ? "Write --decimal ',' --thousands '.', or leave --decimal out."
          : "Write --decimal ',' --thousands '.', or leave --thousands out.",
    });
  }
}

/** Refuses options that contradict each other. */
function checkTogether(values: Values<typeof dataOptions>): void {
  checkNotation(values);
  const { target, ignore } = values;
  const ignored = target.find((name) => ignore?.includes(name));
  if (ignored !== undefined) {
    throw new UsageError({
      where: '--ignore',
      expected: 'columns other than the one to predict',
      received: describe(ignored),
      remedy: 'Leave it out there, or choose another --target.',
    });
  }
}

/** @throws DataError for a target of which there is only one class */
function checkClasses(file: string, { dataset, schema }: ReadCsv): void {
  const { classNames } = dataset;
  if (classNames?.length !== 1) return;
  throw new DataError({
    where: `${file}, column ${schema.targets[0].name}`,
    expected: 'two classes or more to tell apart',
    received: `${classNames[0]} in every row`,
    remedy: 'Choose another column: --target.',
  });
}

function csvOptions(values: Values<typeof dataOptions>): Omit<CsvOptions, 'file'> {
  const { target, ignore = [], categorical = [], missing, delimiter, noHeader } = values;
  const { decimal, thousands, dtype, missingValues, dateOrder, unknown } = values;
  const columns = [
    ...ignore.map((name) => [name, 'ignore'] as const),
    ...categorical.map((name) => [name, 'categorical'] as const),
  ];
  return {
    target,
    columns: Object.fromEntries(columns),
    header: !noHeader,
    ...(missing !== undefined && { missing }),
    ...(decimal !== undefined && { decimal }),
    ...(thousands !== undefined && { thousands }),
    ...(missingValues !== undefined && { missingValues: ['', ...missingValues] }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(unknown !== undefined && { unknown }),
    ...(dtype !== undefined && { dtype }),
    ...(delimiter !== undefined && { delimiter: delimiterOf(delimiter) }),
  };
}

/** No more different numbers than these are taken for classes, */
const MOST_CLASSES = 20;
/** with as many samples of each on average. */
const SAMPLES_EACH = 5;

function countValues(
  target: string,
  values: readonly number[],
): { areClasses: boolean; because: string } {
  const different = new Set(values).size;
  const whole = values.every(Number.isInteger);
  const few = different <= MOST_CLASSES && values.length >= SAMPLES_EACH * different;
  const kind = whole ? 'whole numbers' : 'numbers';
  return {
    areClasses: whole && few && different > 1,
    because: `${target} holds ${count(different)} different ${kind}`,
  };
}

function severalClasses(target: readonly string[]): UsageError {
  return new UsageError({
    where: '--task classification',
    expected: 'one column of classes',
    received: `${target.length} columns: ${target.join(', ')}`,
    remedy: 'Train a model for each of them, or leave --task out.',
  });
}

function noNumbers(target: string, schema: CsvSchema): UsageError {
  const names = classesIn(schema) ?? [];
  return new UsageError({
    where: '--task regression',
    expected: `numbers in column ${target}`,
    received: describe(names),
    remedy: 'Leave --task out.',
  });
}

/** What was found: how much, how each column was read, and what is to be learned. */
export function describeTable({
  file,
  dataset,
  schema,
  report,
  task,
  because,
}: TableToLearn): string {
  const features = dataset.featureNames?.length ?? 0;
  const columns = schema.inputs.length;
  const oneHot = columns === features ? '' : ` out of ${counted(columns, 'column')}`;
  const classes =
    dataset.classNames === undefined ? '' : ` into ${describeNames(dataset.classNames)}`;
  return [
    `${file}: ${counted(dataset.size, 'sample')} of ${counted(features, 'feature')}${oneHot}`,
    String(report),
    `task: ${task}${classes}, because ${because}`.replace(', because as asked', ', as asked'),
  ].join('\n');
}

function describeNames(names: readonly string[]): string {
  const shown = names.length > 6 ? `${names.slice(0, 5).join(', ')}, …` : names.join(', ');
  return `${names.length} classes (${shown})`;
}
