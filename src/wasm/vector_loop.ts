/** Turns scalar formulas into loops over memory, four elements at a time, with an exact tail. */
import type { FunctionBuilder } from './function.ts';
import type { Address, Range } from './loops.ts';
import { countUp, loadLanes, scaled, storeLanes } from './loops.ts';
import type { Operand, Value } from './values.ts';
import { op } from './values.ts';

type Vector = Value<'v128'>;

/** Where an input of a vector loop lies. Strides are in elements, from 0 up. */
export interface LoopInput {
  /** The byte address of the first element. */
  readonly pointer: Operand<'i32'>;
  /** 1: neighbours, read as vectors. 0: one number for the whole row. Others are gathered. */
  readonly columnStride: number;
  /** From one row to the next; 0 repeats the same row. */
  readonly rowStride: number;
}

/** Where an output lies: its columns are neighbours. */
export interface LoopOutput {
  readonly pointer: Operand<'i32'>;
  readonly rowStride: number;
}

export interface VectorLoop {
  readonly rows: number;
  readonly columns: number;
  readonly inputs: readonly LoopInput[];
  readonly outputs: readonly LoopOutput[];
  /**
   * The outputs at four neighbouring elements, from the inputs there. Called once; `index` holds the
   * row-major numbers of the elements, as words.
   */
  readonly body: (inputs: readonly Vector[], index: Vector) => readonly Vector[];
  /**
   * Which rows, or of a single row which columns: from a multiple of four, to another or to the last.
   * Default all.
   */
  readonly range?: Range;
}

/**
 * Emits the loop over all elements and, for the last `columns % 4` of each row, the same body on
 * fewer lanes. Reads only elements of inputs and writes only elements of outputs. All inputs at an
 * element are read before an output is written there, so an output may lie exactly upon an input
 * that is read at no other element.
 */
export function vectorLoop(f: FunctionBuilder, loop: VectorLoop) {
  const { rows, columns, inputs, outputs, body, range } = loop;
  if (rows === 0 || columns === 0) return;
  const column = f.local('i32', 'column');
  const row = f.local('i32', 'row');
  const rowOffsets = new Map([[columns, row]]);

  /** Where an operand's current elements are: pointer + 4 * (row * rowStride + column * stride). */
  function address(pointer: Operand<'i32'>, rowStride: number, columnStride: number): Address {
    const terms: Value<'i32'>[] = [];
    if (typeof pointer !== 'number') terms.push(pointer);
    if (rows > 1 && rowStride > 0) {
      const offset = rowOffsets.get(rowStride) ?? f.local('i32', 'row');
      rowOffsets.set(rowStride, offset);
      terms.push(offset);
    }
    if (columnStride === 1) terms.push(column);
    if (columnStride > 1) terms.push(op('i32.mul', column, columnStride));
    return {
      base: terms.length === 0 ? 0 : terms.reduce((sum, term) => op('i32.add', sum, term)),
      offset: typeof pointer === 'number' ? pointer : 0,
    };
  }

  const sources = inputs.map(({ pointer, rowStride, columnStride }) => ({
    local: f.local('v128', 'in'),
    columnStride,
    address: address(pointer, rowStride, columnStride),
    // What stays the same longer is read further outside.
    level: columnStride > 0 ? 'element' : rows > 1 && rowStride > 0 ? 'row' : 'loop',
  }));
  const read = (level: string, lanes: number) => {
    for (const source of sources) {
      if (source.level !== level) continue;
      f.set(source.local, loadLanes(source.address, source.columnStride, lanes));
    }
  };
  const elements = address(0, columns, 1).base;
  const index = op(
    'i32x4.add',
    op('i32x4.splat', op('i32.shr_u', elements, 2)),
    op('v128.const', 'i32x4', [0, 1, 2, 3]),
  );
  const changing = sources.filter(({ level }) => level !== 'loop').map(({ local }) => local);

  read('loop', 4);
  const values = hoist(
    f,
    body(
      sources.map(({ local }) => local),
      index,
    ),
    new Set<Value>([...changing, index]),
  );
  const results = outputs.map(({ pointer, rowStride }, i) => ({
    local: f.local('v128', 'out'),
    value: values[i],
    address: address(pointer, rowStride, 1),
  }));
  const turn = (lanes: number) => {
    read('element', lanes);
    f.setAll(results.map(({ local, value }) => [local, value]));
    for (const result of results) storeLanes(f, result.address, result.local, lanes);
  };

  const [ofRows, ofColumns] = rows > 1 ? [range, undefined] : [undefined, range];
  const others = [...rowOffsets].filter(([, offset]) => offset !== row);
  for (const [stride, offset] of others) f.set(offset, scaled(ofRows?.from ?? 0, 4 * stride));
  const { from = 0, to = rows } = ofRows ?? {};
  const byRow = { start: scaled(from, 4 * columns), end: scaled(to, 4 * columns), by: 4 * columns };
  countUp(f, row, byRow, () => {
    read('row', 4);
    const whole = columns - (columns % 4);
    const { start, end } = ofColumns
      ? { start: scaled(ofColumns.from, 4), end: op('i32.and', scaled(ofColumns.to, 4), -16) }
      : { start: 0, end: 4 * whole };
    countUp(f, column, { start, end, by: 16 }, () => turn(4));
    if (whole < columns) {
      const tail = () => {
        f.set(column, 4 * whole);
        turn(columns - whole);
      };
      if (ofColumns) f.when(op('i32.eq', ofColumns.to, columns), tail);
      else tail();
    }
    for (const [stride, offset] of others) f.set(offset, op('i32.add', offset, 4 * stride));
  });
}

/**
 * Moves out of the loop what is the same in every turn: computes it now, into locals, and gives the
 * expressions with those locals in its place.
 */
export function hoist(
  f: FunctionBuilder,
  roots: readonly Vector[],
  changing: ReadonlySet<Value>,
): Vector[] {
  const varying = new Map<Value, boolean>();
  const varies = (value: Value): boolean => {
    const answer =
      varying.get(value) ?? (changing.has(value) || value.operands.some((part) => varies(part)));
    varying.set(value, answer);
    return answer;
  };
  const replacements = new Map<Value, Value>();
  const replace = (value: Value): Value => {
    const replacement = replacements.get(value) ?? replacementOf(value);
    replacements.set(value, replacement);
    return replacement;
  };
  const replacementOf = (value: Value): Value => {
    if (changing.has(value) || value.type !== 'v128' || value.name === 'local.get') return value;
    if (varies(value)) return { ...value, operands: value.operands.map(replace) };
    const local = f.local('v128', 'fixed');
    f.set(local, value as Vector);
    return local;
  };
  return roots.map((root) => replace(root) as Vector);
}
