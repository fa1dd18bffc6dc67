/**
 * Pictures of every page of the lab: three widths, light and dark. `npx tsx docs/lab/tests/screenshots.ts FOLDER`;
 * with names after it, such as `one_epoch 'learning_rate?part=surface'`, of these only.
 */
import { join } from 'node:path';
import { parts } from '../../.vitepress/chapters.ts';
import { openSite } from './browser.ts';

const folder = process.argv[2] ?? '.';
const chosen = process.argv.slice(3).map((name) => `lab/${name}`);
const all = parts.flatMap(({ chapters }) => chapters.filter((one) => one.startsWith('lab/')));
const pages = chosen.length > 0 ? chosen : all;
const { browser, origin, close } = await openSite();
for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 820, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    for (const path of pages) {
      await page.goto(`${origin}/${path}`);
      await page.waitForSelector('.lab-bits code');
      const name = `${path.replace('lab/', '').replaceAll(/\W/g, '_')}_${width}_${colorScheme}.png`;
      await page.screenshot({ path: join(folder, name), fullPage: true });
    }
    await context.close();
  }
}
await close();
