/** Hundreds of models in one page, whose memories an engine gives out in limited number. */
import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { openChromium, serve } from './chromium.mjs';

/** @param folder where epochal is installed */
export async function checkManyModels(folder) {
  copyFileSync(
    join(import.meta.dirname, 'many_models_page.ts'),
    join(folder, 'many_models_page.ts'),
  );
  await build({
    absWorkingDir: folder,
    entryPoints: ['many_models_page.ts'],
    outfile: join(folder, 'many_models/page.mjs'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  writeFileSync(
    join(folder, 'many_models/index.html'),
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="page.mjs"></script>',
  );
  const { result: inNode } = await import(pathToFileURL(join(folder, 'many_models/page.mjs')).href);
  const server = await serve(join(folder, 'many_models'));
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.waitForFunction(() => globalThis.result !== undefined, null, { timeout: 120_000 });
    const inPage = await page.evaluate(() => globalThis.result);
    console.log(`models   ${inPage.weights.length} live ones, ${inPage.compiled} compiled`);
    assert.deepEqual(inPage.obstacles, inNode.obstacles);
    assert.equal(inPage.compiled, inPage.weights.length);
    assert.deepEqual(inPage.weights, inNode.weights);
  } finally {
    await browser.close();
    server.close();
  }
}
