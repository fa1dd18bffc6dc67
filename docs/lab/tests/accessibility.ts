/** axe-core finds nothing to complain of: not on a page of the lab, not in a chapter, light or dark. */
import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { parts } from '../../.vitepress/chapters.ts';
import type { Look, Opened, Tests } from './page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const chapters = parts.flatMap((part) => part.chapters);
const inLab = (path: string) => path.startsWith('lab/');
const paths = ['', ...chapters, 'api/', 'api/epochal/', 'decisions/README'];

const LOOKS: readonly Look[] = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'dark', width: 390 },
];

/** What is wrong, as `rule: element`. */
async function complaints(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe });
  const found = await page.evaluate(async () => {
    const { violations } = (await (
      window as unknown as { axe: { run(): Promise<AxeResults> } }
    ).axe.run()) as AxeResults;
    return violations.map(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
  return found.flat();
}

async function check(path: string, { open, visit }: Opened): Promise<void> {
  for (const look of LOOKS) {
    const page = await (inLab(path) ? open(path.replace('lab/', ''), look) : visit(path, look));
    const found = await complaints(page);
    deepStrictEqual(found, [], `${look.colorScheme}, ${look.width} pixels`);
    await page.close();
  }
}

export const tests: Tests = Object.fromEntries(
  paths.map((path) => [`/${path} is accessible`, (opened: Opened) => check(path, opened)]),
);
