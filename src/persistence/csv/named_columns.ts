/** What is done with columns by their names: the rules that all of them share, and that they are there. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { nearName, shownNames } from '../../errors/near_name.ts';
import { numberParser } from '../../formats/csv/notation.ts';
import type { ColumnRequest, FinishedColumn } from './column.ts';
import type { CsvSchema } from './schema.ts';

/** What all columns have in common. */
export function sharedRules({
  dtype,
  exact,
  missingValues,
  decimal,
  thousands,
}: Pick<CsvSchema, 'dtype' | 'exact' | 'missingValues' | 'decimal' | 'thousands'>): Pick<
  ColumnRequest,
  'dtype' | 'exact' | 'isMissing' | 'numbersMayBeMissing' | 'notation'
> {
  const missing = new Set(missingValues);
  const notation = { decimal, thousands };
  const parse = numberParser(notation);
  return {
    dtype,
    exact,
    notation,
    numbersMayBeMissing: missingValues.some((text) => !Number.isNaN(parse(text))),
    isMissing: (text) => missing.has(text),
  };
}

export function columnNamed(
  columns: ReadonlyMap<string, FinishedColumn>,
  name: string,
): FinishedColumn {
  const column = columns.get(name);
  if (column === undefined) throw new Error(`column ${name} was checked to be there`);
  return column;
}

/** So many names are listed. */
const SHOWN = 20;

export function checkNames(
  where: string,
  names: readonly string[],
  wanted: readonly string[],
): void {
  const known = new Set(names);
  const absent = wanted.find((name) => name === '' || !known.has(name));
  if (absent === undefined) return;
  const near = nearName(absent, names) ?? names.find((name) => name.startsWith(`${absent},`));
  const more = names.length > SHOWN ? `, … ${names.length} in all` : '';
  throw new DataError({
    where,
    expected: `a column named ${describe(absent)}`,
    received: `the columns ${shownNames(names.slice(0, SHOWN))}${more}`,
    remedy: near === undefined ? 'Choose one of these.' : `Did you mean ${shownNames([near])}?`,
    ...(near?.includes(',') && { advice: [{ kind: 'columnWithComma', column: near }] }),
  });
}
