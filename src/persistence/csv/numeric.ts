/** Numeric columns. */
import { describe } from '../../errors/describe.ts';
import type { ColumnReader, ColumnRequest } from './column.ts';

/** The number that a text is in plain decimal notation, such as `-1.5e3`; NaN for other texts. */
export function parseNumber(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code >= 48 && code <= 57;
    if (!digit && !'.-+eE'.includes(text[i])) return Number.NaN;
  }
  return text === '' ? Number.NaN : Number(text);
}

export function numericColumn({ name, kind, missing, holds, refuse }: ColumnRequest): ColumnReader {
  const values: number[] = [];
  const gaps: number[] = []; // positions of missing values

  function chooseFill(): number | undefined {
    if (missing === 'refuse') return undefined;
    if (typeof missing === 'object') return Number(missing.constant);
    const known = gaps.length === 0 ? values : values.filter((value) => !Number.isNaN(value));
    return known.length === 0 ? Number.NaN : statistics[missing](known);
  }

  return {
    add(text, row) {
      const value = parseNumber(text);
      if (Number.isNaN(value)) {
        const expected = `a number${kind === undefined ? ', as the first value of the column is' : ''}`;
        const declare = `, or declare the column: { columns: { ${describe(name)}: 'categorical' } }`;
        const remedy = `Correct the cell${kind === undefined ? declare : ''}.`;
        throw refuse(row, expected, describe(text), remedy);
      }
      if (!holds(value)) {
        throw refuse(row, 'a number that the dtype can hold', text, "Try { dtype: 'float64' }.");
      }
      values.push(value);
    },
    skip() {
      gaps.push(values.length);
      values.push(Number.NaN);
    },
    finish() {
      const fill = chooseFill();
      if (fill === undefined) return { column: { name, kind: 'numeric' }, values };
      if (!holds(fill)) {
        throw refuse(undefined, 'a finite number for missing values', describe(missing));
      }
      for (const gap of gaps) values[gap] = fill;
      return { column: { name, kind: 'numeric', fill }, values };
    },
  };
}

const statistics = {
  mean: (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length,
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
