import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { beliefsRun } from '../runs/beliefs/index.ts';
import { BELIEFS } from '../views/beliefs.ts';
import { counts, inNode, shows, type Tests, texts } from './page.ts';

export const tests: Tests = {
  async 'every belief, and what its switch makes of it, is answered as in Node'({ open }) {
    const page = await open('beliefs');
    for (const { name, question, yes } of BELIEFS) {
      await page.selectOption('select[name="belief"]', name);
      for (const turned of [false, true]) {
        await page.setChecked('input[name="turned"]', turned);
        const expected = inNode(beliefsRun, { belief: name, turned });
        await page.waitForFunction(
          (verdict) => document.querySelector('[data-count="verdict"]')?.textContent === verdict,
          expected.verdict,
        );
        await shows(page, expected.weights);
        strictEqual(await page.textContent('.question'), question);
        strictEqual(await page.textContent('[data-yes]'), yes);
        strictEqual(await counts(page, 'holds'), expected.holds ? 'Yes, here.' : 'No, not here.');
        deepStrictEqual(
          await texts(page, '.lab-table tbody :is(th, td)'),
          expected.rows.flat().map(String),
        );
      }
      await page.setChecked('input[name="turned"]', false);
    }
    await page.close();
  },
  async 'the address says which belief'({ open }) {
    const page = await open('beliefs?belief=early+layers&turned=yes&seed=3');
    const expected = inNode(beliefsRun, { belief: 'early layers', turned: true, seed: 3 });
    await shows(page, expected.weights);
    strictEqual(await counts(page, 'verdict'), expected.verdict);
    await page.close();
  },
};
