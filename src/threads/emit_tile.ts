/** A tile of a moment, computed by a thread, in its place or aside. */
import type { Layout } from '../graph/layout.ts';
import { call, type FunctionBuilder, type WasmFunction } from '../wasm/function.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import { type Local, op, type Value } from '../wasm/values.ts';
import type { Moment, Piece } from './arrange.ts';
import { wordOf } from './atomics.ts';
import { COPYING, TILES } from './control.ts';

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
export type Wholes = ReadonlyMap<number, WasmFunction<Record<string, never>, 'void'>>;

export function runWhole(f: FunctionBuilder, wholes: Wholes, { index }: Piece): void {
  const whole = wholes.get(index);
  if (whole !== undefined) f.run(call(whole, {}));
}

const tileParameters = { tile: 'i32', thread: 'i32' } as const;
export type TileFunction = WasmFunction<typeof tileParameters, 'void'>;

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
export function emitTile(
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
export function emitCopy(request: ProgramRequest, moment: Moment): TileFunction | undefined {
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
