/** Threads from a file of one's own, where the page's policy forbids `blob:`, bundled by Vite and by esbuild. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { openChromium, serve } from './chromium.mjs';

const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; img-src data:",
};

/** By bundler: where the page is. */
const BUNDLERS = {
  async vite(from) {
    const { build: bundle } = await import(viteOf(from));
    const options = { build: { target: 'es2022' }, worker: { format: 'es' }, logLevel: 'error' };
    await bundle({ root: from, configFile: false, ...options });
    return join(from, 'dist');
  },
  async esbuild(from) {
    const outdir = join(from, 'esbuild');
    const entryPoints = ['page.js', 'train.js', 'thread.js'].map((name) => join(from, name));
    const common = { bundle: true, format: 'esm', target: 'es2022', logLevel: 'error' };
    await build({ ...common, entryPoints, outdir });
    cpSync(join(from, 'index.html'), join(outdir, 'index.html'));
    return outdir;
  },
};

/** Vite as it is installed for the template. */
function viteOf(folder) {
  const require = createRequire(join(folder, 'index.js'));
  return pathToFileURL(join(require.resolve('vite/package.json'), '../dist/node/index.js')).href;
}

/** @param folder where epochal and Vite are installed */
export async function checkThreads(folder) {
  const browser = await openChromium();
  try {
    const found = new Map();
    for (const [bundler, bundle] of Object.entries(BUNDLERS)) {
      const from = mkdtempSync(join(folder, `threads_${bundler}_`));
      cpSync(join(import.meta.dirname, 'threads_page'), from, { recursive: true });
      const server = await serve(await bundle(from), HEADERS);
      for (const threads of ['file', 'blob']) {
        const page = await browser.newPage();
        await page.goto(`${server.address}?threads=${threads}`);
        await page.waitForFunction(() => globalThis.result !== undefined, null, {
          timeout: 120_000,
        });
        found.set(`${bundler}, ${threads}`, await page.evaluate(() => globalThis.result));
        await page.close();
      }
      server.close();
    }
    const [first] = found.values();
    for (const [way, { losses, threads, obstacle }] of found) {
      const isFile = way.endsWith('file');
      assert.deepEqual(losses, first.losses, way);
      assert.equal(threads, isFile ? 2 : 1, way);
      const refusal = 'threads may not be started here: see worker-src';
      assert.equal(obstacle, isFile ? undefined : refusal, way);
    }
    console.log(`threads  two, from a file, by ${Object.keys(BUNDLERS).join(' and ')}`);
  } finally {
    await browser.close();
  }
}
