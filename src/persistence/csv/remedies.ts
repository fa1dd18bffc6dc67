/** What to do about a file that cannot be read, in the options of `readCsv`. */
import type { Advice, AdviceParts, NumberNotation } from '../../errors/advice.ts';
import { describe } from '../../errors/describe.ts';
import type { Complaint } from '../../errors/errors.ts';
import { nearlyNumber, notationsOf } from '../../formats/csv/notation.ts';

/** Advice about tables. */
type CsvAdvice = Extract<
  Advice,
  {
    kind:
      | 'impute'
      | 'imputeInTraining'
      | 'imputeMode'
      | 'ignoreUnknown'
      | 'dateOrder'
      | 'ignoreColumn'
      | 'ignoreOrDeclare'
      | 'declareCategorical'
      | 'correctOrMarkMissing'
      | 'notation'
      | 'wholeNumbers'
      | 'widerDtype'
      | 'widerDtypeInTraining'
      | 'noHeader'
      | 'delimiter';
  }
>;

export type CsvRemedy = CsvAdvice | string | readonly (CsvAdvice | string)[];

type Sentences = { readonly [K in CsvAdvice['kind']]: (advice: CsvAdvice & { kind: K }) => string };

const SENTENCES: Sentences = {
  impute: () => 'Remove the row, or have it imputed: { missing: … }.',
  imputeInTraining: () => 'Remove the row, or train with { missing: … }.',
  imputeMode: ({ column }) => `Choose { columns: { ${describe(column)}: { missing: 'mode' } } }.`,
  ignoreUnknown: () => "The model knows no other; to pass over such: { unknown: 'ignore' }.",
  dateOrder: ({ column }) =>
    `Say it: { dateOrder: 'dmy' } or { dateOrder: 'mdy' }, or ${asKind(column, 'categorical')}.`,
  ignoreColumn: ({ column }) => `Leave the column out: ${asKind(column, 'ignore')}.`,
  ignoreOrDeclare: ({ column }) =>
    `Leave the column out, ${asKind(column, 'ignore')}, or declare it 'categorical'.`,
  declareCategorical: ({ column }) => `Or declare the column: ${asKind(column, 'categorical')}.`,
  correctOrMarkMissing: () =>
    'Correct the cells, or say which mean a missing value: { missingValues: [...] }.',
  notation: ({ notations }) =>
    `Say how numbers are written: ${notations.map(inOptions).join(' or ')}.`,
  wholeNumbers: ({ dtype }) =>
    `Keep the digits with { dtype: '${dtype}' }, or round with { dtype: 'float32' }.`,
  widerDtype: ({ dtype }) => `Try { dtype: '${dtype}' }.`,
  widerDtypeInTraining: ({ dtype }) =>
    `Correct the cell, or read the file that was learned from with { dtype: '${dtype}' }.`,
  noHeader: () => 'If the file has no header, say so: { header: false }.',
  delimiter: ({ found }) => `They seem to be parted by ${describe(found)}.`,
};

/** A remedy in words and, where it is more than words, as data. */
export function remedyOf(remedy: CsvRemedy): Pick<Complaint, 'remedy' | 'advice'> {
  if (typeof remedy === 'string') return { remedy };
  const advice: AdviceParts & readonly (CsvAdvice | string)[] = Array.isArray(remedy)
    ? remedy
    : [remedy as CsvAdvice];
  return { remedy: advice.map(sentence).join(' '), advice };
}

function sentence<K extends CsvAdvice['kind']>(part: (CsvAdvice & { kind: K }) | string): string {
  return typeof part === 'string' ? part : SENTENCES[part.kind](part);
}

function asKind(column: string, kind: 'ignore' | 'categorical'): string {
  return `{ columns: { ${describe(column)}: '${kind}' } }`;
}

/** What would make numbers of these texts; undefined if they do not look like numbers. */
export function likeNumbers(texts: readonly string[]): CsvAdvice | string | undefined {
  const bare = texts.map(nearlyNumber);
  if (bare.some((text) => text === undefined)) return undefined;
  if (bare.some((text, k) => text !== texts[k])) return 'Remove the sign from the cells.';
  const notations = notationsOf(texts);
  if (notations.length === 0) return 'Write all numbers in the same way.';
  // A comma may be either mark, and only its author knows which.
  return { kind: 'notation', notations: notations.slice(0, 2) };
}

function inOptions({ decimal, thousands }: NumberNotation): string {
  const said = [
    ...(decimal === '.' ? [] : [`decimal: ${quote(decimal)}`]),
    ...(thousands === '' ? [] : [`thousands: ${quote(thousands)}`]),
  ];
  return `{ ${said.join(', ')} }`;
}

/** As the option is written in code. */
function quote(mark: string): string {
  return mark === "'" ? describe(mark) : `'${mark}'`;
}

/** How numbers are written in a file that is read as another was. */
export function writtenAs({ decimal, thousands }: NumberNotation): string {
  const between = thousands === '' ? 'nothing' : describe(thousands);
  return `Write numbers as in the file that was learned from: ${describe(decimal)} before the fraction, ${between} between thousands.`;
}
