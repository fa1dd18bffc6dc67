/** Every example with a run button prints in the page what stands below it in the chapter. */
import { deepStrictEqual, match, ok } from 'node:assert/strict';
import { parts } from '../../.vitepress/chapters.ts';
import type { Opened, Tests } from './page.ts';

const chapters = parts.flatMap((part) => part.chapters);

/** At least so many examples run in browsers; the others use files or processes. */
const LEAST = 100;
let examples = 0;

async function runAll(chapter: string, { visit }: Opened): Promise<void> {
  const page = await visit(chapter);
  const all = page.locator('.run-example');
  const states: (string | null)[] = [];
  for (let index = 0; index < (await all.count()); index++) {
    const example = all.nth(index);
    const status = example.locator('[role=status]');
    // By the keyboard, which finds it where it is: what comes before it may still be growing.
    await example.locator('button:enabled').press('Enter');
    await status
      .and(page.locator('[data-state=identical], [data-state=different], [data-state=failed]'))
      .waitFor({ timeout: 120_000 });
    const state = await status.getAttribute('data-state');
    states.push(state === 'identical' ? state : await example.textContent());
  }
  examples += states.length;
  deepStrictEqual(
    states,
    states.map(() => 'identical'),
  );
  await page.close();
}

export const tests: Tests = {
  ...Object.fromEntries(
    chapters.map((chapter) => [chapter, (opened: Opened) => runAll(chapter, opened)]),
  ),
  async 'a difference is shown, line by line'({ origin, visit }) {
    const page = await visit('glossary');
    await page.route(/backpropagation\.md/, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('w1, element 0', 'w1, element 9');
      await route.fulfill({ response, body });
    });
    await page.goto(`${origin}/backpropagation`);
    const example = page.locator('.run-example').nth(1);
    await example.locator('button:enabled').press('Enter');
    await example.locator('[data-state=different]').waitFor();
    const changes = (await example.locator('pre').textContent()) ?? '';
    match(changes, /− w1, element 9/);
    match(changes, /\+ w1, element 0/);
    await page.close();
  },
  async 'most of them can be run'() {
    ok(examples >= LEAST, `${examples} examples`);
  },
};
