/** Engines that run a program from the command line: Node in several versions, Bun, Deno. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const installed = join(dirname(fileURLToPath(import.meta.url)), 'node_modules');

const node = (version) => ({
  name: `Node ${version}`,
  command: join(installed, `node${version}/bin/node`),
  version: ['--version'],
});
const deno = join(installed, '@deno/linux-x64-glibc/deno');

/** What is asked of an engine in full: the training runs on both backends, and with several threads. */
export const FULL = {
  asks: 'reference,wasm,wasm@2,wasm@3,wasm@8',
  count: 99,
  support: 'available',
  obstacle: '',
};

export const shells = [
  ...[20, 22, 24, 26].map((version) => ({ ...node(version), ...FULL, flags: [] })),
  {
    ...node(24),
    name: 'Node 24 --jitless',
    flags: ['--jitless'],
    asks: 'auto,reference',
    count: 1,
    support: 'this environment has no WebAssembly',
  },
  {
    ...node(24),
    name: 'Node 24 without SSE 4.1',
    flags: ['--no-enable-sse4-1'],
    asks: 'auto',
    count: 4,
    support: 'WebAssembly lacks SIMD (simd128)',
  },
  {
    name: 'Bun',
    command: join(installed, '@oven/bun-linux-x64/bin/bun'),
    version: ['--version'],
    flags: ['run'],
    ...FULL,
  },
  { name: 'Deno', command: deno, version: ['--version'], flags: ['run', '--no-remote'], ...FULL },
].map((engine) => ({ ...engine, missing: !existsSync(engine.command) }));

/** Runs the program and gives what it printed. */
export async function runInShell({ command, flags, asks, count }, program) {
  return JSON.parse(await output(command, [...flags, program, `${asks}/${count}`]));
}

/** What a command prints. Not synchronous, because a server may have to answer it meanwhile. */
export function output(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].on('data', (chunk) => {
        said[stream] += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said.stdout);
      else reject(new Error(`${command} ended with ${code}: ${said.stderr.slice(-2000)}`));
    });
  });
}
