/** Who gives threads to plans: how many for which, by one team. */
import type { Part } from '../graph/emit_phases.ts';
import { threading } from '../graph/threading.ts';
import { arrangeMoments } from './arrange.ts';
import { CONTROL_BYTES, MOST_THREADS } from './control.ts';
import { composeProgram } from './program.ts';
import { createTeam, type Program, type Team, type TeamOptions } from './team.ts';
import type { StartThread } from './thread.ts';
import { GRAIN, workOf } from './tiles.ts';

/** After so many losses there is one thread: something here ends them. */
const MOST_LOSSES = 3;

export interface ThreadsSetting extends Omit<TeamOptions, 'start'> {
  readonly obstacle?: string | undefined;
  /** How many threads `auto` means; default as many as there are cores. */
  readonly auto?: number;
  /** How many threads there may be, where others need cores, too. */
  readonly share?: number;
  /** Nanoseconds that a tile is to take at least. */
  readonly grain?: number;
  readonly mostLosses?: number;
  /** Where it is noted how many threads computed at most, and how many plans have enough for several. */
  readonly use?: { most: number; shared: number };
}

/** Lets plans be computed by several threads, with what starts them, if anything does. */
export function useThreads(
  start: StartThread | undefined,
  setting: ThreadsSetting,
): Team | undefined {
  const { obstacle, grain = GRAIN, mostLosses = MOST_LOSSES, ...options } = setting;
  const { cores, auto = cores, share = MOST_THREADS, ...others } = options;
  const use = setting.use ?? { most: 1, shared: 0 };
  const team = start && createTeam({ ...others, cores, start });
  const obstacleNow = () => {
    if (obstacle !== undefined || team === undefined) return obstacle;
    if (team.isRefused()) return 'threads may not be started here: see worker-src';
    return team.losses() < mostLosses ? undefined : `threads were lost ${mostLosses} times`;
  };
  threading.source = (wanted) => {
    const asked = Math.min(wanted === 'auto' ? auto : wanted, MOST_THREADS);
    const threads = Math.min(asked, share);
    const leastWork = wanted === 'auto' ? WORTH_THREADS : 0;
    const whyOne = asked === 1 ? undefined : 'the trials of a search share the cores, one for each';
    let isShared = false;
    return {
      bytes: CONTROL_BYTES,
      present: () => (isShared && team && obstacleNow() === undefined ? team.present() : 1),
      obstacle: () => (threads === 1 ? whyOne : obstacleNow()),
      arrange(request) {
        let work = 0;
        for (const emitter of request.emitters.values()) work += workOf(emitter);
        if (work < leastWork) return undefined; // nobody is called
        if (threads === 1 || team === undefined) {
          use.shared++;
          return undefined;
        }
        const arranged = arrangeMoments(request, { threads, grain });
        if (arranged.moments.every(({ tiles }) => tiles === 0)) return undefined;
        use.shared++;
        isShared = true;
        return {
          moments: arranged.numbers,
          scratchBytes: arranged.scratchBytes,
          composer(module, layout) {
            const run = runner(team, threads, use, () => obstacleNow() === undefined);
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
function runner(
  team: Team,
  threads: number,
  use: { most: number },
  isAllowed: () => boolean,
): (entry: string) => Part {
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
      if (use.most < threads) use.most = Math.max(use.most, team.present());
    };
  };
}
