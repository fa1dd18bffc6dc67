/**
 * The module of a plan for several threads: entries for the thread that asks, and `serve` for the others.
 * Moment by moment that thread opens a job, takes tiles until none is left, closes the job, and waits for
 * those who still compute. Who comes late finds the job closed; who does not come is not missed; who does
 * not come back is replaced (`emitTakeOver`). So a thread decides how fast it goes, and nothing else.
 */
import type { Layout } from '../graph/emit.ts';
import type { Composer, Part } from '../graph/emit_phases.ts';
import { call, type FunctionBuilder, type Label, type WasmFunction } from '../wasm/function.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import { type Local, type Operand, op, type Value } from '../wasm/values.ts';
import type { Moment, Piece } from './arrange.ts';
import {
  COPYING,
  DONE,
  FREE,
  JOB,
  MOMENT,
  PATIENCE,
  PLAN,
  PRESENT,
  SLEEPERS,
  SPINS,
  TAKEN_AWAY,
  TAKING_PART,
  TAKING_PART_STRIDE,
  TILES,
  WAITING,
} from './control.ts';

/** Nanoseconds: how long the thread that asks sleeps before it counts, and the others. */
const [HUNDREDTH, SECOND] = [10_000_000, 1_000_000_000];

/** After so many seconds without a job a thread leaves. */
const IDLE_SECONDS = 10;

/** What `serve` gives: another plan is under way, or there was nothing to do for long. */
export const IDLE = 1;

type Thread = { readonly thread: 'i32' };
type Work = WasmFunction<Thread, 'void'>;

const load = (word: number) => op('i32.atomic.load', 0, word);
const store = (word: number, value: Operand<'i32'>) => op('i32.atomic.store', 0, value, word);
const not = (value: Value<'i32'>) => op('i32.eqz', value);

/** An instruction for its effect, whose result nobody wants. */
function effect(f: FunctionBuilder, value: Value<'i32'>): void {
  f.set(f.local('i32', 'dropped'), value);
}

function decrease(f: FunctionBuilder, counter: Local<'i32'>): void {
  f.set(counter, op('i32.sub', counter, 1));
}

/** Where a tile's word is. */
const wordOf = (tile: Local<'i32'>) => op('i32.mul', tile, 4);

export interface ProgramRequest {
  readonly module: ModuleBuilder;
  readonly layout: Layout;
  readonly moments: readonly Moment[];
  /** How many threads there are at most, the one that asks included. */
  readonly threads: number;
  /** How much memory each thread has of its own, from `layout.scratch` on. */
  readonly threadScratch: number;
}

/** A kernel by its index, as one piece. */
type Wholes = ReadonlyMap<number, WasmFunction<Record<string, never>, 'void'>>;

function runWhole(f: FunctionBuilder, wholes: Wholes, { index }: Piece): void {
  const whole = wholes.get(index);
  if (whole !== undefined) f.run(call(whole, {}));
}

/** @param part gives the part of a phase that runs an entry */
export function composeProgram(request: ProgramRequest, part: (entry: string) => Part): Composer {
  const { module, layout, moments, threads } = request;
  const wholes = new Map<number, WasmFunction<Record<string, never>, 'void'>>();
  const jobs: { readonly moment: number; readonly work: Work }[] = [];
  let pending: number[] = [];

  /** The kernels of a moment, one after another. */
  const alone = (f: FunctionBuilder, { pieces }: Moment) => {
    for (const piece of pieces) runWhole(f, wholes, piece);
  };

  return {
    kernel(index, name) {
      pending.push(index);
      const { emitter, scratch } = pieceOf(moments, index);
      const own = { ...layout, scratch: layout.scratch + scratch };
      wholes.set(
        index,
        module.define(name, {}, 'void', (f) => emitter.emit(module, f, own)),
      );
    },
    entry(name) {
      const own = moments.filter(({ pieces }) => pending.includes(pieces[0]?.index));
      pending = [];
      const together = new Map(
        own
          .filter(({ tiles }) => tiles > 0)
          .map((moment) => {
            const { work, run } = emitMoment(request, moment, wholes);
            jobs.push({ moment: moment.number, work });
            return [moment, run];
          }),
      );
      module.entry(name, { from: 'i32' }, 'i32', (f, { from }) => {
        const [late, present] = [f.local('i32', 'late'), f.local('i32', 'present')];
        f.block((stop) => {
          own.forEach((moment, at) => {
            f.when(not(op('i32.lt_u', at, from)), () => {
              const run = together.get(moment);
              if (run === undefined) return alone(f, moment);
              f.set(present, load(PRESENT));
              f.when(present, () => {
                f.set(late, call(run, {}));
                f.when(late, () => {
                  f.set(late, at + 1);
                  f.branch(stop);
                });
              });
              f.when(not(present), () => alone(f, moment));
            });
          });
        });
        return late;
      });
      return part(name);
    },
    finish: () => emitServe(module, jobs, threads),
  };
}

