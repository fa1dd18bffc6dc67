/**
 * Does in Chromium and in Firefox what the pages of the lab ask for, and compares the numbers on them with runs in Node, to
 * the bit. `npm run test:site`, after `npm run site:build`; `npm run test:site -- one_epoch` for the tests of
 * one file of this folder.
 */
import { deepStrictEqual } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { BrowserName } from '../../../tests/browser/installed.ts';
import { openSite } from './browser.ts';
import type { Opened, Tests } from './page.ts';

const OTHERS = ['browser.ts', 'main.ts', 'measure.ts', 'page.ts', 'screenshots.ts'];
const BROWSERS = ['chromium', 'firefox'] as const;
const chosen = process.argv.slice(2);
const files = readdirSync(new URL('.', import.meta.url)).filter(
  (file) => !OTHERS.includes(file) && (chosen.length === 0 || chosen.includes(file.slice(0, -3))),
);

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

async function testIn(name: BrowserName): Promise<void> {
  const { browser, origin, close } = await openSite(name);
  const foreign: string[] = [];
  const broken: unknown[] = [];
  const opened: Opened = {
    origin,
    async open(path, options) {
      const page = await opened.visit(`lab/${path}`, options);
      await page.waitForSelector('.lab-bits code');
      return page;
    },
    async fresh(address) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      page.on('pageerror', (error) => broken.push(error));
      await page.goto(address);
      return page;
    },
    async visit(path, { width = 1280, ...options } = {}) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, ...options });
      page.on('request', (request) => {
        if (!request.url().startsWith(origin)) foreign.push(request.url());
      });
      page.on('pageerror', (error) => broken.push(error));
      await page.goto(`${origin}/${path}`);
      return page;
    },
  };
  for (const file of files) {
    // axe-core reads the document, which is the same in both.
    if (name === 'firefox' && file === 'accessibility.ts') continue;
    const { tests } = (await import(new URL(file, import.meta.url).href)) as { tests: Tests };
    const about = file.slice(0, -3).replaceAll('_', ' ');
    for (const [what, run] of Object.entries(tests)) {
      await test(`${name}, ${about}: ${what}`, () => run(opened));
    }
  }
  await test(`${name}: no request to another host`, async () => deepStrictEqual(foreign, []));
  await test(`${name}: no error on any page`, async () => deepStrictEqual(broken, []));
  await close();
}

for (const name of BROWSERS) await testIn(name);
