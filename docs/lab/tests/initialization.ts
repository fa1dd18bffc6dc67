import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { initializationRun } from '../runs/initialization.ts';
import type { Moment } from '../views/initialization.ts';
import { exact, inNode, shows, type Tests, texts } from './page.ts';

const column = (page: Page, name: string) =>
  page
    .locator(`[data-${name}]`)
    .evaluateAll((all) => all.map((cell) => Number(cell.getAttribute('data-exact'))));

async function hasNumbersOf(page: Page, { loss, layers }: Moment): Promise<void> {
  strictEqual(await exact(page, 'loss'), loss);
  deepStrictEqual(
    await column(page, 'size'),
    layers.map(({ size }) => size),
  );
  deepStrictEqual(
    await column(page, 'norm'),
    layers.map(({ gradientNorm }) => gradientNorm),
  );
  deepStrictEqual(
    await texts(page, '[data-units]'),
    layers.map(({ differentUnits, units }) => `${differentUnits} of ${units}`),
  );
}

export const tests: Tests = {
  async 'sizes, norms and losses of both networks, at every epoch'({ open }) {
    const page = await open('initialization');
    const { runs } = inNode(initializationRun);
    for (const { name, moments } of runs) {
      await page.check(`input[name="network"][value="${name}"]`);
      for (const [at, moment] of moments.entries()) {
        await page.fill('input[name="at"]', String(at));
        await page.waitForFunction(
          (text) =>
            document.querySelector('[data-count="loss"]')?.getAttribute('data-exact') === text,
          String(moment.loss),
        );
        await hasNumbersOf(page, moment);
      }
    }
    deepStrictEqual(
      await column(page, 'last'),
      runs.map(({ losses }) => losses.at(-1)),
    );
    match((await page.textContent('[role=status]')) ?? '', /After 5 epochs/);
    await page.close();
  },

  async 'zeros: all units are equal, and stay so'({ open }) {
    const page = await open('initialization');
    await page.selectOption('select[name="start"]', 'zeros');
    const run = inNode(initializationRun, { start: 'zeros' });
    await shows(page, run.weights);
    await page.fill('input[name="at"]', '5');
    await page.waitForSelector('.lab:has-text("is worth one")');
    await hasNumbersOf(page, run.runs[0].moments[5]);
    await page.close();
  },

  async 'numbers that are not finite get a sentence, and the page goes on'({ open }) {
    const page = await open('initialization');
    await page.selectOption('select[name="activation"]', 'relu');
    await page.selectOption('select[name="start"]', 'too large');
    await page.waitForSelector('[data-trouble="plain"]:has-text("not finite")');
    await page.selectOption('select[name="start"]', 'He');
    await shows(page, inNode(initializationRun, { activation: 'relu', start: 'He' }).weights);
    await page.waitForSelector('[data-trouble]', { state: 'detached' });
    await page.close();
  },
};
