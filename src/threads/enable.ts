/** Several threads for plans, for those who ask for them. */
import type { Part } from '../graph/emit_phases.ts';
import { threading } from '../graph/threading.ts';
import { createSharedMemory } from '../wasm/engine.ts';
import { arrangeMoments } from './arrange.ts';
import { CONTROL_BYTES, MOST_THREADS } from './control.ts';
import { composeProgram } from './program.ts';
import { coresHere, starterHere } from './start.ts';
import { createTeam, type Program, type Team, type TeamOptions } from './team.ts';
import type { StartThread } from './thread.ts';
import { GRAIN, workOf } from './tiles.ts';

/** After so many losses there is one thread: something here ends them. */
const MOST_LOSSES = 3;

/**
 * Lets plans be computed by several threads: the option `threads` of the Trainer counts from then on. Bits
 * do not depend on it. Threads start when there is work for them, serve all plans of the process, and end
 * by themselves.
 * @example
 * enableThreads();
 * const trainer = new Trainer({ ..., threads: 2 });
 */
export function enableThreads(): void {
  if (threading.source !== undefined) return; // the threads of a process are one team
  const start = starterHere();
  const obstacle =
    obstacleHere() ?? (start === undefined ? 'nothing here starts threads' : undefined);
  useThreads(obstacle === undefined ? start : undefined, { cores: coresHere(), obstacle });
}

export interface ThreadsSetting extends Omit<TeamOptions, 'start'> {
  readonly obstacle?: string;
  /** Nanoseconds that a tile is to take at least. */
  readonly grain?: number;
  readonly mostLosses?: number;
}

/** The same with what starts threads, if anything does. */
export function useThreads(
  start: StartThread | undefined,
  setting: ThreadsSetting,
): Team | undefined {
  const { obstacle, grain = GRAIN, mostLosses = MOST_LOSSES, ...options } = setting;
  const { cores } = options;
  const team = start && createTeam({ ...options, start });
  const obstacleNow = () => {
    if (obstacle !== undefined || team === undefined) return obstacle;
    if (team.losses() < mostLosses) return undefined;
    if (team.isRefused()) return 'threads do not begin here: a page has to allow worker-src blob:';
    return `threads were lost ${mostLosses} times`;
  };
  threading.source = (wanted) => {
    const threads = Math.min(wanted === 'auto' ? cores : wanted, MOST_THREADS);
    const leastWork = wanted === 'auto' ? WORTH_THREADS : 0;
    if (team === undefined || threads === 1) {
      const why = threads === 1 ? undefined : obstacle;
      return { bytes: 0, present: () => 1, obstacle: () => why, arrange: () => undefined };
    }
    return {
      bytes: CONTROL_BYTES,
      present: () => (obstacleNow() === undefined ? team.present() : 1),
      obstacle: obstacleNow,
      arrange(request) {
        let work = 0;
        for (const emitter of request.emitters.values()) work += workOf(emitter);
        const arranged = arrangeMoments(request, { threads, grain });
        const isShared = arranged.moments.some(({ tiles }) => tiles > 0);
        if (work < leastWork || !isShared) return undefined; // nobody is called
        return {
          moments: arranged.numbers,
          scratchBytes: arranged.scratchBytes,
          composer(module, layout) {
            const run = runner(team, threads, () => obstacleNow() === undefined);
            return composeProgram({ ...arranged, module, layout, threads }, run);
          },
        };
      },
    };
  };
  return team;
}

/** Nanoseconds: with `auto`, a plan with less to do is computed by one thread. */
const WORTH_THREADS = 100_000;

/** The parts of phases of one plan. */
function runner(team: Team, threads: number, isAllowed: () => boolean): (entry: string) => Part {
  let program: Program | undefined;
  return (entry) => (code) => {
    program ??= { code, threads };
    const own = program;
    return () => {
      let from = 0;
      do {
        if (isAllowed()) team.enter(own);
        from = code.entries()[entry](from);
        if (from > 0) team.lose(code.home);
      } while (from > 0);
    };
  };
}

/** Why plans cannot be computed by several threads here, if so. */
function obstacleHere(): string | undefined {
  if (typeof SharedArrayBuffer === 'undefined') {
    return 'there is no SharedArrayBuffer: a page has to be cross-origin isolated';
  }
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1);
  } catch {
    return 'this thread may not wait: train in a worker';
  }
  try {
    createSharedMemory(CONTROL_BYTES);
  } catch (error) {
    return `there is no shared memory: ${error instanceof Error ? error.message : error}`;
  }
  return undefined;
}
