/**
 * The module of a plan for several threads: entries for the thread that asks, and `serve` for the others.
 * Moment by moment that thread opens a job, takes tiles until none is left, closes the job, and waits for
 * those who still compute. Who comes late finds the job closed; who does not come is not missed; who does
 * not come back is replaced (`emitTakeOver`). So a thread decides how fast it goes, and nothing else.
 */
import type { Composer, Part } from '../graph/emit_phases.ts';
import { call, type FunctionBuilder, type WasmFunction } from '../wasm/function.ts';
import { op } from '../wasm/values.ts';
import type { Moment, Piece } from './arrange.ts';
import { load, not } from './atomics.ts';
import { PRESENT } from './control.ts';
import { emitJob, type Work } from './emit_job.ts';
import { emitServe } from './emit_serve.ts';
import { type ProgramRequest, runWhole } from './emit_tile.ts';

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
            const { work, run } = emitJob(request, moment, wholes);
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
