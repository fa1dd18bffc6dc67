/** What threads hold and use besides: memory does not grow, and who has nothing to do uses no processor. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const program = join(import.meta.dirname, 'at_rest.ts');

async function used(threads: number) {
  const [first, last] = [2000, 12_000];
  const flags = ['--expose-gc', '--import', 'tsx', program, threads, first, last].map(String);
  const { stdout } = await promisify(execFile)(process.execPath, flags);
  return JSON.parse(stdout) as {
    most: number;
    before: NodeJS.MemoryUsage;
    after: NodeJS.MemoryUsage;
    idle: { seconds: number; busy: number };
  };
}

describe('a program that has trained with several threads', () => {
  it.each([2, 8])('holds no more after many iterations, and rests: %i threads', async (threads) => {
    const { most, before, after, idle } = await used(threads);
    expect(most).toBe(threads);
    const grown = (what: 'heapUsed' | 'external' | 'arrayBuffers') => after[what] - before[what];
    // Ten thousand iterations: less than a hundred bytes of each.
    for (const what of ['heapUsed', 'external', 'arrayBuffers'] as const) {
      expect(grown(what)).toBeLessThan(1e6);
    }
    // Threads that looked for work all the time would use seconds of it. It ends by itself, too.
    expect(idle.busy).toBeLessThan(0.1 * idle.seconds);
  });
});
