/**
 * Matrix multiply as emitted SIMD code, for one shape and one pair of layouts: how the product is
 * cut into blocks that stay in the caches, and these into tiles (`tile.ts`).
 *
 *     for each range of k          so many that a panel of B stays in the first-level cache
 *       for each block of rows     so many that the block of A stays in the second-level cache
 *         pack A, if its rows are not contiguous
 *         for each panel of 8 columns
 *           pack the panel of B, if there are rows enough to use it again
 *           for each 4 rows: the tile
 *
 * Ranges of k come in ascending order and continue with the sums that C holds, so that every sum runs
 * over k in order.
 */
import type { FunctionBuilder, WasmFunction } from '../../wasm/function.ts';
import { call } from '../../wasm/function.ts';
import { countUp } from '../../wasm/loops.ts';
import type { ModuleBuilder } from '../../wasm/module.ts';
import type { Local, Operand } from '../../wasm/values.ts';
import { op } from '../../wasm/values.ts';
import { defineSweep } from './sweep.ts';
import type { Strides } from './tile.ts';
import { definePack, defineTile, paddedWidth } from './tile.ts';

/** C[m, n] = A[m, k] x B[k, n]; rows of C are contiguous. Transposed operands are strides swapped. */
export interface Product {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly a: Strides;
  readonly b: Strides;
  /** From one row of C to the next; default n. */
  readonly cRow?: number;
}

const productParameters = { a: 'i32', b: 'i32', c: 'i32', scratch: 'i32' } as const;

/** The sizes in which a product is computed. */
export interface Blocking {
  readonly tileRows: number;
  readonly tileColumns: number;
  readonly blockRows: number;
  readonly depth: number;
  readonly packsA: boolean;
  readonly packsB: boolean;
}

export function blockingOf({ m, n, k, a, b }: Product): Blocking {
  // Eight sums are under way at a time: enough to hide the latency of an addition, and with the
  // factors they fit into 16 registers.
  const vectors = Math.min(Math.floor(8 / Math.min(m, 4)), Math.ceil(n / 4));
  const tileRows = Math.min(m, vectors === 1 ? 8 : 4);
  // A panel of 512 x 8 numbers takes half of a first-level cache of 32 KiB. A block of A takes half a
  // megabyte of the second level: the larger it is, the fewer times B is packed.
  const depth = Math.ceil(k / Math.ceil(k / 512));
  const blocks = Math.ceil((m * depth) / (256 * 512));
  return {
    tileRows,
    tileColumns: 4 * vectors,
    blockRows: 8 * Math.ceil(m / blocks / 8),
    depth,
    // A is read again for every panel of columns. Where its rows are not contiguous that soon costs
    // more than packing it once; where they are, only when they lie far apart many times.
    packsA: n >= (a.column === 1 ? 256 : 64),
    // B likewise for every tile of rows. In place it must advance from one k to the next.
    packsB: b.column !== 1 || b.row === 0 || m > 16,
  };
}

/**
 * A row times a matrix whose columns are not neighbours is computed as the transposed matrix times
 * a column, which reads the matrix along its rows. The products have the same bits either way round.
 */
function oriented(product: Product): Required<Product> & { readonly swapped: boolean } {
  const { m, n, k, a, b, cRow = n } = product;
  if (m !== 1 || n === 1 || b.column === 1) return { ...product, cRow, swapped: false };
  const transpose = ({ row, column }: Strides) => ({ row: column, column: row });
  return { m: n, n: m, k, a: transpose(b), b: transpose(a), cRow: 1, swapped: true };
}

/** Whether a product is a row times a matrix that is wide enough to be read row by row. */
function isSwept({ m, n, b }: Product): boolean {
  return m === 1 && b.column === 1 && n >= 64;
}

/** How many bytes of scratch memory a product needs, at an address divisible by 4. */
export function matmulScratchBytes(given: Product): number {
  const product = oriented(given);
  if (product.m * product.n * product.k === 0 || isSwept(product)) return 0;
  const { tileColumns, blockRows, depth, packsA, packsB } = blockingOf(product);
  const rows = Math.min(paddedWidth(product.m), blockRows);
  return 4 * depth * ((packsB ? tileColumns : 0) + (packsA ? rows : 0));
}

/** Adds to a module the function that computes a product from the addresses of its operands. */
export function defineMatmul(
  module: ModuleBuilder,
  given: Product,
): WasmFunction<typeof productParameters, 'void'> {
  const product = oriented(given);
  const { m, n, k, a, b, cRow, swapped } = product;
  const name = `matmul_${m}x${k}x${n}_a${a.row}.${a.column}_b${b.row}.${b.column}${swapped ? '_swapped' : cRow === n ? '' : `_c${cRow}`}`;
  return module.once(name, productParameters, 'void', (f, p) => {
    if (m * n === 0) return;
    if (k === 0) return f.run(op('memory.fill', p.c, 0, 4 * m * n));
    if (isSwept(product)) {
      const sweep = defineSweep(module, { n, k, aColumn: a.column, bRow: b.row });
      return f.run(call(sweep, { a: p.a, b: p.b, c: p.c }));
    }
    const blocking = blockingOf(product);
    const { tileRows, blockRows } = blocking;
    const block = defineBlock(module, name, product, blocking);
    forBlocks(f, k, blocking.depth, (fromK, depth) => {
      forBlocks(f, m, blockRows, (fromRow, rows) => {
        f.run(
          call(block, {
            a: moved(moved(swapped ? p.b : p.a, fromRow, a.row), fromK, a.column),
            b: moved(swapped ? p.a : p.b, fromK, b.row),
            c: moved(p.c, fromRow, cRow),
            scratch: p.scratch,
            tiles: Math.floor(rows / tileRows),
            edge: rows % tileRows,
            depth,
            resume: fromK,
          }),
        );
      });
    });
  });
}

