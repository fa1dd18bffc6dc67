/** A job: a moment that is opened to all, whose tiles threads take, and that is closed and waited for. */
import { call, type WasmFunction } from '../wasm/function.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import { op } from '../wasm/values.ts';
import type { Moment } from './arrange.ts';
import { decrease, effect, load, not, spin, store, wordOf } from './atomics.ts';
import {
  DONE,
  FREE,
  JOB,
  MOMENT,
  PATIENCE,
  SLEEPERS,
  TAKING_PART,
  TAKING_PART_STRIDE,
  TILES,
  WAITING,
} from './control.ts';
import { emitTakeOver } from './emit_take_over.ts';
import { emitCopy, emitTile, type ProgramRequest, type Wholes } from './emit_tile.ts';

/** Nanoseconds: how long the thread that asks sleeps before it counts. */
const HUNDREDTH = 10_000_000;

/** The tiles that a thread takes, by its number. */
export type Work = WasmFunction<{ readonly thread: 'i32' }, 'void'>;

/** What the others run, and what the thread that asks runs: it gives 1 if somebody did not come back. */
export interface Job {
  readonly work: Work;
  readonly run: WasmFunction<Record<string, never>, 'i32'>;
}

/** Emits what threads do in a moment. */
export function emitJob(request: ProgramRequest, moment: Moment, wholes: Wholes): Job {
  const { module, threads } = request;
  const { number, tiles } = moment;
  const name = (what: string) => `moment${number}_${what}`;
  const copy = emitCopy(request, moment);
  const tile = emitTile(request, moment, wholes, copy);

  const work = module.define(name('work'), { thread: 'i32' }, 'void', (f, { thread }) => {
    const [at, left] = [f.local('i32', 'tile'), f.local('i32', 'left')];
    const taken = op('i32.add', thread, 1);
    // From a place of its own on, so that a thread has the same part of a tensor again and again.
    f.set(at, op('i32.div_u', op('i32.mul', thread, tiles), threads));
    f.set(left, tiles);
    f.loop((again) => {
      const before = op('i32.atomic.rmw.cmpxchg', wordOf(at), FREE, taken, TILES);
      f.when(op('i32.eq', before, FREE), () => {
        f.run(call(tile, { tile: at, thread }));
        f.run(op('i32.atomic.store', wordOf(at), DONE, TILES));
      });
      f.set(at, op('i32.add', at, 1));
      f.when(op('i32.eq', at, tiles), () => f.set(at, 0));
      decrease(f, left);
      f.branch(again, left);
    });
  });

  const takeOver = emitTakeOver(module, name('take_over'), tiles, tile, copy);
  const run = module.define(name('run'), {}, 'i32', (f) => {
    const late = f.local('i32', 'late');
    f.run(op('memory.fill', TILES, FREE, 4 * tiles));
    f.run(store(MOMENT, number));
    effect(f, op('i32.atomic.rmw.add', 0, 1, JOB));
    f.when(load(SLEEPERS), () => effect(f, op('memory.atomic.notify', 0, -1, JOB)));
    f.run(call(work, { thread: 0 }));
    effect(f, op('i32.atomic.rmw.add', 0, 1, JOB));
    f.set(late, call(defineJoin(module, threads), {}));
    f.when(late, () => f.run(call(takeOver, {})));
    return late;
  });
  return { work, run };
}

/** Waits until nobody takes part any more; 1 if somebody did not come back. */
function defineJoin(module: ModuleBuilder, threads: number) {
  return module.once('join', {}, 'i32', (f) => {
    const [thread, job, late] = ['thread', 'job', 'late'].map((name) => f.local('i32', name));
    const patience = f.local('i32', 'patience');
    const place = op('i32.mul', thread, TAKING_PART_STRIDE);
    const own = () => op('i32.atomic.load', place, TAKING_PART);
    f.set(patience, op('i32.load', 0, PATIENCE));
    f.set(thread, 1);
    f.loop((next) => {
      f.block((gone) => {
        spin(f, () => not(own()), gone);
        f.branch(gone, late); // one is missing already: what others still have is done again, too
        f.run(store(WAITING, 1));
        f.loop((sleep) => {
          f.set(job, own());
          f.branch(gone, not(job));
          const outcome = op(
            'memory.atomic.wait32',
            op('i32.add', place, TAKING_PART),
            job,
            op('i64.const', HUNDREDTH),
          );
          f.when(op('i32.eq', outcome, 2), () => decrease(f, patience));
          f.branch(sleep, patience);
        });
        f.set(late, 1);
      });
      f.set(thread, op('i32.add', thread, 1));
      f.branch(next, op('i32.lt_u', thread, threads));
    });
    f.run(store(WAITING, 0));
    return late;
  });
}
