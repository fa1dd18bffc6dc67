import { match, strictEqual } from 'node:assert/strict';
import { SHORT } from '../core/address.ts';
import { oneEpochRun } from '../runs/one_epoch.ts';
import { counts, inNode, type Tests, weightsOn } from './page.ts';

export const tests: Tests = {
  async 'a link shows the same, another one gets sentences and no markup'({ open, origin }) {
    const weights = inNode(oneEpochRun, { seed: 3 }).weights.slice(0, SHORT);
    const page = await open(`one_epoch?seed=3&at=2&hide=accumulate&weights=${weights}`);
    match((await page.textContent('.lab-bits')) ?? '', /author’s run: yes/);
    strictEqual(await page.locator('input[name="accumulate"]').count(), 0);
    strictEqual(await counts(page, 'iteration'), '2 of 8');
    await page.goto(`${origin}/lab/one_epoch?seed=3&weights=0123456789ab`);
    await page.waitForSelector('.lab-bits:has-text("author’s run: no")');
    await page.goto(`${origin}/lab/one_epoch?samples=<img src=x onerror=alert(1)>&<b>=1&at=1e9`);
    await page.waitForSelector('.lab-bits:has-text("yes")');
    strictEqual(await page.locator('.lab-problem').count(), 3);
    strictEqual(await page.locator('.lab img, .lab-problem b').count(), 0);
    strictEqual(await weightsOn(page), oneEpochRun.author.slice(0, SHORT));
    await page.close();
  },
};
