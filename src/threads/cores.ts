/** How many threads may run at the same time: by the machine, by a container, by a search. */
import { builtin, environment } from './environment.ts';

/** How many there are for this process, and for this trial where it belongs to a search. */
export function coresHere(): number {
  const os = builtin('node:os');
  const { navigator } = environment();
  // Deno refuses what it was not permitted to tell.
  const there = attempt(() => os?.availableParallelism()) ?? navigator?.hardwareConcurrency ?? 1;
  const fs = builtin('node:fs');
  const quota = fs === undefined ? undefined : quotaOf((path) => fs.readFileSync(path, 'utf8'));
  return Math.max(1, Math.min(there, Math.floor(quota ?? there)));
}

const CGROUPS = '/sys/fs/cgroup';

/**
 * How many processors' time Linux gives to the control group of this process, such as 1.5; nothing where
 * that is not limited. Containers have their limits there, of which Node before 22.10 does not know. A
 * group has at most what the groups around it have.
 * Source: docs.kernel.org, Control Group v2 (cpu.max), and CFS Bandwidth Control (cpu.cfs_quota_us).
 * @param read gives the text of a file, or throws
 */
export function quotaOf(read: (path: string) => string): number | undefined {
  const groups =
    attempt(() => read('/proc/self/cgroup'))
      ?.trim()
      .split('\n') ?? [];
  let least: number | undefined;
  for (const line of groups) {
    const [, controllers, path] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    const isFirstVersion = controllers?.split(',').includes('cpu');
    if (path === undefined || !(controllers === '' || isFirstVersion)) continue;
    const root = isFirstVersion ? `${CGROUPS}/cpu` : CGROUPS;
    for (const group of [...around(path)]) {
      const quota = attempt(() => {
        const folder = root + group;
        if (!isFirstVersion) return read(`${folder}/cpu.max`).trim().split(' ').map(Number);
        return ['quota', 'period'].map((what) => Number(read(`${folder}/cpu.cfs_${what}_us`)));
      });
      const processors = quota === undefined ? Number.NaN : quota[0] / quota[1];
      // Without a limit it is `max` or -1.
      if (processors > 0) least = Math.min(least ?? processors, processors);
    }
  }
  return least;
}

/** `/a/b`, `/a` and nothing: a group, and those around it. */
function* around(path: string): Generator<string> {
  for (let own = path.replace(/\/+$/, ''); own !== ''; own = own.slice(0, own.lastIndexOf('/'))) {
    yield own;
  }
  yield '';
}

function attempt<Result>(get: () => Result): Result | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}

/**
 * By this name a search leaves a number in the thread of a trial: how many threads the trial may have. Not
 * in a module, because the trial may have loaded another copy of the package.
 */
export const SHARE = 'epochal.threadsOfTrial';

/** How many threads a trial of a search may have, where this is one. */
export function shareHere(): number | undefined {
  return (globalThis as unknown as Record<symbol, number | undefined>)[Symbol.for(SHARE)];
}
