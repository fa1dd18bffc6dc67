import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { earlyStopping } from 'epochal';
import { fingerprint } from 'epochal/learn';
import { SHORT } from '../core/address.ts';
import { initialValues } from '../core/fields.ts';
import { howManyEpochsRun, trainingOf } from '../runs/how_many_epochs.ts';
import { PRESETS, sentenceOf } from '../views/how_many_epochs.ts';
import { counts, exact, inNode, shows, type Tests, texts } from './page.ts';

/** Trains until patience runs out, with the library's own early stopping. */
async function stoppedInNode(patience: number, minDelta: number) {
  const { trainer, train, validation } = trainingOf(initialValues(howManyEpochsRun.fields));
  const { model } = trainer;
  const stopping = earlyStopping({ patience: { epochs: patience }, minDelta, model });
  await trainer.fit({ train, validation, callbacks: [stopping] });
  return { end: trainer.epoch, best: stopping.best, weights: fingerprint(model) };
}

export const tests: Tests = {
  async 'patience moved afterwards ends where a run that stops would, with its weights'({ open }) {
    const page = await open('how_many_epochs');
    const before = await page.textContent('.lab-bits');
    for (const [patience, minDelta] of [
      [10, 0],
      [3, 0],
      [20, 0],
      [20, 0.05],
    ]) {
      await page.fill('input[name="patience"]', String(patience));
      await page.selectOption('select[name="minDelta"]', String(minDelta));
      const { end, best, weights } = await stoppedInNode(patience, minDelta);
      await page.waitForFunction(
        ([last, restored]) =>
          document.querySelector('[data-count="end"]')?.textContent === last &&
          document.querySelector('[data-count="restored"]')?.textContent === restored,
        [String(end), weights.slice(0, SHORT)],
      );
      strictEqual(await counts(page, 'best'), String(best?.epoch));
      strictEqual(await exact(page, 'loss'), best?.value);
    }
    strictEqual(await page.textContent('.lab-bits'), before);
    strictEqual(new URL(page.url()).search, '?patience=20&minDelta=0.05');
    await page.close();
  },
  async 'each preset shows the losses and the diagnosis of Node'({ open }) {
    const page = await open('how_many_epochs');
    for (const { name, values } of PRESETS) {
      const run = inNode(howManyEpochsRun, values);
      await page.click(`.presets button:text-is("${name}")`);
      await shows(page, run.weights);
      for (const which of ['training', 'validation'] as const) {
        const all = await page
          .locator(`[data-${which}]`)
          .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-exact'))));
        deepStrictEqual(
          all,
          run.epochs.map((epoch) => epoch[which]),
        );
      }
      strictEqual(await counts(page, 'verdict'), run.verdict);
      const own = run.considered.find(({ verdict }) => verdict === run.verdict);
      deepStrictEqual(await texts(page, '[data-evidence]'), own?.conditions.map(sentenceOf));
    }
    await page.close();
  },
};
