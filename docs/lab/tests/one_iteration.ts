import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { oneIterationRun } from '../runs/one_iteration.ts';
import { counts, inNode, type Tests } from './page.ts';

export const tests: Tests = {
  async 'phases both ways, and the sentence of every weight, to the bit'({ open }) {
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
  },
};
