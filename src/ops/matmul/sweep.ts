/**
 * A row times a matrix that is read once: C[1, n] = A[1, k] x B[k, n]. Nothing of B is used twice, so all that
 * counts is how it is read. Tiles would visit a few columns of all rows, a piece of each row at a time; a sweep
 * adds whole rows of B to the sums, which stay in the first-level cache, and lets the processor fetch ahead.
 *
 *     c = +0
 *     for each eight k             eight rows of B, read side by side
 *       for each four columns
 *         c += a[k] b[k]           eight times, in the order of k
 *
 * Each sum runs over k in order, as in a tile, so the bits are the same.
 */
import type { WasmFunction } from '../../wasm/function.ts';
import { advance, countUp, loadLanes, storeLanes } from '../../wasm/loops.ts';
import type { ModuleBuilder } from '../../wasm/module.ts';
import { op } from '../../wasm/values.ts';

export interface Sweep {
  readonly n: number;
  readonly k: number;
  /** From one column of A to the next. */
  readonly aColumn: number;
  /** From one row of B to the next; its columns are neighbours. */
  readonly bRow: number;
}

const sweepParameters = { a: 'i32', b: 'i32', c: 'i32' } as const;

/** Rows of B at a time: each turn reads and writes the sums once. */
const ROWS = 8;

export function defineSweep(
  module: ModuleBuilder,
  { n, k, aColumn, bRow }: Sweep,
): WasmFunction<typeof sweepParameters, 'void'> {
  const name = `sweep_${n}x${k}_a${aColumn}_b${bRow}`;
  return module.once(name, sweepParameters, 'void', (f, { a, b, c }) => {
    const factors = Array.from({ length: ROWS }, () => f.local('v128', 'a'));
    const edge = n % 4;
    const row = 4 * (n - edge);

    const addRows = (count: number) => {
      const own = factors.slice(0, count);
      own.forEach((factor, r) => {
        f.set(factor, op('v128.load32_splat', a, 4 * r * aColumn));
      });
      const add = (lanes: number) => {
        let sum = loadLanes({ base: c, offset: 0 }, 1, lanes);
        own.forEach((factor, r) => {
          const product = op(
            'f32x4.mul',
            factor,
            loadLanes({ base: b, offset: 4 * r * bRow }, 1, lanes),
          );
          sum = op('f32x4.add', sum, product);
        });
        storeLanes(f, { base: c, offset: 0 }, sum, lanes);
      };
      countUp(f, f.local('i32', 'column'), { end: row, by: 16 }, () => {
        add(4);
        advance(f, b, 16);
        advance(f, c, 16);
      });
      if (edge > 0) add(edge);
      advance(f, c, -row);
      advance(f, b, 4 * count * bRow - row);
      advance(f, a, 4 * count * aColumn);
    };

    f.run(op('memory.fill', c, 0, 4 * n));
    countUp(f, f.local('i32', 'k'), { end: k - (k % ROWS), by: ROWS }, () => addRows(ROWS));
    if (k % ROWS > 0) addRows(k % ROWS);
  });
}
