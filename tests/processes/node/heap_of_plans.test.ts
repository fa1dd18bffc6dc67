/** What stays of a plan when it has been compiled. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('a trained network holds its plan, and not the thousands of instructions that it was made of', () => {
  const program = join(import.meta.dirname, 'heap_of_plans.ts');
  const flags = ['--expose-gc', '--import', 'tsx', program];
  const { bytes } = JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' }));
  // With them it is three times as much.
  expect(bytes).toBeLessThan(800_000);
});
