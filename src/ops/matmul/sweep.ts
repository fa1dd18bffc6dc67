/**
 * A row times a matrix that is read once: C[1, n] = A[1, k] x B[k, n]. Nothing of B is used twice, so all that
 * counts is how it is read. Tiles would visit a few columns of all rows, a piece of each row at a time; a sweep
 * adds whole rows of B to the sums, which stay in the first-level cache, and lets the processor fetch ahead.
 *
 *     c = +0
 *     for each four k              four rows of B, read side by side
 *       for each four columns
 *         c += a[k] b[k]           four times, in the order of k
 *
 * Each sum runs over k in order, as in a tile, so the bits are the same.
 */
import type { WasmFunction } from '../../wasm/function.ts';
import { advance, countUp, loadLanes, storeLanes } from '../../wasm/loops.ts';
import type { ModuleBuilder } from '../../wasm/module.ts';
import { type Local, op, type Value } from '../../wasm/values.ts';

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
const ROWS = 4;

/** Columns in a turn of the loop. */
const TURN = 16;

export function defineSweep(
  module: ModuleBuilder,
  { n, k, aColumn, bRow }: Sweep,
): WasmFunction<typeof sweepParameters, 'void'> {
  const name = `sweep_${n}x${k}_a${aColumn}_b${bRow}`;
  return module.once(name, sweepParameters, 'void', (f, { a, b, c }) => {
    const factors = Array.from({ length: ROWS }, () => f.local('v128', 'a'));
    const end = f.local('i32', 'end');
    const whole = n - (n % TURN);

    const addRows = (count: number) => {
      const own = factors.slice(0, count);
      own.forEach((factor, r) => {
        f.set(factor, loadLanes({ base: a, offset: 4 * r * aColumn }, 0, 4));
      });
      const add = (columns: number) => {
        for (let at = 0; at < columns; at += 4) {
          const lanes = Math.min(4, columns - at);
          const read = (base: Local<'i32'>, row: number) =>
            loadLanes({ base, offset: 4 * (row + at) }, 1, lanes);
          let sum: Value<'v128'> = read(c, 0);
          own.forEach((factor, r) => {
            sum = op('f32x4.add', sum, op('f32x4.mul', factor, read(b, r * bRow)));
          });
          storeLanes(f, { base: c, offset: 4 * at }, sum, lanes);
        }
      };
      f.set(end, op('i32.add', c, 4 * whole));
      f.loop((again) => {
        add(TURN);
        advance(f, b, 4 * TURN);
        advance(f, c, 4 * TURN);
        f.branch(again, op('i32.ne', c, end));
      });
      add(n - whole);
      advance(f, c, -4 * whole);
      advance(f, b, 4 * (count * bRow - whole));
      advance(f, a, 4 * count * aColumn);
    };

    f.run(op('memory.fill', c, 0, 4 * n));
    countUp(f, f.local('i32', 'k'), { end: k - (k % ROWS), by: ROWS }, () => addRows(ROWS));
    if (k % ROWS > 0) addRows(k % ROWS);
  });
}
