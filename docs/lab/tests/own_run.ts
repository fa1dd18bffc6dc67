/** `epochal learn RUN/`: a folder that `epochal train` has written, opened by the command, in the browser. */
import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOwnRun } from '../../../src/cli/learning/own_run.ts';
import { bundleCommand, writeIris } from '../../../tests/cli/files.ts';
import { timeMachineRun } from '../runs/time_machine/index.ts';
import { sessionInNode, type Tests } from './page.ts';

/** A package with the command and the built pages in it, and a folder that it has trained into. */
async function withRun(test: (folder: string, epochal: readonly string[]) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'epochal-own-'));
  try {
    const manifest = { name: 'epochal', exports: { './package.json': './package.json' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    mkdirSync(join(folder, 'dist'));
    const site = fileURLToPath(new URL('../../.vitepress/dist', import.meta.url));
    symlinkSync(site, join(folder, 'dist/site'));
    const command = join(folder, 'epochal.mjs');
    await bundleCommand(command);
    writeIris(join(folder, 'iris.csv'));
    const words = ['train', 'iris.csv', '--target', 'species', '--epochs', '5', '--hidden', '8'];
    const { status } = spawnSync(process.execPath, [command, ...words, '--checkpoint', 'run/'], {
      cwd: folder,
    });
    strictEqual(status, 0);
    await test(folder, [process.execPath, command]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Serves the folder until the test is over. */
async function served(
  [program, ...words]: readonly string[],
  folder: string,
  test: (address: string) => Promise<void>,
): Promise<void> {
  const child = spawn(program, [...words, 'learn', 'run/', '--no-open'], { cwd: folder });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let out = '';
      child.stdout.on('data', (text) => {
        out += text;
        const [, found] = /(http:\S+)\nCtrl\+C/.exec(out) ?? [];
        if (found !== undefined) resolve(found);
      });
      child.on('close', () => reject(new Error(`it ended: ${out}`)));
    });
    await test(address);
  } finally {
    child.kill('SIGINT');
  }
}

export const tests: Tests = {
  async 'a recorded training run is opened by the command, at any moment, to the bit'({ fresh }) {
    await withRun(async (folder, epochal) => {
      const own = readOwnRun(join(folder, 'run'), undefined, console.error);
      const { result, about } = sessionInNode(timeMachineRun, {}, own);
      await served(epochal, folder, async (address) => {
        const page = await fresh(address);
        await page.waitForSelector('[data-own]:has-text("The same bits")');
        match((await page.textContent('[data-own]')) ?? '', /train iris.csv --target species/);
        strictEqual(await page.textContent('.lab-bits code'), own.weights.slice(0, 12));
        strictEqual(await page.locator('.lab-controls .lab-control').count(), 0);
        const end = 5 * result.runs[0].iterations;
        for (const at of [0, 17, end, 4, end]) {
          await page.locator('input[name="at"]').fill(String(at));
          await page.waitForSelector(`.machine-runs[data-at="${at}"]`);
          const exact = (name: string) =>
            page.locator(`[data-number="${name}"]`).getAttribute('data-exact');
          const [moment] = about.answer({ at }).runs;
          strictEqual(await exact('weights'), moment.weights);
          strictEqual(await exact('loss'), moment.loss === undefined ? null : String(moment.loss));
        }
        deepStrictEqual(await page.locator('.moment canvas').count(), 6);
        await page.close();
      });
    });
  },

  async 'a page that no training run is served with says so, and goes on'({ open }) {
    const page = await open('time_machine?own=yes');
    await page.waitForSelector('.lab-problem:has-text("npx epochal learn RUN/ opens one")');
    await page.waitForSelector('.machine-runs');
    await page.close();
  },
};
