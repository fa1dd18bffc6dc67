import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { thePlanRun } from '../runs/the_plan.ts';
import { counts, inNode, shows, type Tests, texts } from './page.ts';

export const tests: Tests = {
  async 'plan and run have the numbers of Node, and no difference'({ open }) {
    const page = await open('the_plan');
    for (const batchSize of [128, 125, 1, 1000]) {
      const run = inNode(thePlanRun, { batchSize });
      await page.fill('input[name="batchSize"]', String(batchSize));
      await shows(page, run.weights);
      const plain = (all: string[]) => all.map((text) => Number(text.replaceAll(',', '')));
      deepStrictEqual(
        plain(await texts(page, '[data-planned]')),
        run.compared.map((one) => one.planned),
      );
      deepStrictEqual(
        plain(await texts(page, '[data-counted]')),
        run.compared.map((one) => one.counted),
      );
      strictEqual(await counts(page, 'differences'), '0');
    }
    await page.selectOption('select[name="schedule"]', 'cosine');
    await page.fill('input[name="batchSize"]', '128');
    await shows(page, inNode(thePlanRun, { schedule: 'cosine' }).weights);
    await page.close();
  },

  async 'what cannot be trained gets a sentence, and the page goes on'({ open }) {
    const page = await open('the_plan');
    await page.check('input[name="dropLast"]');
    await page.fill('input[name="samples"]', '10');
    await page.waitForSelector('.lab-problem:has-text("not a single batch")');
    await page.fill('input[name="batchSize"]', '5');
    await shows(page, inNode(thePlanRun, { dropLast: true, samples: 10, batchSize: 5 }).weights);
    await page.waitForSelector('.lab-problem', { state: 'detached' });
    await page.fill('input[name="batchSize"]', '0');
    match((await page.textContent('.lab-wrong')) ?? '', /from 1 to 2000/);
    await page.close();
  },
};
