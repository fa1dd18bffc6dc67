import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Values } from '../core/fields.ts';
import { transferRun } from '../runs/transfer.ts';
import { compare, verdictOf } from '../views/transfer.ts';
import { counts, inNode, shows, type Tests, texts } from './page.ts';

function numbers(page: Page, selector: string): Promise<number[]> {
  return page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-exact'))));
}

/** Every number of both tables is that of Node. */
async function comparesAsInNode(page: Page, changed: Values, target: number): Promise<void> {
  const { ways, weights } = inNode(transferRun, changed);
  await shows(page, weights);
  const compared = compare(ways, target);
  await page.waitForFunction(
    (verdict) => document.querySelector('[data-count="verdict"]')?.textContent === verdict,
    verdictOf(compared, target),
  );
  const epochs = compared.map(({ epoch }) => epoch ?? 'never').map(String);
  deepStrictEqual(
    (await texts(page, '[data-epoch]')).map((text) => text.replace(/ ★.*/, '')),
    epochs,
  );
  deepStrictEqual(
    await numbers(page, '[data-last]'),
    ways.map((one) => one.epochs.at(-1)?.accuracy),
  );
  deepStrictEqual(
    await numbers(page, '[data-moved]'),
    ways.flatMap(({ moved }) => moved ?? []),
  );
}

export const tests: Tests = {
  async 'each way takes as many epochs as in Node, to any accuracy, and what is frozen stays'({
    open,
  }) {
    const page = await open('transfer');
    const before = await page.textContent('.lab-bits');
    match(before ?? '', /yes$/);
    for (const target of [90, 70, 99]) {
      await page.fill('input[name="target"]', String(target));
      await comparesAsInNode(page, {}, target);
    }
    strictEqual(await page.textContent('.lab-bits'), before);
    strictEqual(new URL(page.url()).search, '?target=99');
    deepStrictEqual((await numbers(page, '[data-moved]')).slice(0, 3), [0, 0, 0]);
    await page.close();
  },

  async 'the other task is another verdict, and a body that has learned nothing shows luck'({
    open,
  }) {
    const page = await open('transfer?target=90');
    await page.selectOption('select[name="task"]', 'odd or even');
    await shows(page, inNode(transferRun, { task: 'odd or even' }).weights);
    await page.fill('input[name="samples"]', '50');
    const other = { task: 'odd or even', samples: 50 };
    await comparesAsInNode(page, other, 90);
    match((await counts(page, 'verdict')) ?? '', /^Transfer pays.*first layer frozen/);
    await page.fill('input[name="target"]', '80');
    await page.fill('input[name="firstEpochs"]', '0');
    await comparesAsInNode(page, { ...other, firstEpochs: 0 }, 80);
    match((await counts(page, 'verdict')) ?? '', /“all layers” needs 2 epochs fewer/);
    await page.close();
  },
};
