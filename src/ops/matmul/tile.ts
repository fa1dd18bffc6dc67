/**
 * The two inner loops of the SIMD matrix multiply: the tile, which computes a few rows and columns
 * of the product in registers, and packing, which lays an operand out as the tile reads it.
 *
 * Each element of the product is its own sum over k in ascending order, one rounding for the
 * product and one for the sum: SIMD lanes are different elements, never parts of one sum. That is
 * the order of the reference, so the bits are those of the reference.
 */
import type { FunctionBuilder, WasmFunction } from '../../wasm/function.ts';
import { loadLanes, storeLanes } from '../../wasm/loops.ts';
import type { ModuleBuilder } from '../../wasm/module.ts';
import type { Local } from '../../wasm/values.ts';
import { op } from '../../wasm/values.ts';

/** Element strides of a matrix: from row to row, and from column to column. */
export interface Strides {
  readonly row: number;
  readonly column: number;
}

export interface Tile {
  readonly rows: number;
  readonly columns: number;
  readonly a: Strides;
  /** From one k to the next in B; the columns of B are neighbours. */
  readonly bStep: number;
  /** Whether columns beyond the tile's may be read, because packing has filled them up. */
  readonly padded: boolean;
}

/**
 * How often the loop over k is written out: two turns take a sixth less time than one, and no more time
 * than four or eight. After each turn there is an exit. It serves any number of turns, and it keeps an
 * engine from moving the loads of all turns to the front, where they would not fit into registers.
 */
const TURNS = 2;

const tileParameters = {
  a: 'i32',
  b: 'i32',
  /** Where in B the tile's k range ends. */
  end: 'i32',
  c: 'i32',
  cRowBytes: 'i32',
  /** 0 to begin the sums at +0, 1 to continue with the sums that are in C. */
  resume: 'i32',
} as const;

/** C[rows, columns] (+)= A[rows, k] x B[k, columns] for one range of k. */
export function defineTile(
  module: ModuleBuilder,
  tile: Tile,
): WasmFunction<typeof tileParameters, 'void'> {
  const { rows, columns, a: aStrides, bStep, padded } = tile;
  const vectors = Math.ceil(columns / 4);
  const lanes = (v: number) => Math.min(4, columns - 4 * v);
  const layout = `a${aStrides.row}.${aStrides.column}_b${bStep}${padded ? 'p' : ''}`;
  return module.once(`tile_${rows}x${columns}_${layout}`, tileParameters, 'void', (f, p) => {
    const { a, b, end, c, cRowBytes, resume } = p;
    const sums = Array.from({ length: rows }, () => vectorLocals(f, 'sum', vectors));
    const factorsB = vectorLocals(f, 'b', vectors);
    const factorA = f.local('v128', 'a');

    const eachOfC = (visit: (row: Local<'i32'>, r: number, v: number) => void) => {
      const row = f.local('i32', 'row');
      f.set(row, c);
      for (let r = 0; r < rows; r++) {
        if (r > 0) f.set(row, op('i32.add', row, cRowBytes));
        for (let v = 0; v < vectors; v++) visit(row, r, v);
      }
    };
    const turn = (u: number) => {
      factorsB.forEach((factor, v) => {
        const offset = 4 * (u * bStep + 4 * v);
        f.set(factor, loadLanes({ base: b, offset }, 1, padded ? 4 : lanes(v)));
      });
      for (let r = 0; r < rows; r++) {
        f.set(factorA, op('v128.load32_splat', a, 4 * (u * aStrides.column + r * aStrides.row)));
        for (let v = 0; v < vectors; v++) {
          const product = op('f32x4.mul', factorA, factorsB[v]);
          f.set(sums[r][v], op('f32x4.add', sums[r][v], product));
        }
      }
    };

    f.when(resume, () => {
      eachOfC((row, r, v) => {
        f.set(sums[r][v], loadLanes({ base: row, offset: 16 * v }, 1, lanes(v)));
      });
    });
    f.block((exit) => {
      f.loop((again) => {
        for (let u = 0; u < TURNS; u++) {
          if (u > 0) f.branch(exit, op('i32.eq', op('i32.add', b, 4 * u * bStep), end));
          turn(u);
        }
        f.set(a, op('i32.add', a, 4 * TURNS * aStrides.column));
        f.set(b, op('i32.add', b, 4 * TURNS * bStep));
        f.branch(again, op('i32.ne', b, end));
      });
    });
    eachOfC((row, r, v) => {
      storeLanes(f, { base: row, offset: 16 * v }, sums[r][v], lanes(v));
    });
  });
}

function vectorLocals(f: FunctionBuilder, label: string, count: number): Local<'v128'>[] {
  return Array.from({ length: count }, () => f.local('v128', label));
}

export interface Panel {
  /** How many rows of A, or columns of B, lie side by side in the packed panel. */
  readonly width: number;
  /** From one of these to the next, in the operand. */
  readonly across: number;
  /** From one k to the next, in the operand. */
  readonly along: number;
}

const packParameters = { from: 'i32', to: 'i32', end: 'i32' } as const;

/** The number of float32 that a packed panel has for each k. */
export function paddedWidth(width: number): number {
  return 4 * Math.ceil(width / 4);
}

/** Copies a panel so that what the tile reads for one k is contiguous; pads each k with zeros. */
export function definePack(
  module: ModuleBuilder,
  { width, across, along }: Panel,
): WasmFunction<typeof packParameters, 'void'> {
  const padded = paddedWidth(width);
  return module.once(`pack_${width}_${across}.${along}`, packParameters, 'void', (f, p) => {
    const { from, to, end } = p;
    f.loop((again) => {
      for (let at = 0; at < width; at += 4) {
        const vector = loadLanes(
          { base: from, offset: 4 * at * across },
          across,
          Math.min(4, width - at),
        );
        f.run(op('v128.store', to, vector, 4 * at));
      }
      f.set(from, op('i32.add', from, 4 * along));
      f.set(to, op('i32.add', to, 4 * padded));
      f.branch(again, op('i32.ne', to, end));
    });
  });
}
