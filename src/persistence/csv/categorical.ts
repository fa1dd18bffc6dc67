/** Categorical columns. */
import { describe } from '../../errors/describe.ts';
import { numberParser } from '../../formats/csv/notation.ts';
import type { ColumnRequest, KindReader, Place } from './column.ts';
import { mostFrequent } from './numeric.ts';

/** More are a sign of names, or of numbers after a typing error, unless the caller says otherwise. */
const MANY = 100;
const GAP = -1;
const UNKNOWN_INPUT = { kind: 'ignoreUnknown' } as const;
/** Stays what it is in the values. */
const UNKNOWN = -2;

export function categoricalColumn(request: ColumnRequest): KindReader {
  const { name, kind, ofTable, categories, unknown, notation, refuse } = request;
  const isOfNumbers = request.missing === 'mean' || request.missing === 'median';
  const missing = isOfNumbers && ofTable ? 'mode' : request.missing;
  const numbers = new Map((categories ?? []).map((category, number) => [category, number]));
  const values: number[] = [];
  let gaps = 0;
  let ignored = 0;
  let firstGap: number | undefined;
  let tooMany: Place | undefined;

  function numberOf(text: string, row: number): number {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    if (categories !== undefined) {
      if (unknown === 'ignore') {
        ignored++;
        return UNKNOWN;
      }
      const remedy = unknown === undefined ? 'The model knows no other.' : UNKNOWN_INPUT;
      throw refuse(row, `one of ${describe(categories)}`, describe(text), remedy);
    }
    if (kind === undefined && numbers.size === MANY) {
      tooMany ??= { row, text };
      return GAP;
    }
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  }

  /** At the end, when it is known that the column is one of categories. */
  function check(): void {
    if (tooMany !== undefined) {
      throw refuse(
        tooMany.row,
        `numbers, or at most ${MANY} categories`,
        `${describe(tooMany.text)}, one more`,
        { kind: 'ignoreOrDeclare', column: name },
      );
    }
    if (firstGap !== undefined && isOfNumbers && !ofTable) {
      throw refuse(firstGap, `a value: there is no ${missing} of categories`, 'a missing one', {
        kind: 'imputeMode',
        column: name,
      });
    }
  }

  /** The number of the category for missing values, if they are to be replaced. */
  function chooseFill(): number | undefined {
    if (typeof missing === 'object') return numbers.get(String(missing.constant));
    if (missing !== 'mode') return undefined;
    const known = values.filter((value) => value >= 0);
    if (known.length > 0) return mostFrequent(known);
    throw refuse(undefined, 'a value in one row or more', 'missing ones only', {
      kind: 'ignoreColumn',
      column: name,
    });
  }

  /** The categories in an order that does not depend on the order of the rows. */
  function inOrder(): string[] {
    const found = [...numbers.keys()];
    const parse = numberParser(notation);
    const numeric = found.every((text) => !Number.isNaN(parse(text)));
    return found.sort(
      (a, b) => (numeric ? parse(a) - parse(b) : 0) || (a < b ? -1 : a > b ? 1 : 0),
    );
  }

  return {
    add(text, row) {
      values.push(numberOf(text, row));
    },
    skip(row) {
      gaps++;
      firstGap ??= row;
      values.push(typeof missing === 'object' ? numberOf(String(missing.constant), row) : GAP);
    },
    finish() {
      check();
      const ordered = categories ?? inOrder();
      const positions = new Map(ordered.map((category, position) => [category, position]));
      const places = [...numbers.keys()].map((category) => positions.get(category) ?? GAP);
      const fill = chooseFill();
      const filled = values.map((value) =>
        value === UNKNOWN ? -1 : places[value === GAP ? (fill ?? GAP) : value],
      );
      const column = { name, kind: 'categorical', categories: ordered } as const;
      const found = { values: filled, missing: gaps, ...(ignored > 0 && { unknown: ignored }) };
      if (fill === undefined) return { ...found, column };
      return { ...found, column: { ...column, fill: ordered[places[fill]] } };
    },
  };
}
