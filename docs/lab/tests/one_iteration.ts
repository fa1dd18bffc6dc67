import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { oneIterationRun } from '../runs/one_iteration.ts';
import { tangentAt } from '../views/one_iteration.ts';
import { counts, exact, inNode, sessionInNode, type Tests, texts } from './page.ts';

/** Until the page shows the loss at a value. */
async function dragged(page: Page, value: number): Promise<void> {
  await page.waitForSelector(`[data-count="dragged-loss"][data-at="${value}"]`);
}

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
    await page.waitForFunction(() => /[?&]at=2$/.test(window.location.search));
    strictEqual(await counts(page, 'iteration'), '1');
    strictEqual(await page.locator('[data-count="after"]').count(), 0);
    await page.close();
  },

  async 'a weight that is dragged: the loss and what the tangent says of it, to the bit'({ open }) {
    const page = await open('one_iteration?at=6');
    const { result, about } = sessionInNode(oneIterationRun);
    const { connections, loss } = result.iterations[1];
    for (const connection of [0, 9, 12]) {
      await page.selectOption('select[name="weight"]', String(connection));
      const one = connections[connection];
      for (const offset of [0, 0.02, -0.4, 1]) {
        await page.fill('input[name="drag"]', String(offset));
        const there = about.answer({ iteration: 2, connection, value: one.before + offset });
        await dragged(page, there.value);
        strictEqual(await exact(page, 'dragged-loss'), there.loss);
        const tangent = tangentAt(one, loss, there.value);
        strictEqual(await exact(page, 'tangent'), tangent);
        strictEqual(await exact(page, 'tangent-difference'), there.loss - tangent);
      }
    }
    await page.focus('input[name="drag"]');
    await page.keyboard.press('ArrowLeft');
    const one = connections[12];
    await dragged(page, Math.fround(one.before + 0.99));
    strictEqual(await counts(page, 'before'), one.before.toFixed(3).replace('-', '−'));
    await page.close();
  },

  async 'the address says which weight is dragged, how far, and which sample is shown'({ open }) {
    const page = await open('one_iteration?at=6&sample=3&weight=h1-y&drag=-0.4');
    const { result, about } = sessionInNode(oneIterationRun);
    const { connections, samples } = result.iterations[1];
    const value = connections[9].before - 0.4;
    const there = about.answer({ iteration: 2, connection: 9, value });
    await dragged(page, there.value);
    strictEqual(await exact(page, 'dragged-loss'), there.loss);
    strictEqual(await page.inputValue('select[name="weight"]'), '9');
    match(
      (await page.getAttribute('.network', 'aria-label')) ?? '',
      new RegExp(`inputs ${samples[2].inputs.join(' and ')}`),
    );
    await page.fill('input[name="drag"]', '0.25');
    await page.waitForFunction(
      () => window.location.search === '?sample=3&weight=h1-y&drag=0.25&at=6',
    );
    await page.selectOption('select[name="weight"]', '4');
    await page.check('input[name="sample"][value="2"]');
    await page.waitForFunction(() => window.location.search === '?sample=2&weight=x2-h2&at=6');
    strictEqual(await page.inputValue('input[name="drag"]'), '0');
    await page.close();
  },

  async 'a weight or a distance that is none gets a sentence'({ open }) {
    const page = await open('one_iteration?at=6&weight=h9-y&drag=7');
    deepStrictEqual(
      (await texts(page, '.lab-problem')).map((text) => text.slice(0, 40)),
      ['Weight has to be one of x1-h1, x1-h2, x1', 'Drag has to be a number from -1 to 1; th'],
    );
    await dragged(page, sessionInNode(oneIterationRun).result.iterations[1].connections[0].before);
    await page.close();
  },

  async 'a weight is dragged by its label'({ open }) {
    const page = await open('one_iteration?at=7');
    const { result, about } = sessionInNode(oneIterationRun);
    const label = page.locator('.edge').nth(7).locator('rect');
    await label.scrollIntoViewIfNeeded();
    const box = await label.boundingBox();
    ok(box);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(x + 90, y);
    const connection = Number(await page.inputValue('select[name="weight"]'));
    const offset = Number(await page.inputValue('input[name="drag"]'));
    strictEqual(offset, 0.2);
    const value = result.iterations[1].connections[connection].before + offset;
    const there = about.answer({ iteration: 2, connection, value });
    await dragged(page, there.value);
    strictEqual(await exact(page, 'dragged-loss'), there.loss);
    await page.close();
  },
};
