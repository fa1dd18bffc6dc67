import { equal, match, ok } from 'node:assert/strict';
import { fingerprint } from 'epochal/learn';
import { readModel } from 'epochal/persistence';
import { ownTableRun } from '../runs/own_table.ts';
import { playgroundRun } from '../runs/playground.ts';
import { codeOf, type OwnTable } from '../views/playground.ts';
import { counts, exact, inNode, sessionInNode, shows, type Tests } from './page.ts';

const rows = Array.from({ length: 40 }, (_, row) => `${row % 7},${(row * row) % 11},k${row % 3}`);
const table: OwnTable = { text: `a,<b>b</b>,kind\n${rows.join('\n')}\n`, target: 'kind' };

export const tests: Tests = {
  async 'trains by iterations and epochs as asked, to the bits of Node'({ open }) {
    const page = await open('playground');
    const { result, about } = sessionInNode(playgroundRun);
    await shows(page, result.weights);
    const last = (await about.answer('look')).readings.at(-1);
    equal(await exact(page, 'validation'), last?.validation);
    equal(await exact(page, 'training'), last?.training);
    await page.click('button[name="anew"]');
    const at = (iteration: number) =>
      page.waitForSelector(`[data-count="iteration"][data-exact="${iteration}"]`);
    await at(0);
    await page.click('button[name="iteration"]');
    await at(1);
    await page.click('button[name="epoch"]');
    await at(result.iterationsPerEpoch);
    await shows(page, inNode(playgroundRun, { epochs: 1 }).weights);
    await page.click('button[name="play"]');
    await shows(page, result.weights);
    await page.close();
  },
  async 'gives the model as a file and the code of the run'({ open }) {
    const page = await open('playground?layers=1&epochs=5&data=circles');
    const run = inNode(playgroundRun, { layers: 1, epochs: 5, data: 'circles' });
    await shows(page, run.weights);
    // What the link of the download leads to is caught, for not every driver tells of downloads.
    await page.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => {
        Object.assign(window, { saved: blob });
        return make(blob);
      };
    });
    await page.click('button[name="file"]');
    await page.waitForFunction(() => 'saved' in window);
    const bytes = await page.evaluate(async () => {
      const { saved } = window as unknown as { saved: Blob };
      return [...new Uint8Array(await saved.arrayBuffer())];
    });
    const { model } = readModel(Uint8Array.from(bytes));
    equal(fingerprint(model), run.weights);
    const values = {
      ...Object.fromEntries(playgroundRun.fields.map((one) => [one.name, one.initial])),
      layers: 1,
      epochs: 5,
      data: 'circles',
    };
    equal(await counts(page, 'code'), codeOf(values, run));
    await page.close();
  },
  async 'reads a table of the reader, says what is wrong with another, and goes on'({ open }) {
    const page = await open('playground?epochs=5');
    await page.click('.own-table summary');
    await page.fill('textarea[name="text"]', 'a,b\n1,2\n3\n');
    await page.fill('input[name="target"]', 'b');
    await page.click('button[name="give"]');
    await page.waitForSelector('.lab-problem');
    match((await page.textContent('.lab-problem')) ?? '', /row|line|cells/i);
    await page.fill('textarea[name="text"]', table.text);
    await page.fill('input[name="target"]', 'kind');
    await page.click('button[name="give"]');
    const run = inNode(ownTableRun, { epochs: 5 }, table);
    await shows(page, run.weights);
    equal(await counts(page, 'report'), run.report);
    ok((await page.locator('.lab b').filter({ hasText: /^b$/ }).count()) === 0);
    await page.close();
  },
};