/** Visits ranges of `size`, and the rest as a range of its own. */
function forBlocks(
  f: FunctionBuilder,
  total: number,
  size: number,
  visit: (start: Operand<'i32'>, size: number) => void,
) {
  const whole = total - (total % size);
  if (whole > 0) {
    const start = f.local('i32', 'start');
    countUp(f, start, { end: whole, by: size }, () => visit(start, size));
  }
  if (whole < total) visit(whole, total - whole);
}

/** The address of the element that lies `count * stride` elements further. */
function moved(pointer: Operand<'i32'>, count: Operand<'i32'>, stride: number): Operand<'i32'> {
  if (typeof count !== 'number') {
    return op('i32.add', pointer, op('i32.mul', count, 4 * stride));
  }
  return count === 0 ? pointer : op('i32.add', pointer, 4 * stride * count);
}

const blockParameters = {
  ...productParameters,
  /** How many tiles of full height there are, and whether there is a lower one below them. */
  tiles: 'i32',
  edge: 'i32',
  depth: 'i32',
  resume: 'i32',
} as const;

/** The product of some rows of A and all columns of B over a range of k. */
function defineBlock(
  module: ModuleBuilder,
  name: string,
  product: Required<Product>,
  blocking: Blocking,
) {
  const { m, n, a, b, cRow } = product;
  const { tileRows, tileColumns, packsA, packsB } = blocking;

  return module.define(`${name}_block`, blockParameters, 'void', (f, p) => {
    const left = f.local('i32', 'left');
    const aAt = f.local('i32', 'a.at');
    const bAt = f.local('i32', 'b.at');
    const bTile = f.local('i32', 'b.tile');
    const end = f.local('i32', 'end');
    const cPanel = f.local('i32', 'c.panel');
    const cAt = f.local('i32', 'c.at');
    const packedA = f.local('i32', 'a.packed');
    const aBytes = f.local('i32', 'a.bytes');
    const advance = (pointer: Local<'i32'>, by: Operand<'i32'>) =>
      f.set(pointer, op('i32.add', pointer, by));

    /** Visits the tiles of full height, then the lower one. */
    const eachTile = (visit: (rows: number) => void) => {
      f.set(left, p.tiles);
      f.when(left, () => {
        f.loop((again) => {
          visit(tileRows);
          f.set(left, op('i32.sub', left, 1));
          f.branch(again, left);
        });
      });
      if (m % tileRows > 0) f.when(p.edge, () => visit(m % tileRows));
    };

    if (packsA) {
      f.set(packedA, moved(p.scratch, p.depth, packsB ? tileColumns : 0));
      f.set(aAt, p.a);
      f.set(end, packedA);
      eachTile((rows) => {
        const pack = definePack(module, { width: rows, across: a.row, along: a.column });
        f.set(aBytes, op('i32.mul', p.depth, 4 * paddedWidth(rows)));
        f.set(bTile, end);
        advance(end, aBytes);
        f.run(call(pack, { from: aAt, to: bTile, end }));
        advance(aAt, 4 * rows * a.row);
      });
    }

    /** Computes the columns from `bAt` on, and moves on by their number. */
    const panel = (columns: number) => {
      const bStep = packsB ? paddedWidth(columns) : b.row;
      f.set(bTile, packsB ? p.scratch : bAt);
      f.set(end, moved(bTile, p.depth, bStep));
      if (packsB) {
        const pack = definePack(module, { width: columns, across: b.column, along: b.row });
        f.run(call(pack, { from: bAt, to: bTile, end }));
      }
      f.set(aAt, packsA ? packedA : p.a);
      f.set(cAt, cPanel);
      eachTile((rows) => {
        const tile = defineTile(module, {
          rows,
          columns,
          a: packsA ? { row: 1, column: paddedWidth(rows) } : a,
          bStep,
          padded: packsB,
        });
        f.run(call(tile, { a: aAt, b: bTile, end, c: cAt, cRowBytes: 4 * cRow, resume: p.resume }));
        advance(aAt, packsA ? op('i32.mul', p.depth, 4 * paddedWidth(rows)) : 4 * rows * a.row);
        advance(cAt, 4 * rows * cRow);
      });
      advance(bAt, 4 * columns * b.column);
      advance(cPanel, 4 * columns);
    };

    f.set(bAt, p.b);
    f.set(cPanel, p.c);
    countUp(f, f.local('i32', 'column'), { end: n - (n % tileColumns), by: tileColumns }, () =>
      panel(tileColumns),
    );
    if (n % tileColumns > 0) panel(n % tileColumns);
  });
}
