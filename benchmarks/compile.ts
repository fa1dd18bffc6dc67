/**
 * How long making a plan takes, as users get it: the library bundled, since a loader that translates
 * sources makes every function dearer, and in fresh processes, since code is slow when it first runs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
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
  const folder = mkdtempSync(join(tmpdir(), 'epochal-bench-'));
  try {
    const program = join(folder, 'compile.cjs');
    await build({
      entryPoints: [fileURLToPath(new URL('compile_process.ts', import.meta.url))],
      outfile: program,
      bundle: true,
      platform: 'node',
    });
    const times = Array.from({ length: PROCESSES }, () => {
      const output = execFileSync(process.execPath, [program, configuration], { encoding: 'utf8' });
      return JSON.parse(output) as { first: number; later: number };
    });
    const firsts = times.map(({ first }) => first);
    const later = median(times.map((time) => time.later));
    return { first: median(firsts), firstAtBest: Math.min(...firsts), later };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
