/**
 * `npm run bench:compare`: epochal beside its peers on the same work. Every peer runs in a process of
 * its own, and epochal runs again before each of them, so that a ratio is of two neighbours in time.
 * Peers that are missing here are left out. Writes results.json and prints a table. With names (a kind:
 * `npm run bench:compare -- eager`, or a task: `-- d`) only those are measured, and the rest stays.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { compareEager } from './eager.mjs';
import { EAGER_TASKS } from './eager_tasks.mjs';
import { compareJobs } from './whole_job.mjs';

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

/** The kernels that OpenBLAS takes by itself, which of a new processor it may know nothing. */
function openBlasKernel(environment = {}) {
  const code = 'import torch; torch.ones(8, 8) @ torch.ones(8, 8)';
  const env = { ...process.env, OPENBLAS_VERBOSE: '2', ...environment };
  const { stdout, stderr } = spawnSync(python, ['-c', code], { encoding: 'utf8', env });
  return /Core: *(\w+)/.exec(`${stdout}${stderr}`)?.[1] ?? 'unknown';
}

const wide = { OPENBLAS_CORETYPE: 'SkylakeX' };
const strongest = hasTorch
  ? [
      native('PyTorch', 'pytorch.py'),
      native('PyTorch, SkylakeX', 'pytorch.py', wide),
      native('PyTorch, SkylakeX, malloc raised', 'pytorch.py', { ...wide, ...strongMalloc }),
    ]
  : [];
const THREADS = 2;
const threaded = training.slice(2).map((task) => ({
  ...task,
  ...{ kind: 'threads', threads: THREADS, peers: [...strongest, ...frameworks.slice(1)] },
}));
const jobs = [
  ['job c', [784, 128, 10]],
  ['job d', [784, 512, 256, 10]],
].map(([name, sizes]) => ({
  ...{ kind: 'job', name, sizes, samples: 60_000, validation: 10_000, batch: 128, epochs: 2 },
  ...{ threads: THREADS, peers: strongest.slice(1) },
}));

/** One measurement in a process of its own; undefined if the peer cannot do it. */
function measure({ command, file, environment }, { peers: _, ...task }) {
  const { OPENBLAS_CORETYPE: _a, OPENBLAS_L2_SIZE: _b, ...clean } = process.env;
  const count = String(task.threads ?? 1);
  const { stdout, status, stderr } = spawnSync(command, [`${here}peers/${file}`, JSON.stringify(task)], {
    encoding: 'utf8',
    timeout: 120_000,
    cwd: here,
    env: { ...clean, OMP_NUM_THREADS: count, OPENBLAS_NUM_THREADS: count, ...environment },
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (status !== 0 || !line.startsWith('{')) {
    if (process.env.VERBOSE) console.error(stderr.slice(0, 2000));
    return undefined;
  }
  const { ms, check } = JSON.parse(line);
  // A product is compared with float64; of a training run, the loss must be a number.
  const isRight = task.kind === 'matmul' ? check < 1e-4 : Number.isFinite(check);
  return { ms, isRight };
}

function compare({ peers, ...task }) {
  if (task.kind === 'eager') return compareEager(task.name);
  return task.kind === 'job' ? compareJobs(task, peers) : compareInTurns({ ...task, peers });
}

/** Epochal before and after each peer. */
function compareInTurns(task) {
  const own = peer('epochal', 'epochal.mjs');
  return task.peers.map((other) => {
    const [before, theirs, after] = [measure(own, task), measure(other, task), measure(own, task)];
    if (!before?.isRight || !after?.isRight) throw new Error(`epochal, ${task.name}: wrong result`);
    if (theirs === undefined) return { peer: other.name };
    const { ms, isRight } = theirs;
    const epochal = (before.ms + after.ms) / 2;
    const { kind, name } = task;
    return { kind, task: name, peer: other.name, ms, isRight, epochal, ratio: ms / epochal };
  });
}

function print({ kind, peer, ms, epochal, ratio, isRight }) {
  const way = kind?.startsWith('eager, ') ? kind.slice('eager'.length) : '';
  const label = `  ${`${peer}${way}`.padEnd(24)}`;
  if (ms === undefined) return console.log(`${label} not to be had here`);
  const figures = [ms, epochal].map((value) => value.toPrecision(3).padStart(9));
  const remark = isRight ? '' : '  (its result is wrong)';
  const ratioText = ratio.toFixed(2).padStart(8);
  console.log(`${label} ${figures[0]} ms  epochal ${figures[1]} ms  ${ratioText} x${remark}`);
}

const wanted = process.argv.slice(2);
const eager = EAGER_TASKS.map((name) => ({ kind: 'eager', name }));
const file = `${here}results.json`;
let { results } = JSON.parse(readFileSync(file, 'utf8'));
const date = new Date().toISOString().slice(0, 10);
const machine = { processor: cpus()[0]?.model, node: process.version, load: loadavg()[0] };
if (hasTorch) console.log(`OpenBLAS: ${openBlasKernel()}, told to: ${openBlasKernel(wide)}`);
for (const task of [...eager, ...matmul, ...training, ...threaded, ...jobs]) {
  const { kind, name } = task;
  if (wanted.length > 0 && !wanted.includes(kind) && !wanted.includes(name)) continue;
  console.log(`\n${kind} ${name}`);
  const measured = await compare(task);
  measured.forEach(print);
  const isAnew = (old) =>
    measured.some((own) => own.ms && ['kind', 'task', 'peer'].every((key) => own[key] === old[key]));
  results = [
    ...results.filter((old) => !isAnew(old)),
    ...measured.filter(({ ms }) => ms !== undefined).map((own) => ({ ...own, date, machine })),
  ];
  writeFileSync(file, `${JSON.stringify({ results }, null, 2)}\n`);
}
console.log('\nx: how many times as long as epochal. Written to benchmarks/compare/results.json');