function pieceOf(moments: readonly Moment[], index: number): Piece {
  for (const { pieces } of moments) {
    const found = pieces.find((piece) => piece.index === index);
    if (found !== undefined) return found;
  }
  throw new ReferenceError('a kernel without a moment');
}

const tileParameters = { tile: 'i32', thread: 'i32' } as const;
type TileFunction = WasmFunction<typeof tileParameters, 'void'>;

/** Emits what threads do in a moment. */
function emitMoment(
  request: ProgramRequest,
  moment: Moment,
  wholes: Wholes,
): { work: Work; run: WasmFunction<Record<string, never>, 'i32'> } {
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

/** Visits the pieces of a moment, and runs the one that a tile belongs to. */
function choosePiece(
  f: FunctionBuilder,
  { pieces }: Moment,
  tile: Local<'i32'>,
  visit: (piece: Piece, tile: Local<'i32'>) => void,
): void {
  const own = f.local('i32', 'own');
  f.block((done) => {
    for (const piece of pieces) {
      const end = piece.firstTile + piece.tileCount;
      f.when(op('i32.lt_u', tile, end), () => {
        f.set(own, op('i32.sub', tile, piece.firstTile));
        visit(piece, own);
        f.branch(done);
      });
    }
  });
}

/** The memory of a thread's own. */
function areaOf({ layout, threadScratch }: ProgramRequest, thread: Value<'i32'>): Value<'i32'> {
  return op('i32.add', op('i32.mul', thread, threadScratch), layout.scratch);
}

const kernelParameters = { tile: 'i32', scratch: 'i32', aside: 'i32' } as const;

/** A tile, from beginning to end. */
function emitTile(
  request: ProgramRequest,
  moment: Moment,
  wholes: Wholes,
  copy: TileFunction | undefined,
): TileFunction {
  const { module, layout } = request;
  const kernels = new Map(
    moment.pieces.map(({ index, tiles }) => [
      index,
      tiles &&
        module.define(`tile_of_k${index}`, kernelParameters, 'void', (f, p) =>
          tiles.emit(module, f, { ...p, layout }),
        ),
    ]),
  );
  const name = `moment${moment.number}_tile`;
  return module.define(name, tileParameters, 'void', (f, { tile, thread }) => {
    const [scratch, aside] = [f.local('i32', 'scratch'), f.local('i32', 'aside')];
    f.set(scratch, areaOf(request, thread));
    // Nobody takes over from the thread that asks: it computes in place.
    f.when(thread, () => f.set(aside, scratch));
    choosePiece(f, moment, tile, (piece, own) => {
      const { index, tiles } = piece;
      const kernel = kernels.get(index);
      if (kernel === undefined) return runWhole(f, wholes, piece);
      f.run(call(kernel, { tile: own, scratch, aside }));
      if (copy === undefined || tiles?.emitCopy === undefined) return;
      f.when(thread, () => {
        const taken = op('i32.add', thread, 1);
        const copying = op('i32.add', thread, COPYING);
        const before = op('i32.atomic.rmw.cmpxchg', wordOf(tile), taken, copying, TILES);
        f.when(op('i32.eq', before, op('i32.add', thread, 1)), () =>
          f.run(call(copy, { tile, thread })),
        );
      });
    });
  });
}

/** Copies what a thread has computed aside, if kernels of the moment do so. */
function emitCopy(request: ProgramRequest, moment: Moment): TileFunction | undefined {
  const { module, layout } = request;
  if (!moment.pieces.some(({ tiles }) => tiles?.emitCopy !== undefined)) return undefined;
  const name = `moment${moment.number}_copy`;
  return module.define(name, tileParameters, 'void', (f, { tile, thread }) => {
    const aside = f.local('i32', 'aside');
    f.set(aside, areaOf(request, thread));
    choosePiece(f, moment, tile, ({ tiles }, own) => {
      tiles?.emitCopy?.(f, { layout, tile: own, scratch: aside, aside });
    });
  });
}

/**
 * Finishes the tiles of threads that did not come back. One that was computed in its place is computed
 * again: to the same numbers, from operands that nobody has changed. One that was computed aside is taken
 * away, and computed in its place, or, if its thread was about to copy it, copied again. Whatever the
 * missing thread still does, it writes the same numbers to the same place, so long as this memory is not
 * used for anything else, and that is why the plan continues in another memory.
 */
function emitTakeOver(
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

/** Looks so often whether something is true, and branches there if it is. */
function spin(f: FunctionBuilder, isTrue: () => Value<'i32'>, then: Label): void {
  const spins = f.local('i32', 'spins');
  f.set(spins, op('i32.load', 0, SPINS));
  f.loop((look) => {
    f.branch(then, isTrue());
    decrease(f, spins);
    f.branch(look, spins);
  });
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

/** What the other threads run: jobs of this plan, until there is another one or nothing to do for long. */
function emitServe(
  module: ModuleBuilder,
  jobs: readonly { readonly moment: number; readonly work: Work }[],
  threads: number,
): void {
  if (threads === 1) return;
  module.entry('serve', { thread: 'i32', plan: 'i32' }, 'i32', (f, { thread, plan }) => {
    const [job, last, moment] = ['job', 'last', 'moment'].map((name) => f.local('i32', name));
    const [seconds, outcome, result] = ['seconds', 'outcome', 'result'].map((name) =>
      f.local('i32', name),
    );
    const place = op('i32.mul', thread, TAKING_PART_STRIDE);
    const isOther = () => {
      f.set(job, load(JOB));
      return op('i32.ne', job, last);
    };
    effect(f, op('i32.atomic.rmw.add', 0, 1, PRESENT));
    f.block((leave) => {
      f.loop((again) => {
        f.block((found) => {
          spin(f, isOther, found);
          f.set(seconds, IDLE_SECONDS);
          f.loop((sleep) => {
            effect(f, op('i32.atomic.rmw.add', 0, 1, SLEEPERS));
            f.set(outcome, op('memory.atomic.wait32', JOB, last, op('i64.const', SECOND)));
            effect(f, op('i32.atomic.rmw.add', 0, -1, SLEEPERS));
            f.set(job, load(JOB));
            f.branch(found, op('i32.ne', job, last));
            f.when(op('i32.eq', outcome, 2), () => decrease(f, seconds));
            f.branch(sleep, seconds);
          });
          f.set(result, IDLE);
          f.branch(leave);
        });
        f.set(last, job);
        f.branch(leave, op('i32.ne', load(PLAN), plan));
        f.branch(again, not(op('i32.and', job, 1)));
        // First say so, then look whether it is still open: who asks first closes, then looks who takes part.
        f.run(op('i32.atomic.store', place, job, TAKING_PART));
        f.when(op('i32.eq', load(JOB), job), () => {
          f.when(op('i32.eq', load(PLAN), plan), () => {
            f.set(moment, load(MOMENT));
            for (const { moment: number, work } of jobs) {
              f.when(op('i32.eq', moment, number), () => f.run(call(work, { thread })));
            }
          });
        });
        f.run(op('i32.atomic.store', place, 0, TAKING_PART));
        f.when(load(WAITING), () => {
          effect(f, op('memory.atomic.notify', op('i32.add', place, TAKING_PART), 1));
        });
        f.branch(again);
      });
    });
    effect(f, op('i32.atomic.rmw.add', 0, -1, PRESENT));
    return result;
  });
}
