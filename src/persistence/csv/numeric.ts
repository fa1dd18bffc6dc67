/** Numeric columns. */
import { columnSums } from '../../data/scaling/column_sums.ts';
import { describe } from '../../errors/describe.ts';
import type { DataError } from '../../errors/errors.ts';
import { keepsDigits } from '../../formats/csv/digits.ts';
import { numberParser } from '../../formats/csv/notation.ts';
import type { ColumnRequest, KindReader, Rounded } from './column.ts';
import { likeNumbers, writtenAs } from './remedies.ts';

export function numericColumn(request: ColumnRequest): KindReader {
  const { name, missing, notation, dtype, exact, reread, refuse } = request;
  const single = dtype === 'float32';
  const holds = (value: number) => Number.isFinite(single ? Math.fround(value) : value);
  const values: number[] = [];
  const gaps: number[] = []; // positions of missing values
  let lost = 0;
  let firstLost: Rounded['first'] | undefined;

  function chooseFill(): number | undefined {
    if (missing === 'refuse') return undefined;
    if (typeof missing === 'object') return Number(missing.constant);
    const known = gaps.length === 0 ? values : values.filter((value) => !Number.isNaN(value));
    return known.length === 0 ? Number.NaN : statistics[missing](known);
  }

  function refuseLost({ row, text, value }: Rounded['first']): DataError {
    const fits = dtype === 'float32' && Number.isSafeInteger(numberParser(notation)(text));
    return refuse(
      row,
      `whole numbers that ${dtype} holds`,
      `${text}, which would become ${value}${lost === 1 ? '' : `, and ${lost - 1} more`}`,
      reread
        ? single
          ? { kind: 'widerDtypeInTraining', dtype: 'float64' }
          : 'Round it in the file.'
        : fits
          ? { kind: 'wholeNumbers', dtype: 'float64' }
          : { kind: 'ignoreColumn', column: name },
    );
  }

  return {
    add(text, row, value) {
      if (Number.isNaN(value)) {
        const like = likeNumbers([text]) ?? 'Correct the cell.';
        const remedy = reread && typeof like !== 'string' ? writtenAs(notation) : like;
        throw refuse(row, 'a number', describe(text), remedy);
      }
      const stored = single ? Math.fround(value) : value;
      if (!Number.isFinite(stored)) {
        const kind = reread ? 'widerDtypeInTraining' : 'widerDtype';
        const remedy = single ? ({ kind, dtype: 'float64' } as const) : undefined;
        throw refuse(row, `a number that ${dtype} can hold`, text, remedy);
      }
      // Fractions are rounded in any dtype; a whole number may be more than a measurement.
      if (Number.isInteger(value) && !keepsDigits(value, stored, text, notation)) {
        lost++;
        firstLost ??= { row, text, value: stored };
      }
      values.push(value);
    },
    skip() {
      gaps.push(values.length);
      values.push(Number.NaN);
    },
    finish() {
      if (exact && firstLost !== undefined) throw refuseLost(firstLost);
      const rounded = firstLost && { rounded: { cells: lost, first: firstLost } };
      const found = { values, missing: gaps.length, ...rounded };
      const fill = chooseFill();
      if (fill === undefined) return { ...found, column: { name, kind: 'numeric' } };
      if (!holds(fill)) {
        throw refuse(undefined, 'a finite number for missing values', describe(missing));
      }
      for (const gap of gaps) values[gap] = fill;
      return { ...found, column: { name, kind: 'numeric', fill } };
    },
  };
}

export const statistics = {
  mean(values: readonly number[]) {
    const sums = columnSums(1);
    for (const value of values) sums.add(0, value);
    return sums.totals()[0] / values.length;
  },
  median(values: readonly number[]) {
    const sorted = Float64Array.from(values).sort();
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  },
  mode: (values: readonly number[]) => mostFrequent(values),
};

/** The most frequent value; of equally frequent ones, the first to appear. */
export function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = Number.NaN;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most) {
      best = value;
      most = count;
    }
  }
  return best;
}
