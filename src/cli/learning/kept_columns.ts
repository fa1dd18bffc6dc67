/** Columns of a file that stand beside what is predicted, such as the identifiers of its rows. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { nearName, shownNames } from '../../errors/near_name.ts';
import type { CsvSchema } from '../../persistence/index.ts';
import { list } from '../words/options.ts';
import type { OtherRows } from './other_rows.ts';

const ALL = 'all';
const NONE = 'none';

export const keepOption = list(
  'A,B',
  'columns of the file to put before what is predicted: names, all, or none; those that the model ' +
    'does not use, such as an id, unless it is said',
  (_, name) => name,
);

export interface KeptColumns {
  readonly columns: readonly (readonly [name: string, texts: readonly string[]])[];
  /** Columns that would have been kept, were there not one of what is predicted by the same name. */
  readonly left: readonly string[];
}

/**
 * @param keep the columns that are asked for
 * @param taken names of columns of what is predicted
 * @throws DataError for a column that the file does not have, and for one by the name of a prediction
 */
export function keptColumns(
  { report, name: file, textsOf }: OtherRows,
  { inputs, targets }: CsvSchema,
  keep: readonly string[] | undefined,
  taken: readonly string[],
): KeptColumns {
  const { columns } = report;
  const names = columns.map(({ name }) => name);
  const used = [...inputs, ...targets].map(({ name }) => name);
  const unused = names.filter((name) => !used.includes(name));
  const special = keep?.length === 1 && !names.includes(keep[0]) ? keep[0] : undefined;
  const asked = special === NONE ? [] : special === ALL ? names : (keep ?? unused);
  const isListed = keep !== undefined && special !== ALL;
  const missing = asked.find((name) => !names.includes(name));
  if (missing !== undefined) throw noColumn(file, missing, names);
  const twice = asked.filter((name) => taken.includes(name));
  if (isListed && twice.length > 0) throw nameTaken(file, twice[0]);
  return {
    columns: columns
      .filter(({ name }) => asked.includes(name) && !twice.includes(name))
      .map(({ name, position }) => [name, textsOf(position)]),
    left: twice.filter((name) => !targets.some((target) => target.name === name)),
  };
}

function noColumn(file: string, name: string, names: readonly string[]): DataError {
  const near = nearName(name, names);
  return new DataError({
    where: `--keep, ${file}`,
    expected: `a column named ${describe(name)}`,
    received: `the columns ${shownNames(names)}`,
    remedy: near === undefined ? 'Choose among these, or all, or none.' : `Did you mean ${near}?`,
  });
}

function nameTaken(file: string, name: string): DataError {
  return new DataError({
    where: `--keep, ${file}`,
    expected: 'columns by other names than what is predicted has',
    received: describe(name),
    remedy: 'Leave it out there, or rename it in the file.',
  });
}
