import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { oneEpochRun } from '../runs/one_epoch.ts';
import { counts, inNode, shows, type Tests, texts } from './page.ts';

export const tests: Tests = {
  async 'arrow keys go through the iterations that Node has'({ open }) {
    const page = await open('one_epoch');
    const run = inNode(oneEpochRun);
    match((await page.textContent('.lab-bits')) ?? '', /author’s run: yes/);
    await page.focus('input[name="at"]');
    for (const { epoch, iteration, rows, loss, samplesSeen } of run.iterations) {
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(
        (text) => document.querySelector('[data-count="iteration"]')?.textContent === text,
        `${iteration} of ${run.iterations.length}`,
      );
      deepStrictEqual((await texts(page, '.epoch-tile.now')).map(Number), rows);
      strictEqual(await counts(page, 'epoch'), `${epoch} of 2`);
      strictEqual(await counts(page, 'samplesSeen'), String(samplesSeen));
      strictEqual(Number(await page.getAttribute('[data-count="loss"]', 'title')), loss);
    }
    strictEqual(await counts(page, 'visits'), '2 each');
    strictEqual(new URL(page.url()).search, '?at=8');
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => window.location.search === '?at=7');
    await page.close();
  },

  async 'the formula is right where the batch size divides, and where the rest is dropped'({
    open,
  }) {
    const page = await open('one_epoch');
    strictEqual(`${await counts(page, 'claimed')} ${await counts(page, 'used')}`, '24 22');
    await page.fill('input[name="batchSize"]', '11');
    await shows(page, inNode(oneEpochRun, { batchSize: 11 }).weights);
    strictEqual(`${await counts(page, 'claimed')} ${await counts(page, 'used')}`, '22 22');
    await page.fill('input[name="batchSize"]', '6');
    await page.check('input[name="dropLast"]');
    await shows(page, inNode(oneEpochRun, { dropLast: true }).weights);
    strictEqual(await page.locator('.epoch-tile.dropped').count(), 4);
    await page.fill('input[name="accumulate"]', '3');
    await shows(page, inNode(oneEpochRun, { dropLast: true, accumulate: 3 }).weights);
    // These are the weights of before: accumulated gradients are the same sums.
    await page.waitForFunction(() => document.querySelectorAll('.epoch-cut').length === 6);
    await page.close();
  },
};
