/**
 * The packed package in Chromium: the template of docs/in_the_browser.md, how long the main thread of a page is
 * busy at a time while a network is trained there, hundreds of models in one page, and threads from a file.
 * Needs `npm run build` and the npm registry; Chromium is installed if it is not there. `npm run test:browser`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFrames } from './frames.mjs';
import { checkManyModels } from './many_models.mjs';
import { checkTemplate } from './template.mjs';
import { checkThreads } from './threads.mjs';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'epochal-browser-'));
try {
  run('npm', ['ci', '--ignore-scripts'], import.meta.dirname);
  const packed = run(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    root,
  );
  const [{ filename }] = JSON.parse(packed);
  // As the chapter says: the template is in the package.
  run('tar', ['-xzf', filename], folder);
  const page = join(folder, 'page');
  cpSync(join(folder, 'package/docs/browser_template'), page, { recursive: true });
  run('npm', ['install', '--ignore-scripts', join(folder, filename)], page);
  run('npm', ['run', 'build'], page);
  writeFileSync(
    join(page, 'expected.mjs'),
    readFileSync(join(import.meta.dirname, 'expected.mjs')),
  );
  const expected = JSON.parse(run('node', ['expected.mjs'], page));
  await checkTemplate(page, expected);
  await checkFrames(page);
  await checkManyModels(page);
  await checkThreads(page);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Runs a command and returns what it printed; a failure shows everything that it said. */
function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
}
