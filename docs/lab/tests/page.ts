/** What the tests of all views say about a page. */
import type { Page } from 'playwright-core';
import { SHORT } from '../core/address.ts';
import { initialValues, type Values } from '../core/fields.ts';
import { openView, type Session, type View } from '../core/view.ts';

export interface Opened {
  readonly origin: string;
  /** A page of the lab, once its first run has ended. */
  open(path: string, options?: Look): Promise<Page>;
  /** Any address of this machine, once it has been loaded. */
  fresh(address: string): Promise<Page>;
  /** Any page of the site. */
  visit(path: string, options?: Look): Promise<Page>;
}

export interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** By what they see to. */
export type Tests = Readonly<Record<string, (opened: Opened) => Promise<void>>>;

/** The same run here, and what can be asked about it. */
export function sessionInNode<Result, Question, Answer>(
  view: View<Result, Question, Answer>,
  changed: Values = {},
  given?: unknown,
): Session<Result, Question, Answer> {
  return openView(view, { ...initialValues(view.fields), ...changed }, given);
}

export function inNode<Result, Question, Answer>(
  view: View<Result, Question, Answer>,
  changed: Values = {},
  given?: unknown,
): Result {
  return sessionInNode(view, changed, given).result;
}

/** The text that stands at a count of the page. */
export function counts(page: Page, name: string): Promise<string | null> {
  return page.textContent(`[data-count="${name}"]`);
}

/** A count in all its digits, as the page has it beside the shortened text. */
export async function exact(page: Page, name: string): Promise<number> {
  return Number(await page.getAttribute(`[data-count="${name}"]`, 'data-exact'));
}

export function texts(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ''));
}

export async function weightsOn(page: Page): Promise<string> {
  return (await page.textContent('.lab-bits code')) ?? '';
}

/** Waits until the page shows the run with these weights. */
export async function shows(page: Page, weights: string): Promise<void> {
  await page.waitForFunction(
    (short) => document.querySelector('.lab-bits code')?.textContent === short,
    weights.slice(0, SHORT),
  );
}
