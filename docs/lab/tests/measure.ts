/**
 * How fast the lab is on a mid-range phone: Chromium with a processor 4 times slower, 390 pixels wide.
 * `npm run site:build && npx tsx docs/lab/tests/measure.ts`; with names after it, of these pages only. For each
 * page: the time to the first touchable view, the longest task of the main thread (0: none of 50 ms or more) and the
 * frames while it trains, so slow and at the usual speed, and the scripts in kilobytes after gzip.
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { parts } from '../../.vitepress/chapters.ts';
import { openSite } from './browser.ts';

const SLOWER = 4;
const WATCHED = 3000;
const KILO = 1000;
const site = new URL('../../.vitepress/dist', import.meta.url);

/** What the page notes about itself from its first moment on. */
interface Noted {
  longest: number;
  frames: number[];
}
type Noting = typeof window & { noted: Noted };

function note(): void {
  const noted: Noted = { longest: 0, frames: [] };
  (window as Noting).noted = noted;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.longest = Math.max(noted.longest, duration);
  }).observe({ type: 'longtask' });
}

/** Scrolls up and down while a new run trains, a little with each frame. */
async function trainAndScroll(milliseconds: number): Promise<Noted> {
  const { noted } = window as Noting;
  noted.longest = 0;
  noted.frames = [];
  const field = document.querySelector<HTMLInputElement>('input[name="seed"]');
  if (field) {
    field.value = String((Number(field.value) + 1) % 100);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const begin = performance.now();
  while (performance.now() - begin < milliseconds) {
    const now = await new Promise<number>(requestAnimationFrame);
    noted.frames.push(now);
    window.scrollTo(0, 300 + 300 * Math.sin((now - begin) / 300));
  }
  return noted;
}

function kilobytes(addresses: readonly string[]): number {
  const bytes = addresses.map(
    (address) =>
      gzipSync(readFileSync(fileURLToPath(`${site}${new URL(address).pathname}`))).length,
  );
  return bytes.reduce((sum, one) => sum + one, 0) / KILO;
}

async function whileTraining(page: Page): Promise<{ longest: number; frames: number }> {
  const { longest, frames } = await page.evaluate(trainAndScroll, WATCHED);
  return { longest, frames: (KILO * (frames.length - 1)) / ((frames.at(-1) ?? 0) - frames[0]) };
}

async function measure(page: Page, address: string): Promise<Record<string, number>> {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.add(response.url());
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(note);
  const begin = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector('.lab-picture > *');
  const touchable = performance.now() - begin;
  await page.waitForSelector('.lab-bits code');
  const run = performance.now() - begin;
  const slow = await whileTraining(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const usual = await whileTraining(page);
  const all = [...scripts];
  const isOfLab = (script: string) => /worker|lab|chunks\/(?!framework|theme|@local)/i.test(script);
  return {
    'touchable, s': touchable / KILO,
    'first run, s': run / KILO,
    'longest task, ms': usual.longest,
    'frames a second': usual.frames,
    'task, 4 x slower': slow.longest,
    'frames, 4 x slower': slow.frames,
    'scripts, kB': kilobytes(all),
    'lab alone, kB': kilobytes(all.filter(isOfLab)),
  };
}

const chosen = process.argv.slice(2).map((name) => `lab/${name}`);
const all = parts.flatMap(({ chapters }) => chapters.filter((one) => one.startsWith('lab/')));
const { browser, origin, close } = await openSite();
const table: Record<string, Record<string, number>> = {};
for (const path of chosen.length > 0 ? chosen : all) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const figures = await measure(await context.newPage(), `${origin}/${path}`);
  table[path] = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(3))]),
  );
  await context.close();
}
await close();
console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Chromium ${SLOWER} x slower, 390 pixels`);
console.table(table);
