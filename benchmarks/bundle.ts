/**
 * Programs that are measured as users get the library: bundled, since a loader that translates sources
 * makes every function dearer, and in fresh processes, since code is slow when it first runs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What a program of this folder prints as JSON, in each of several processes. */
export async function runBundled<Result>(
  program: string,
  { processes, argument = '' }: { processes: number; argument?: string },
): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'epochal-bench-'));
  try {
    const bundle = join(folder, 'program.cjs');
    await build({
      entryPoints: [fileURLToPath(new URL(program, import.meta.url))],
      outfile: bundle,
      bundle: true,
      platform: 'node',
    });
    return Array.from({ length: processes }, () => {
      const output = execFileSync(process.execPath, [bundle, argument], { encoding: 'utf8' });
      return JSON.parse(output) as Result;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
