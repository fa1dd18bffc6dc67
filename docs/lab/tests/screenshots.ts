/** Pictures of every page of the lab: three widths, light and dark. `npx tsx docs/lab/tests/screenshots.ts FOLDER` */
import { join } from 'node:path';
import { parts } from '../../.vitepress/chapters.ts';
import { openSite } from './browser.ts';

const folder = process.argv[2] ?? '.';
const pages = parts.flatMap(({ chapters }) => chapters.filter((one) => one.startsWith('lab/')));
const { browser, origin, close } = await openSite();
for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 820, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    for (const path of pages) {
      await page.goto(`${origin}/${path}`);
      await page.waitForSelector('.lab-bits code');
      const name = `${path.replace('lab/', '')}_${width}_${colorScheme}.png`;
      await page.screenshot({ path: join(folder, name), fullPage: true });
    }
    await context.close();
  }
}
await close();
