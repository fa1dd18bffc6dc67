/** Categorical columns. */
import { describe } from '../../errors/describe.ts';
import type { ColumnReader, ColumnRequest } from './column.ts';
import { mostFrequent, parseNumber } from './numeric.ts';

/** More are a sign of names, or of numbers after a typing error, unless the caller says otherwise. */
const MANY = 100;
const GAP = -1;

export function categoricalColumn(request: ColumnRequest): ColumnReader {
  const { name, kind, missing, categories, refuse } = request;
  const numbers = new Map((categories ?? []).map((category, number) => [category, number]));
  const values: number[] = [];

  function numberOf(text: string, row: number): number {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    if (categories !== undefined) {
      throw refuse(
        row,
        `one of ${describe(categories)}`,
        describe(text),
        'The model knows no other.',
      );
    }
    if (kind === undefined && numbers.size === MANY) {
      throw refuse(
        row,
        `numbers, or at most ${MANY} categories`,
        `${describe(text)}, one more`,
        `Leave the column out, { columns: { ${describe(name)}: 'ignore' } }, or declare it 'categorical'.`,
      );
    }
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  }

  /** The number of the category for missing values, if they are to be replaced. */
  function chooseFill(): number | undefined {
    if (typeof missing === 'object') return numbers.get(String(missing.constant));
    if (missing !== 'mode') return undefined;
    const known = values.filter((value) => value !== GAP);
    if (known.length > 0) return mostFrequent(known);
    throw refuse(undefined, 'a value in one row or more', 'missing ones only');
  }

  /** The categories in an order that does not depend on the order of the rows. */
  function inOrder(): string[] {
    const found = [...numbers.keys()];
    const numeric = found.every((text) => !Number.isNaN(parseNumber(text)));
    return found.sort(
      (a, b) => (numeric ? parseNumber(a) - parseNumber(b) : 0) || (a < b ? -1 : a > b ? 1 : 0),
    );
  }

  return {
    add(text, row) {
      values.push(numberOf(text, row));
    },
    skip(row) {
      if (missing === 'mean' || missing === 'median') {
        throw refuse(
          row,
          `a value: there is no ${missing} of categories`,
          'a missing one',
          `Choose { columns: { ${describe(name)}: { missing: 'mode' } } }.`,
        );
      }
      values.push(typeof missing === 'object' ? numberOf(String(missing.constant), row) : GAP);
    },
    finish() {
      const ordered = categories ?? inOrder();
      const positions = new Map(ordered.map((category, position) => [category, position]));
      const places = [...numbers.keys()].map((category) => positions.get(category) ?? GAP);
      const fill = chooseFill();
      const filled = values.map((value) => places[value === GAP ? (fill ?? GAP) : value]);
      const column = { name, kind: 'categorical', categories: ordered } as const;
      if (fill === undefined) return { column, values: filled };
      return { column: { ...column, fill: ordered[places[fill]] }, values: filled };
    },
  };
}
