import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { initializationRun } from '../runs/initialization.ts';
import type { Moment, NetworkName, NetworkRun } from '../views/initialization.ts';
import { inNode, shows, type Tests, texts } from './page.ts';

const column = (page: Page, name: string, network: NetworkName) =>
  page
    .locator(`[data-${name}="${network}"]`)
    .evaluateAll((all) => all.map((cell) => Number(cell.getAttribute('data-exact'))));

const histograms = (page: Page, name: string, network: NetworkName) =>
  page
    .locator(`[data-${name}="${network}"]`)
    .evaluateAll((all) => all.map((picture) => picture.getAttribute('data-counts')));

async function showsLoss(page: Page, { name }: NetworkRun, { loss }: Moment): Promise<void> {
  await page.waitForFunction(
    ([network, text]) =>
      document.querySelector(`[data-loss="${network}"]`)?.getAttribute('data-exact') === text,
    [name, String(loss)],
  );
}

async function hasNumbersOf(page: Page, { name }: NetworkRun, { layers }: Moment): Promise<void> {
  deepStrictEqual(
    await column(page, 'size', name),
    layers.map(({ size }) => size),
  );
  deepStrictEqual(
    await column(page, 'norm', name),
    layers.map(({ gradientNorm }) => gradientNorm),
  );
  deepStrictEqual(
    await histograms(page, 'activations', name),
    layers.map(({ activations }) => activations.join()),
  );
  deepStrictEqual(
    await histograms(page, 'gradients', name),
    layers.map(({ gradients }) => gradients.join()),
  );
  deepStrictEqual(
    await texts(page, `[data-units="${name}"]`),
    layers.map(({ differentUnits, units }) => `${differentUnits} of ${units}`),
  );
}

/** How far below the top of the chart of gradients the points of a line lie. */
const heights = (page: Page, line: number) =>
  page
    .locator('.lab-chart svg[aria-label^="norm"]')
    .locator(`path.series-${line}`)
    .evaluate((path) =>
      [...(path.getAttribute('d') ?? '').matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, , y]) =>
        Number(y),
      ),
    );

export const tests: Tests = {
  async 'sizes, norms, histograms and losses of both networks, at every epoch'({ open }) {
    const page = await open('initialization');
    const { runs } = inNode(initializationRun);
    for (const at of runs[0].moments.keys()) {
      await page.fill('input[name="at"]', String(at));
      for (const run of runs) {
        await showsLoss(page, run, run.moments[at]);
        await hasNumbersOf(page, run, run.moments[at]);
      }
    }
    deepStrictEqual(
      await page
        .locator('[data-last]')
        .evaluateAll((all) => all.map((cell) => Number(cell.getAttribute('data-exact')))),
      runs.map(({ losses }) => losses.at(-1)),
    );
    await page.waitForSelector('.lab b:text-is("After 5 epochs")');
    await page.close();
  },

  async 'norms of gradients lie where their logarithms are'({ open }) {
    const page = await open('initialization?activation=sigmoid');
    const { runs } = inNode(initializationRun, { activation: 'sigmoid' });
    await shows(page, runs[0].weights);
    const norms = runs[0].moments[0].layers.map(({ gradientNorm }) => gradientNorm);
    const drawn = await heights(page, 0);
    strictEqual(drawn.length, norms.length);
    const scale = (drawn[0] - drawn[7]) / Math.log10(norms[7] / norms[0]);
    for (const [index, norm] of norms.entries()) {
      const expected = drawn[0] - scale * Math.log10(norm / norms[0]);
      ok(Math.abs(drawn[index] - expected) < 0.01, `layer ${index + 1}`);
    }
    await page.close();
  },

  async 'one network ends early, beside the other that goes on'({ open }) {
    const page = await open('initialization?start=He&activation=relu&depth=12');
    const { runs } = inNode(initializationRun, { start: 'He', activation: 'relu', depth: 12 });
    await page.waitForSelector('[data-trouble="residual"]:has-text("ended in epoch 1")');
    await hasNumbersOf(page, runs[1], runs[1].moments[0]);
    await page.fill('input[name="at"]', '5');
    await showsLoss(page, runs[0], runs[0].moments[5]);
    await hasNumbersOf(page, runs[0], runs[0].moments[5]);
    deepStrictEqual(await column(page, 'size', 'residual'), []);
    await page.selectOption('select[name="learningRate"]', '0.003');
    await page.waitForSelector('[data-trouble]', { state: 'detached' });
    await page.close();
  },

  async 'zeros: all units are equal, and stay so'({ open }) {
    const page = await open('initialization');
    await page.selectOption('select[name="start"]', 'zeros');
    const run = inNode(initializationRun, { start: 'zeros' });
    await shows(page, run.weights);
    await page.fill('input[name="at"]', '5');
    await page.waitForSelector('.lab:has-text("is worth one")');
    await showsLoss(page, run.runs[0], run.runs[0].moments[5]);
    for (const own of run.runs) await hasNumbersOf(page, own, own.moments[5]);
    await page.waitForSelector('.lab:has-text("no line to draw")');
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
