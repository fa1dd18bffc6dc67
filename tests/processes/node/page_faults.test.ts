/** Results of operations that come and go use memory which was in use before. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Of 4,096 bytes, in the 4 MB of a result. */
const PAGES = 1024;

it('a large result is not made of fresh pages where the C library can keep freed ones', () => {
  const program = join(import.meta.dirname, 'page_faults.ts');
  const flags = ['--import', 'tsx', program];
  const { faults, isGlibc } = JSON.parse(
    execFileSync(process.execPath, flags, { encoding: 'utf8' }),
  );
  // Those of other systems decide for themselves.
  expect(faults).toBeLessThan(isGlibc ? PAGES / 4 : 2 * PAGES);
});
