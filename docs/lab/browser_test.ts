/**
 * Does in Chromium what the pages of the lab ask for, and compares the numbers on them with runs in Node, to
 * the bit. `npm run test:site`, after `npm run site:build`.
 */
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openSite } from './browser.ts';
import { SHORT } from './core/address.ts';
import { initialValues, type Values } from './core/fields.ts';
import { runView, type View } from './core/view.ts';
import { batchSizeRun } from './runs/batch_size.ts';
import { oneEpochRun } from './runs/one_epoch.ts';
import { oneIterationRun } from './runs/one_iteration.ts';
import { thePlanRun } from './runs/the_plan.ts';
import { CLOCKS, reached, winner } from './views/batch_size.ts';

const { browser, origin, close } = await openSite();
const foreign: string[] = [];

async function open(path: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) foreign.push(request.url());
  });
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${origin}/lab/${path}`);
  await page.waitForSelector('.lab-bits code');
  return page;
}

function inNode<Result>(view: View<Result>, changed: Values = {}): Result {
  return runView(view, { ...initialValues(view.fields), ...changed });
}

const counts = (page: Page, name: string) => page.textContent(`[data-count="${name}"]`);
const texts = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ''));
const weightsOn = async (page: Page) => (await page.textContent('.lab-bits code')) ?? '';

/** Waits until the page shows the run with these weights. */
async function shows(page: Page, weights: string): Promise<void> {
  await page.waitForFunction(
    (short) => document.querySelector('.lab-bits code')?.textContent === short,
    weights.slice(0, SHORT),
  );
}

async function test(name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
    console.log(`ok   ${name}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`FAIL ${name}`);
    console.error(error);
  }
}

await test('one iteration: phases both ways, and the sentence of every weight, to the bit', async () => {
  const page = await open('one_iteration');
  const { iterations } = inNode(oneIterationRun);
  const value = async (name: string) =>
    Number(await page.getAttribute(`[data-count="${name}"]`, 'data-exact'));
  await page.focus('input[name="at"]');
  for (let presses = 0; presses < 7; presses++) await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => window.location.search === '?at=7');
  strictEqual(await counts(page, 'iteration'), '2');
  strictEqual(await value('loss'), iterations[1].loss);
  for (const [index, one] of iterations[1].connections.entries()) {
    await page.selectOption('select[name="weight"]', String(index));
    await page.waitForFunction(
      (exact) =>
        document.querySelector('[data-count="after"]')?.getAttribute('data-exact') === exact,
      String(one.after),
    );
    strictEqual(await value('before'), one.before);
    strictEqual(await value('gradient'), one.gradient + 0);
    const products = await page
      .locator('[data-product]')
      .evaluateAll((all) => all.map((cell) => Number(cell.getAttribute('data-exact'))));
    deepStrictEqual(
      products,
      one.terms.map(({ product }) => product + 0),
    );
  }
  await page.focus('input[name="at"]');
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => window.location.search === '?at=2');
  strictEqual(await counts(page, 'iteration'), '1');
  strictEqual(await page.locator('[data-count="after"]').count(), 0);
  await page.close();
});

await test('one epoch: arrow keys go through the iterations that Node has', async () => {
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
});

await test('one epoch: the formula is right where the batch size divides, and where the rest is dropped', async () => {
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
  strictEqual(await page.locator('.epoch-cut').count(), 6);
  await page.close();
});

await test('the plan: plan and run have the numbers of Node, and no difference', async () => {
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
});

await test('the plan: what cannot be trained gets a sentence, and the page goes on', async () => {
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
});

await test('batch size: the table is that of Node, by every clock that does not depend on the machine', async () => {
  const page = await open('batch_size');
  const run = inNode(batchSizeRun);
  for (const clock of CLOCKS.filter((one) => one !== 'seconds')) {
    await page.check(`input[name="clock"][value="${clock}"]`);
    const cells = await texts(page, `[data-clock="${clock}"]`);
    const expected = run.runs.map((one) => {
      const reading = reached(one, 0.3);
      if (reading === undefined) return 'not reached';
      const first = winner(run, 0.3, clock) === one.batchSize ? ' ★ first' : '';
      return `${reading[clock].toLocaleString('en-US')}${first}`;
    });
    deepStrictEqual(cells, expected);
  }
  await page.check('input[name="scaled"]');
  await page.fill('input[name="at"]', '400');
  await shows(page, inNode(batchSizeRun, { scaled: true }).weights);
  match((await texts(page, '[data-clock="iterations"]'))[3], /first$/);
  await page.close();
});

await test('an address: a link shows the same, another one gets sentences and no markup', async () => {
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
});

for (const path of ['one_iteration', 'one_epoch', 'the_plan', 'batch_size']) {
  await test(`${path}: fits on a phone, and every control has a name`, async () => {
    const page = await open(path, 390);
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    ok(scroll <= client, `${scroll} pixels wide on a screen of ${client}`);
    const unnamed = await page.locator('.lab input, .lab select, .lab button').evaluateAll((all) =>
      all
        .filter((one) => {
          const { labels } = one as HTMLInputElement;
          return !one.getAttribute('aria-label') && !labels?.length && !one.textContent?.trim();
        })
        .map((one) => one.outerHTML),
    );
    deepStrictEqual(unnamed, []);
    await page.close();
  });
}

await test('no request to another host', async () => deepStrictEqual(foreign, []));
await close();
