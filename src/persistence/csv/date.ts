/** Columns of dates, which become their parts: a category for each day would teach nothing. */
import { describe } from '../../errors/describe.ts';
import { DATE_ORDERS, type DateOrder, formatDate, parseDate } from '../../formats/csv/dates.ts';
import type { ColumnRequest, KindReader } from './column.ts';
import { statistics } from './numeric.ts';
import type { DateColumn } from './schema.ts';

export interface DateReader extends KindReader {
  /** Whether all cells so far are dates. */
  readonly possible: () => boolean;
}

/** One column, read in every order that is still possible. */
interface Attempt {
  readonly order: DateOrder;
  readonly values: number[];
}

/** @param orders those that are tried; all there are, unless the column or its author says which it is */
export function dateColumn(request: ColumnRequest): DateReader {
  const { name, kind, missing, dateOrder, refuse } = request;
  const orders = dateOrder === undefined ? DATE_ORDERS : withOrder(dateOrder, request.reread);
  let attempts: Attempt[] = orders.map((order) => ({ order, values: [] }));
  let times = request.times ?? false;
  let dates = 0;
  let gaps = 0;

  function chooseFill(values: readonly number[]): number | undefined {
    if (missing === 'refuse') return undefined;
    const known = values.filter((value) => !Number.isNaN(value));
    if (typeof missing !== 'object')
      return known.length === 0 ? Number.NaN : statistics[missing](known);
    const text = String(missing.constant);
    for (const order of new Set<DateOrder>(['ymd', ...orders])) {
      const date = parseDate(text, order);
      if (date !== undefined) return date.at;
    }
    throw refuse(undefined, 'a date for missing values', describe(missing));
  }

  return {
    possible: () => attempts.length > 0,
    add(text, row) {
      if (attempts.length === 0) return;
      attempts = attempts.filter(({ order, values }) => {
        const date = parseDate(text, order);
        if (date === undefined) return false;
        values.push(date.at);
        if (request.times === undefined) times ||= date.hasTime;
        return true;
      });
      if (attempts.length > 0) dates++;
      else if (kind === 'date') {
        const said = dateOrder === undefined ? '2024-12-31' : EXAMPLES[dateOrder];
        throw refuse(row, `a date, as ${said}`, describe(text), 'Correct the cell.');
      }
    },
    skip() {
      gaps++;
      for (const { values } of attempts) values.push(Number.NaN);
    },
    finish() {
      const [attempt, other] = attempts;
      if (other !== undefined && dates > 0) {
        throw refuse(
          undefined,
          'dates of which one shows whether the day or the month comes first',
          'none with a day above 12',
          { kind: 'dateOrder', column: name },
        );
      }
      const { order, values } = attempt;
      const fill = chooseFill(values);
      const column: DateColumn = { name, kind: 'date', order, times };
      if (fill === undefined) return { values, missing: gaps, column };
      return {
        values: values.map((value) => (Number.isNaN(value) ? fill : value)),
        missing: gaps,
        column: { ...column, fill: formatDate(fill, times) },
      };
    },
  };
}

const EXAMPLES: Readonly<Record<DateOrder, string>> = {
  ymd: '2024-12-31',
  dmy: '31.12.2024',
  mdy: '12/31/2024',
};

/** Where it is said which comes first of day and month, dates may still have the year in front. */
function withOrder(said: DateOrder, reread: boolean): readonly DateOrder[] {
  return reread || said === 'ymd' ? [said] : ['ymd', said];
}
