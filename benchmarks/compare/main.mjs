/**
 * `npm run bench:compare`: epochal beside its peers on the same work. Every peer runs in a process of
 * its own, and epochal runs again before each of them, so that a ratio is of two neighbours in time.
 * Peers that are missing here are left out. Writes results.json and prints a table.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const python = '/usr/bin/python3';
const hasTorch = existsSync(python) && spawnSync(python, ['-c', 'import torch']).status === 0;
const hasNumpy = existsSync(python) && spawnSync(python, ['-c', 'import numpy']).status === 0;
const strongMalloc = { MALLOC_TRIM_THRESHOLD_: '1073741824', MALLOC_MMAP_THRESHOLD_: '1073741824' };

const peer = (name, file, environment = {}) => ({ name, file, environment, command: process.execPath });
const native = (name, file, environment = {}) => ({ name, file, environment, command: python });
const torch = hasTorch
  ? [native('PyTorch', 'pytorch.py'), native('PyTorch, malloc raised', 'pytorch.py', strongMalloc)]
  : [];
const frameworks = [
  peer('tfjs cpu', 'tfjs.mjs', { BACKEND: 'cpu' }),
  peer('tfjs wasm', 'tfjs.mjs', { BACKEND: 'wasm' }),
  peer('jax-js wasm', 'jax_js.mjs'),
];
const matrices = ['onnxruntime-web', 'ml-matrix', 'mathjs', 'ndarray-gemm', 'numjs'].map((name) =>
  peer(name, 'matrices.mjs', { LIBRARY: name }),
);
const networks = ['brain.js', 'convnetjs'].map((name) =>
  peer(name, 'networks.mjs', { LIBRARY: name }),
);

const matmul = [
  [16, 16, 16],
  [64, 64, 64],
  [256, 256, 256],
  [32, 784, 128],
  [128, 784, 512],
].map(([m, k, n]) => ({
  kind: 'matmul',
  name: `${m}x${k}x${n}`,
  m,
  k,
  n,
  peers: [...torch.slice(0, 1), ...frameworks, ...matrices],
}));
const training = [
  ['a', [2, 16, 16, 1], 'tanh', 'sgd', 10],
  ['b', [64, 32, 10], 'relu', 'adam', 32],
  ['c', [784, 128, 10], 'relu', 'adam', 32],
  ['d', [784, 512, 256, 10], 'relu', 'adam', 128],
].map(([name, sizes, activation, optimizer, batch]) => ({
  kind: 'training',
  name,
  sizes,
  activation,
  optimizer,
  batch,
  peers: [
    ...torch,
    ...(hasNumpy ? [native('numpy by hand', 'numpy_by_hand.py')] : []),
    ...frameworks,
    ...networks,
  ],
}));

/** One measurement in a process of its own; undefined if the peer cannot do it. */
function measure({ command, file, environment }, { peers: _, ...task }) {
  const { OPENBLAS_CORETYPE: _a, OPENBLAS_L2_SIZE: _b, ...clean } = process.env;
  const { stdout, status, stderr } = spawnSync(command, [`${here}peers/${file}`, JSON.stringify(task)], {
    encoding: 'utf8',
    timeout: 120_000,
    cwd: here,
    env: { ...clean, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', ...environment },
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (status !== 0 || !line.startsWith('{')) {
    if (process.env.VERBOSE) console.error(stderr.slice(0, 2000));
    return undefined;
  }
  const { ms, check } = JSON.parse(line);
  // A product is compared with float64; of a training, the loss must be a number.
  const isRight = task.kind === 'matmul' ? check < 1e-4 : Number.isFinite(check);
  return { ms, isRight };
}

const wanted = process.argv.slice(2);
const own = peer('epochal', 'epochal.mjs');
const results = [];
for (const task of [...matmul, ...training]) {
  if (wanted.length > 0 && !wanted.includes(task.name)) continue;
  console.log(`\n${task.kind} ${task.name}`);
  for (const other of task.peers) {
    const [before, theirs, after] = [measure(own, task), measure(other, task), measure(own, task)];
    if (!before?.isRight || !after?.isRight) throw new Error(`epochal, ${task.name}: wrong result`);
    const label = `  ${other.name.padEnd(24)}`;
    if (theirs === undefined) {
      console.log(`${label} not to be had here`);
      continue;
    }
    const { ms, isRight } = theirs;
    const mine = (before.ms + after.ms) / 2;
    results.push({ kind: task.kind, task: task.name, peer: other.name, ms, isRight, epochal: mine });
    const figures = `${ms.toPrecision(3).padStart(9)} ms  epochal ${mine.toPrecision(3).padStart(9)} ms`;
    const remark = isRight ? '' : '  (its result is wrong)';
    console.log(`${label} ${figures}  ${(ms / mine).toFixed(2).padStart(8)} x${remark}`);
  }
}
const machine = { processor: cpus()[0]?.model, node: process.version };
const date = new Date().toISOString().slice(0, 10);
writeFileSync(`${here}results.json`, `${JSON.stringify({ date, machine, results }, null, 2)}\n`);
console.log('\nx: how many times as long as epochal. Written to benchmarks/compare/results.json');
