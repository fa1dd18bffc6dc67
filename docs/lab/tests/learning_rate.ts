import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { SHORT } from '../core/address.ts';
import type { Values } from '../core/fields.ts';
import { learningRateRun } from '../runs/learning_rate/index.ts';
import type { LearningRateResult, Part, RateRun } from '../views/learning_rate.ts';
import { counts, exact, inNode, shows, type Tests, texts } from './page.ts';

type Shown<P extends Part> = Extract<LearningRateResult, { readonly part: P }>;

function run<P extends Part>(part: P, changed: Values = {}): Shown<P> {
  return inNode(learningRateRun, { ...changed, part }) as Shown<P>;
}

function all(page: Page, cell: string): Promise<number[]> {
  return page
    .locator(`[data-${cell}]`)
    .evaluateAll((cells) => cells.map((one) => Number(one.getAttribute('data-exact'))));
}

async function hasRuns(page: Page, runs: readonly RateRun[]): Promise<void> {
  deepStrictEqual(
    await all(page, 'rate'),
    runs.map(({ learningRate }) => learningRate),
  );
  deepStrictEqual(
    await all(page, 'loss'),
    runs.map(({ losses }) => losses.at(-1)),
  );
  deepStrictEqual(
    await texts(page, '[data-weights]'),
    runs.map(({ weights }) => weights.slice(0, SHORT)),
  );
}

export const tests: Tests = {
  async 'the range test, its suggestion and what that is worth'({ open }) {
    const page = await open('learning_rate');
    for (const optimizer of ['sgd', 'adam']) {
      await page.selectOption('select[name="optimizer"]', optimizer);
      const { points, suggestion, runs, weights } = run('range', { optimizer });
      await shows(page, weights);
      strictEqual(await exact(page, 'suggestion'), suggestion);
      deepStrictEqual(
        await all(page, 'smoothed'),
        points.map(({ smoothed }) => smoothed),
      );
      await hasRuns(page, runs);
    }
    await page.close();
  },
  async 'the race on every surface, at any iteration'({ open }) {
    const page = await open('learning_rate');
    await page.click('.parts button:text-is("Race on a surface")');
    for (const changed of [
      { surface: 'narrow valley', rate: 'each its own' },
      { surface: 'narrow valley', rate: '0.1' },
      { surface: 'two basins', rate: '0.01' },
      { surface: 'saddle', rate: '0.01' },
    ]) {
      const { paths, weights } = run('surface', changed);
      await page.selectOption('select[name="surface"]', changed.surface);
      await page.selectOption('select[name="rate"]', changed.rate);
      await shows(page, weights);
      for (const at of [150, 40]) {
        await page.fill('input[name="at"]', String(at));
        await page.waitForSelector(`.lab-table caption:has-text("iteration ${at};")`);
        const ends = paths.map(({ values }) => Math.min(at, values.length - 1));
        deepStrictEqual(
          await all(page, 'value'),
          paths.map(({ values }, k) => values[ends[k]]),
        );
        deepStrictEqual(
          await all(page, 'x'),
          paths.map(({ positions }, k) => positions[2 * ends[k]]),
        );
      }
    }
    match(page.url(), /\?part=surface&surface=saddle&rate=0.01&at=40$/);
    await page.close();
  },
  async 'the race on a network'({ open }) {
    const page = await open('learning_rate?part=network');
    await hasRuns(page, run('network').runs);
    await page.selectOption('select[name="rate"]', '0.01');
    const { runs, weights } = run('network', { rate: '0.01' });
    await shows(page, weights);
    await hasRuns(page, runs);
    await page.close();
  },
  async 'a schedule drawn by pointer and by keyboard is applied as planned'({ open }) {
    const page = await open('learning_rate?part=schedule');
    const shown = async (drawn: string) => {
      await page.waitForFunction(
        (text) => new URLSearchParams(window.location.search).get('drawn') === text,
        drawn,
      );
      const { planned, applied, runs, weights } = run('schedule', { drawn });
      await shows(page, weights);
      strictEqual(await counts(page, 'differences'), '0');
      deepStrictEqual(await all(page, 'planned'), Array.from(planned));
      deepStrictEqual(await all(page, 'applied'), Array.from(applied));
      await hasRuns(page, runs);
    };
    const point = (index: number) => page.locator('.editor .point').nth(index);
    await point(1).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowDown');
    await shown('0:10,19:90,100:0');
    await page.keyboard.press('Enter');
    await shown('0:10,19:90,60:45,100:0');
    await page.keyboard.press('Delete');
    await shown('0:10,19:90,100:0');
    const centre = async (index: number) => {
      const box = await point(index).locator('.dot').boundingBox();
      if (box === null) throw new Error('The schedule is not drawn.');
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const [start, middle, end] = [await centre(0), await centre(1), await centre(2)];
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    // Halfway between the ends, and below the picture: the rate stays at 0.
    await page.mouse.move((start.x + end.x) / 2, end.y + 50, { steps: 4 });
    await page.mouse.up();
    await shown('0:10,50:0,100:0');
    await page.fill('input[name="drawn"]', '0:100,100:7');
    await page.keyboard.press('Enter');
    await shown('0:100,100:7');
    await page.fill('input[name="drawn"]', '0:100,100:700');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.lab-wrong:has-text("2 to 12 points")');
    await page.close();
  },
};
