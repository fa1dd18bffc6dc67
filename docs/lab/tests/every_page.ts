/** What holds for each view. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { parts } from '../../.vitepress/chapters.ts';
import type { Opened, Tests } from './page.ts';

const PHONE = 390;
const paths = parts.flatMap(({ chapters }) => chapters.filter((one) => one.startsWith('lab/')));

async function fits(path: string, { open }: Opened): Promise<void> {
  const page = await open(path.replace('lab/', ''), { width: PHONE });
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
}

export const tests: Tests = Object.fromEntries(
  paths.map((path) => [
    `${path} fits on a phone, and every control has a name`,
    (opened: Opened) => fits(path, opened),
  ]),
);
