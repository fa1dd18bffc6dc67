import { deepStrictEqual, match } from 'node:assert/strict';
import { batchSizeRun } from '../runs/batch_size.ts';
import { CLOCKS, reached, winner } from '../views/batch_size.ts';
import { inNode, shows, type Tests, texts } from './page.ts';

export const tests: Tests = {
  async 'the table is that of Node, by every clock that does not depend on the machine'({ open }) {
    const page = await open('batch_size');
    const run = inNode(batchSizeRun);
    for (const clock of CLOCKS.filter((one) => one !== 'seconds')) {
      await page.check(`input[name="clock"][value="${clock}"]`);
      const cells = await texts(page, `[data-clock="${clock}"]`);
      const expected = run.runs.map((one) => {
        const reading = reached(one, 0.3);
        if (reading === undefined) return 'never';
        const first = winner(run, 0.3, clock) === one.batchSize ? ' ★ first' : '';
        return `${reading[clock].toLocaleString('en-US')}${first}`;
      });
      deepStrictEqual(cells, expected);
    }
    await page.check('input[name="scaled"]');
    await page.fill('input[name="at"]', '400');
    await shows(page, inNode(batchSizeRun, { scaled: true }).weights);
    match((await texts(page, '[data-clock="iterations"]'))[3], /first$/);
    await page.close();
  },
};
