/**
 * Runs the fixed training runs on every engine that is there and compares their fingerprints with the
 * committed ones. Engines are installed beside this file on first use; browsers must be installed.
 *
 * `npm run test:engines`, or with parts of names to run only some: `npm run test:engines -- bun fire`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from './bundle.ts';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, 'engines');
if (!existsSync(join(folder, 'node_modules'))) {
  // Nothing is downloaded by scripts: the packages hold the engines.
  const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  spawnSync('npm', install, { cwd: folder, stdio: 'inherit' });
}
const { output, runInShell, shells } = await import('./engines/shells.mjs');
const { browsers, runInBrowser } = await import('./engines/browsers.mjs');

const committed = JSON.parse(readFileSync(join(here, 'hashes.json'), 'utf8'));
const chosen = process.argv.slice(2).map((word) => word.toLowerCase());
const engines = [
  ...shells.map((engine) => ({ ...engine, run: runInShell })),
  ...browsers.map((engine) => ({ ...engine, run: runInBrowser })),
].filter(
  ({ name }) => chosen.length === 0 || chosen.some((word) => name.toLowerCase().includes(word)),
);

const scratch = mkdtempSync(join(tmpdir(), 'epochal-engines-'));
let failures = 0;
try {
  const program = await bundleProgram(scratch);
  row('engine', 'version', 'asked: run', 'fingerprints', 'seconds');
  for (const engine of engines) await check(engine, program);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
say(failures === 0 ? 'All the same.' : `${failures} engines differ.`);
process.exitCode = failures === 0 ? 0 : 1;

async function check(engine, program) {
  if (engine.missing) return row(engine.name, 'not here');
  try {
    const printed = await output(engine.command, engine.version);
    const version = /\d+(\.\d+)+/.exec(printed)?.[0] ?? '';
    const result = await engine.run(engine, program);
    const problems = problemsOf(engine, result);
    const ran = Object.entries(result.ran ?? {}).map(([asked, used]) => `${asked}: ${used}`);
    const count = Object.values(result.hashes ?? {}).flatMap(Object.values).length;
    const verdict = problems.length === 0 ? `${count} the same` : 'DIFFERENT';
    row(engine.name, version, ran.join(', '), verdict, result.seconds?.toFixed(1));
    for (const problem of problems) say(`    ${problem}`);
    if (problems.length > 0) failures++;
  } catch (error) {
    failures++;
    row(engine.name, 'failed', String(error));
  }
}

function problemsOf({ asks, count, support, obstacle }, result) {
  if (result.error !== undefined) return [result.error];
  const problems = [];
  const able = support === 'available';
  if (!result.support.startsWith(support)) problems.push(`WebAssembly: ${result.support}`);
  const refused = result.refusal.includes('Trainer.backend') && result.refusal.includes("'auto'");
  if (able ? result.refusal !== '' : !refused) problems.push(`wasm says: ${result.refusal}`);
  if (obstacle !== undefined && result.obstacle !== obstacle) {
    problems.push(`threads: ${result.obstacle || 'no obstacle'}`);
  }
  for (const asked of asks.split(',')) {
    const compiled = asked.includes('@') ? 'together' : 'wasm';
    const used = able && asked !== 'reference' ? compiled : 'reference';
    if (result.ran[asked] !== used) problems.push(`${asked} ran ${result.ran[asked]}`);
    for (const [name, hash] of Object.entries(committed).slice(0, count)) {
      const received = result.hashes[asked][name];
      if (received !== hash) problems.push(`${asked}, ${name}: ${received}, not ${hash}`);
    }
  }
  return problems;
}

function row(...cells) {
  const widths = [26, 14, 92, 14, 8];
  say(cells.map((cell, i) => String(cell ?? '').padEnd(widths[i])).join(' '));
}

function say(line) {
  process.stdout.write(`${line.trimEnd()}\n`);
}
