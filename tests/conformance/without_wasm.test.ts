/** Where WebAssembly or its SIMD is missing, the reference runs by itself, with the committed bits. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram } from './bundle.ts';
import hashes from './hashes.json' with { type: 'json' };

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'epochal-without-wasm-'));
let program = '';

beforeAll(async () => {
  program = await bundleProgram(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [[name, hash]] = Object.entries(hashes);

const withoutWasm = {
  missing: 'WebAssembly',
  flag: '--jitless',
  reason: 'this environment has no WebAssembly',
};
/** V8 has no SIMD on an x64 processor without these instructions; on others it cannot be taken away. */
const withoutSimd = {
  missing: 'SIMD',
  flag: '--no-enable-sse4-1',
  reason: 'WebAssembly lacks SIMD (simd128)',
};

describe.each(process.arch === 'x64' ? [withoutWasm, withoutSimd] : [withoutWasm])(
  'in an engine without $missing',
  ({ flag, reason }) => {
    it('auto runs the reference with the same bits, and wasm says why it cannot run', async () => {
      const { stdout } = await run(process.execPath, [flag, program, 'auto/1']);
      const { hashes: found, ran, refusal, support } = JSON.parse(stdout);
      expect(support).toBe(reason);
      expect(ran).toEqual({ auto: 'reference' });
      expect(found).toEqual({ auto: { [name]: hash } });
      expect(refusal).toContain(
        'Trainer.backend: Expected a float32 model, and an environment with',
      );
      expect(refusal).toContain(`received ${reason}`);
      expect(refusal).toContain("Use backend: 'auto'");
    });
  },
);
