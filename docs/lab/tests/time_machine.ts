import { strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { timeMachineRun } from '../runs/time_machine/index.ts';
import { exact, sessionInNode, shows, type Tests } from './page.ts';

/** Until the page shows the moment at a place of the slider. */
async function showsMoment(page: Page, at: number): Promise<void> {
  await page.waitForSelector(`.machine-runs[data-at="${at}"]`);
}

async function go(page: Page, at: number): Promise<void> {
  await page.locator('input[name="at"]').fill(String(at));
  await showsMoment(page, at);
}

export const tests: Tests = {
  async 'moments are those of Node, forwards and backwards'({ open }) {
    const page = await open('time_machine');
    const { about } = sessionInNode(timeMachineRun);
    for (const at of [0, 1, 5, 10, 801, 1600, 804, 10, 0, 1600]) {
      await go(page, at);
      const { runs } = about.answer({ at });
      for (const [index, run] of runs.entries()) {
        const number = (name: string) =>
          page.locator(`[data-number="${name}"]`).nth(index).getAttribute('data-exact');
        strictEqual(await number('weights'), run.weights);
        strictEqual(await number('loss'), run.loss === undefined ? null : String(run.loss));
        const norm = run.gradientNorm;
        strictEqual(await number('norm'), norm === undefined ? null : String(norm));
      }
    }
    await page.close();
  },

  async 'the first difference is marked, and there is none between equal runs'({ open }) {
    const page = await open('time_machine');
    const { parting } = sessionInNode(timeMachineRun).result;
    const [first, second] = parting?.weight?.values ?? [0, 0];
    strictEqual(await exact(page, 'parting'), Math.abs(first - second));
    await page.click('.machine-parting button');
    await showsMoment(page, 10);
    await page.selectOption('select[name="optimizer2"]', 'sgd');
    await page.waitForFunction(() =>
      document.querySelector('.machine-parting')?.textContent?.includes('No difference'),
    );
    await page.fill('input[name="order2"]', '2');
    await shows(
      page,
      sessionInNode(timeMachineRun, { optimizer2: 'sgd', order2: 2 }).result.weights,
    );
    await page.waitForSelector('[data-count="parting-phase"]');
    strictEqual(await page.textContent('[data-count="parting-phase"]'), 'start');
    await page.close();
  },
};
