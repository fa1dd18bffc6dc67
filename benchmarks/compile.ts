/** How long making a plan takes, over several processes. */
import { runBundled } from './bundle.ts';
import { median } from './measure.ts';

export interface CompileTimes {
  /** Milliseconds of the first plan of a process: the median of processes, and the shortest. */
  readonly first: number;
  readonly firstAtBest: number;
  /** Of plans that are made later in the same process. */
  readonly later: number;
}

const PROCESSES = 15;

export async function benchCompile(configuration: string): Promise<CompileTimes> {
  const times = await runBundled<{ first: number; later: number }>('compile_process.ts', {
    processes: PROCESSES,
    argument: configuration,
  });
  const firsts = times.map(({ first }) => first);
  const later = median(times.map((time) => time.later));
  return { first: median(firsts), firstAtBest: Math.min(...firsts), later };
}
