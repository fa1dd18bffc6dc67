import { deepStrictEqual, match, notStrictEqual, strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { divergingColor } from '../components/diverging.ts';
import { packDrawing, SIDE, unpackDrawing } from '../core/drawing.ts';
import { digitsRun } from '../runs/digits.ts';
import { counts, exact, sessionInNode, type Tests } from './page.ts';

/** Until every layer's answer to a drawing is shown; then it has to be that of Node. */
async function showsReading(page: Page, drawing: string): Promise<void> {
  await page.waitForSelector(`[data-drawing="${drawing}"]`);
  const { layers, probabilities, predicted } = sessionInNode(digitsRun).about.answer({ drawing });
  deepStrictEqual(
    await numbers(page, '[data-activation]'),
    layers.flatMap((layer) => layer.activations),
  );
  deepStrictEqual(await numbers(page, '[data-probability]'), probabilities);
  strictEqual(await counts(page, 'predicted'), String(predicted));
}

function numbers(page: Page, selector: string): Promise<number[]> {
  return page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-exact'))));
}

/** What the paper shows. */
async function onPaper(page: Page): Promise<string> {
  const levels = await page
    .locator('[data-level]')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-level'))));
  return packDrawing(levels);
}

export const tests: Tests = {
  async 'every layer makes of an example what it does in Node'({ open }) {
    const page = await open('digits');
    const { epochs, misread, wellRead } = sessionInNode(digitsRun).result;
    strictEqual(await exact(page, 'accuracy'), epochs.at(-1)?.accuracy);
    match((await page.textContent('.lab-bits')) ?? '', /yes$/);
    for (const [group, all] of [
      ['misread', misread],
      ['well-read', wellRead],
    ] as const) {
      const buttons = page.locator(`[data-example="${group}"]`);
      strictEqual(await buttons.count(), all.length);
      for (const index of [0, all.length - 1]) {
        await buttons.nth(index).click();
        await showsReading(page, all[index].drawing);
        strictEqual(await onPaper(page), all[index].drawing);
        strictEqual(await counts(page, 'predicted'), String(all[index].predicted));
      }
    }
    await page.close();
  },

  async 'a digit is drawn by pointer and by keyboard, and its address shows it again'({ open }) {
    const page = await open('digits');
    await page.click('button:text-is("Clear")');
    await showsReading(page, await onPaper(page));
    const box = await page.locator('.pad').boundingBox();
    if (box === null) throw new Error('There is no paper.');
    const at = (row: number, column: number) =>
      [box.x + (box.width * column) / SIDE, box.y + (box.height * row) / SIDE] as const;
    await page.mouse.move(...at(0.5, 4.5));
    await page.mouse.down();
    await page.mouse.move(...at(7.5, 4.5), { steps: 4 });
    await page.mouse.up();
    const stroke = await onPaper(page);
    const levels = unpackDrawing(stroke) ?? [];
    for (let row = 0; row < SIDE; row++) {
      const [left, middle, right] = levels.slice(row * SIDE + 3);
      strictEqual(middle, 16);
      strictEqual(left, right);
    }
    await showsReading(page, stroke);

    await page.locator('[data-level]').nth(0).focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'Space']) await page.keyboard.press(key);
    const dotted = await onPaper(page);
    strictEqual(dotted, packDrawing(levels.with(SIDE + 1, 8)));
    await showsReading(page, dotted);
    strictEqual(new URL(page.url()).searchParams.get('drawing'), dotted);
    const again = await open(`digits?drawing=${dotted}`);
    await showsReading(again, dotted);
    await again.close();
    const broken = await open('digits?drawing=zzzz');
    match((await broken.textContent('.lab-problem')) ?? '', /64 pixels/);
    notStrictEqual(await onPaper(broken), dotted);
    await broken.close();
    await page.close();
  },

  async 'the pictures of the first layer have the colours of its weights'({ open }) {
    const page = await open('digits');
    const { firstLayer } = sessionInNode(digitsRun).result;
    const largest = Math.max(...firstLayer.flat().map((weight) => Math.abs(weight)));
    const pixels = await page.locator('[data-unit]').evaluateAll((all) =>
      all.map((one) => {
        const { data } = (one as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 8, 8) ?? {
          data: [],
        };
        return Array.from({ length: 64 }, (_, pixel) =>
          Array.from(data).slice(4 * pixel, 4 * pixel + 3),
        );
      }),
    );
    deepStrictEqual(
      pixels.map((unit) => unit.map((rgb) => `rgb(${rgb.join(' ')})`)),
      firstLayer.map((unit) => unit.map((weight) => divergingColor(weight / largest))),
    );
    await page.close();
  },
};
