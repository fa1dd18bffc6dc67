/** A view inside a page of another origin, put there by the line that the view's own button gives. */
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SHORT } from '../core/address.ts';
import { oneEpochRun } from '../runs/one_epoch.ts';
import { inNode, type Tests } from './page.ts';

const OTHERS =
  '.VPNav, .VPLocalNav, .VPSidebar, .VPDocFooter, .VPFooter, .aside, .vp-doc h2, .vp-doc p:not(.lab p)';

export const tests: Tests = {
  async 'one line shows the view alone in a page of another origin'({ open, origin }) {
    const weights = inNode(oneEpochRun, { seed: 3 }).weights.slice(0, SHORT);
    const page = await open('one_epoch?seed=3&at=2&hide=accumulate');
    await page.evaluate(() => {
      // As in a page that may not write to the clipboard.
      navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
    });
    await page.click('text=Copy the line that embeds this');
    await page.waitForSelector('.lab-share [role="status"]:not(:empty)');
    const line = (await page.textContent('.lab-share [role="status"]')) ?? '';
    match(line, /^<iframe src="[^"<>]+" title="[^"<>]+" [^<>]*><\/iframe>$/);

    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><title>A course</title><h1>A course</h1>${line}`);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    try {
      const { port } = server.address() as AddressInfo;
      ok(!origin.endsWith(`:${port}`));
      // Its own context: the requests of a foreign page are its own matter.
      const context = await page.context().browser()?.newContext();
      ok(context);
      const course = await context.newPage();
      await course.goto(`http://127.0.0.1:${port}/`);
      const frame = course.frameLocator('iframe');
      const bits = frame.locator('.lab-bits:has-text("author’s run: yes")');
      await bits.waitFor();
      strictEqual(await bits.locator('code').textContent(), weights);
      strictEqual(await frame.locator('[data-count="iteration"]').textContent(), '2 of 8');
      strictEqual(await frame.locator('input[name="accumulate"]').count(), 0);
      const seen = await frame
        .locator(OTHERS)
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility()).map((one) => one.className),
        );
      deepStrictEqual(seen, []);
      // It can be used there, and stays alone.
      await frame.locator('button[aria-label="One iteration on"]').click();
      await frame.locator('[data-count="iteration"]:has-text("3 of 8")').waitFor();
      const address = course.frames()[1].url();
      match(address, /at=3/);
      match(address, /embed=1/);
      const wide = await frame
        .locator('html')
        .evaluate((root) => [
          root.scrollWidth - root.clientWidth,
          document.querySelector('.lab')?.clientHeight ?? 0,
        ]);
      strictEqual(wide[0], 0);
      ok(wide[1] > 300);
      await context.close();
    } finally {
      server.close();
      server.closeAllConnections();
    }
    await page.close();
  },
};
