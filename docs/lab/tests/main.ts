/**
 * Does in a browser what the pages of the lab ask for, and compares the numbers on them with runs in Node, to
 * the bit. `npm run test:site`, after `npm run site:build`; `npm run test:site -- one_epoch` for the tests of
 * one file of this folder.
 */
import { deepStrictEqual } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { openSite } from './browser.ts';
import type { Opened, Tests } from './page.ts';

const OTHERS = ['browser.ts', 'main.ts', 'page.ts', 'screenshots.ts'];
const chosen = process.argv.slice(2);
const files = readdirSync(new URL('.', import.meta.url)).filter(
  (file) => !OTHERS.includes(file) && (chosen.length === 0 || chosen.includes(file.slice(0, -3))),
);

const { browser, origin, close } = await openSite();
const foreign: string[] = [];
const broken: unknown[] = [];
const opened: Opened = {
  origin,
  async open(path, width = 1280) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on('request', (request) => {
      if (!request.url().startsWith(origin)) foreign.push(request.url());
    });
    page.on('pageerror', (error) => broken.push(error));
    await page.goto(`${origin}/lab/${path}`);
    await page.waitForSelector('.lab-bits code');
    return page;
  },
};

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

for (const file of files) {
  const { tests } = (await import(new URL(file, import.meta.url).href)) as { tests: Tests };
  const about = file.slice(0, -3).replaceAll('_', ' ');
  for (const [name, run] of Object.entries(tests))
    await test(`${about}: ${name}`, () => run(opened));
}
await test('no request to another host', async () => deepStrictEqual(foreign, []));
await test('no error on any page', async () => deepStrictEqual(broken, []));
await close();
