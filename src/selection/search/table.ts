/** The results of a search as a table: a row for each trial, sortable by every column. */
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { boolean, withDefault } from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { formatTable, withText } from '../../formats/text_table.ts';
import type { Goal } from '../../train/events/monitor.ts';
import { compareScores, type TrialRecord } from './record.ts';

export interface SearchTable<V> {
  readonly rows: readonly TrialRecord<V>[];
  /** The names of the columns, which are what `sortBy` takes. */
  readonly names: readonly string[];
  /**
   * The rows in another order: by `score` the best first, by any other column the smallest. Rows that
   * have no such value, such as the score of a failed trial, stand last; equals as they stood.
   * @throws OptionError for a name that no column has
   */
  sortBy(name: string, options?: { readonly descending?: boolean }): SearchTable<V>;
  /** Names and values, as `writeCsv` and `saveCsv` take them. What a row does not have is ''. */
  columns(): [name: string, values: (number | string)[]][];
  toString(): string;
}

type Cell = number | string | undefined;

/** A column: its name, and what a row has in it. */
type Column = readonly [name: string, cell: (row: TrialRecord<unknown>) => Cell];

export function makeTable<V>(
  rows: readonly TrialRecord<V>[],
  parameters: readonly string[],
  goal: Goal,
): SearchTable<V> {
  const columns = columnsOf(rows, parameters);
  const table: SearchTable<V> = {
    rows,
    names: columns.map(([name]) => name),
    sortBy(name, options) {
      const { descending } = readTrainingOptions<{ descending: boolean }>('sortBy', options, {
        descending: withDefault(boolean, false),
      });
      const column = columns.find(([known]) => known === name);
      if (column === undefined) {
        throw new OptionError({
          where: 'sortBy',
          expected: `one of ${table.names.join(', ')}`,
          received: describe(name),
          remedy: 'Sort by one of these.',
        });
      }
      const [, cell] = column;
      const sign = descending ? -1 : 1;
      const isMissing = (row: TrialRecord<V>) => {
        const value = cell(row);
        return Number(value === undefined || Number.isNaN(value));
      };
      const compare = (a: TrialRecord<V>, b: TrialRecord<V>) =>
        name === 'score' ? compareScores(goal, a, b) : compareCells(cell(a), cell(b));
      const sorted = [...rows].sort(
        (a, b) => isMissing(a) - isMissing(b) || (isMissing(a) ? 0 : sign * compare(a, b)),
      );
      return makeTable(sorted, parameters, goal);
    },
    columns: () => columns.map(([name, cell]) => [name, rows.map((row) => cell(row) ?? '')]),
  };
  return withText(table, () => formatRows(columns, rows));
}

/** Numbers by value and before texts, which go by code unit. */
function compareCells(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' ? -1 : 1;
  return a === b ? 0 : String(a) < String(b) ? -1 : 1;
}

/** Columns that no row has anything in are left out. */
function columnsOf(rows: readonly TrialRecord<unknown>[], parameters: readonly string[]): Column[] {
  const metrics = new Set(rows.flatMap((row) => Object.keys(row.metrics)));
  const optional: Column[] = [
    ['iterations', (row) => row.iterations],
    ['score', (row) => row.score],
    ...[...metrics].map((name): Column => [name, (row) => own(row.metrics, name)]),
    ['error', ({ error }) => error && `${error.name}: ${error.message}`],
  ];
  return [
    ['trial', (row) => row.trial],
    ...parameters.map((name): Column => [name, (row) => parameterCell(row.values, name)]),
    ['epochs', (row) => row.epochs],
    ...optional.filter(
      ([name, cell]) => name === 'score' || rows.some((row) => cell(row) !== undefined),
    ),
  ];
}

/** A metric named `toString` is none where there is none. */
function own(metrics: TrialRecord['metrics'], name: string): number | undefined {
  return Object.hasOwn(metrics, name) ? metrics[name] : undefined;
}

function parameterCell(values: unknown, name: string): Cell {
  const value = (values as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}

/** Numbers to the right, texts to the left. */
function formatRows(columns: readonly Column[], rows: readonly TrialRecord<unknown>[]): string {
  const lines = rows.map((row) => columns.map(([name, cell]) => showCell(name, cell(row))));
  const left = columns.flatMap(([, cell], i) =>
    rows.some((row) => typeof cell(row) === 'string') ? [i] : [],
  );
  return formatTable([columns.map(([name]) => name), ...lines], { left, underlined: true });
}

function showCell(name: string, cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return showNumber(cell);
  if (name !== 'error') return cell;
  return cell.length > 50 ? `${cell.slice(0, 47)}...` : cell;
}

/** Four figures are enough to compare by; all of them are in `columns()`. */
export function showNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}
