/** How long the main thread of a page is busy at a time while a network is trained there. */
import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { openChromium, serve } from './chromium.mjs';

/** In milliseconds: a frame that takes longer is felt. */
const LIMIT = 50;

/** @param folder where epochal is installed */
export async function checkFrames(folder) {
  copyFileSync(join(import.meta.dirname, 'frames_page.ts'), join(folder, 'frames_page.ts'));
  await build({
    absWorkingDir: folder,
    entryPoints: ['frames_page.ts'],
    outfile: join(folder, 'frames/page.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  writeFileSync(
    join(folder, 'frames/index.html'),
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="page.js"></script>',
  );
  const server = await serve(join(folder, 'frames'));
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    const traced = await startTrace(browser);
    await page.goto(server.address);
    await page.waitForFunction(() => globalThis.result !== undefined, null, { timeout: 120_000 });
    const { frames, backend, losses } = await page.evaluate(() => globalThis.result);
    assert.equal(backend, 'wasm');
    assert.equal(losses.length, 2);
    const tasks = tasksOf(await traced());
    const longest = Math.max(...tasks.map(({ cpu }) => cpu));
    const wall = Math.max(...tasks.map(({ wall: taken }) => taken));
    const times = `${longest.toFixed(0)} ms of computing, ${wall.toFixed(0)} ms on the clock`;
    console.log(`frames   ${frames} drawn, ${tasks.length} tasks, the longest ${times}`);
    assert(tasks.length > 20, 'the training was interrupted');
    assert(frames > 10, 'the page was drawn meanwhile');
    // A machine that does other things at the same time makes the clock run on.
    assert(longest < LIMIT, `a task took ${longest} ms of ${LIMIT}`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** @returns what ends the trace and gives its events */
async function startTrace(browser) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  const includedCategories = ['toplevel', 'blink.user_timing'];
  const traceConfig = { includedCategories, excludedCategories: ['*'] };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  return async () => {
    await session.send('Tracing.end');
    await complete;
    return events;
  };
}

/** The tasks of the thread that trained, in milliseconds. */
function tasksOf(events) {
  const mark = (name) => events.find((event) => event.name === name);
  const [begin, end] = [mark('training begins'), mark('training ends')];
  assert(begin !== undefined && end !== undefined, 'the trace has both marks');
  return events
    .filter(({ name, ph, pid, tid }) => {
      const isTask = ph === 'X' && name.endsWith('RunTask');
      return isTask && pid === begin.pid && tid === begin.tid;
    })
    .filter(({ ts, dur }) => ts + dur >= begin.ts && ts <= end.ts)
    .map(({ dur, tdur }) => ({ wall: dur / 1000, cpu: tdur / 1000 }));
}
