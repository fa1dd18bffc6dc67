/** What becomes of the tiles of a thread that did not come back. */
import { call, type WasmFunction } from '../wasm/function.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import { op } from '../wasm/values.ts';
import { wordOf } from './atomics.ts';
import { COPYING, DONE, TAKEN_AWAY, TILES } from './control.ts';
import type { TileFunction } from './emit_tile.ts';

/**
 * Finishes the tiles of threads that did not come back. One that was computed in its place is computed
 * again: to the same numbers, from operands that nobody has changed. One that was computed aside is taken
 * away, and computed in its place, or, if its thread was about to copy it, copied again. Whatever the
 * missing thread still does, it writes the same numbers to the same place, so long as this memory is not
 * used for anything else, and that is why the plan continues in another memory.
 */
export function emitTakeOver(
  module: ModuleBuilder,
  name: string,
  tiles: number,
  tile: TileFunction,
  copy: TileFunction | undefined,
): WasmFunction<Record<string, never>, 'void'> {
  return module.define(name, {}, 'void', (f) => {
    const [at, state] = [f.local('i32', 'tile'), f.local('i32', 'state')];
    f.loop((next) => {
      f.block((done) => {
        f.loop((again) => {
          f.set(state, op('i32.atomic.load', wordOf(at), TILES));
          f.branch(done, op('i32.eq', state, DONE));
          f.when(op('i32.lt_u', state, COPYING), () => {
            const before = op('i32.atomic.rmw.cmpxchg', wordOf(at), state, TAKEN_AWAY, TILES);
            f.branch(again, op('i32.ne', before, state));
            f.run(call(tile, { tile: at, thread: 0 }));
            f.branch(done);
          });
        });
        if (copy === undefined) return;
        f.run(call(copy, { tile: at, thread: op('i32.sub', state, COPYING) }));
      });
      f.set(at, op('i32.add', at, 1));
      f.branch(next, op('i32.lt_u', at, tiles));
    });
  });
}
