/**
 * Operations on tensors, one peer in this process: epochal, or tfjs with a backend. Does a round whenever
 * its parent says so, so that peers take turns. What has to be disposed of is, while time is taken.
 */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { eagerError, operands, SIZE, SMALL_ADDITIONS } from '../eager_tasks.mjs';

const [library, name] = process.argv.slice(2);
const ROUND_MILLISECONDS = 80;
const given = operands();

async function epochal() {
  const e = await import('../../../dist/index.js');
  const [x, y] = [given.x, given.y].map((data) => e.tensor(data, { shape: [SIZE, SIZE] }));
  const row = e.tensor(given.row);
  const [small, other] = [given.small, given.other].map((data) => e.tensor(data, { shape: [2, 2] }));
  const compute = {
    add: () => e.add(x, y),
    'add of a row': () => e.add(x, row),
    relu: () => e.relu(x),
    exp: () => e.exp(x),
    tanh: () => e.tanh(x),
    sigmoid: () => e.sigmoid(x),
    gelu: () => e.gelu(x),
    softmax: () => e.softmax(x),
    sum: () => e.sum(x),
    'sum over axis 0': () => e.sum(x, { axis: 0 }),
    'sum over axis 1': () => e.sum(x, { axis: 1 }),
    'additions of [2, 2]': () => {
      let total = small;
      for (let i = 0; i < SMALL_ADDITIONS; i++) total = e.add(total, other);
      return total;
    },
  }[name];
  return { run: compute, read: () => compute().toTypedArray() };
}

async function tfjs(backend) {
  const require = createRequire(import.meta.url);
  const tf = require('@tensorflow/tfjs');
  if (backend === 'wasm') {
    const wasm = require('@tensorflow/tfjs-backend-wasm');
    wasm.setThreadsCount(1);
    const home = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
    wasm.setWasmPaths(`${home}/dist/`);
  }
  await tf.setBackend(backend);
  await tf.ready();
  const [x, y] = [given.x, given.y].map((data) => tf.tensor2d(data, [SIZE, SIZE]));
  const row = tf.tensor1d(given.row);
  const [small, other] = [given.small, given.other].map((data) => tf.tensor2d(data, [2, 2]));
  const compute = {
    add: () => tf.add(x, y),
    'add of a row': () => tf.add(x, row),
    relu: () => tf.relu(x),
    exp: () => tf.exp(x),
    tanh: () => tf.tanh(x),
    sigmoid: () => tf.sigmoid(x),
    // As its layers have it; there is no operation of that name.
    gelu: () =>
      tf.tidy(() => tf.mul(0.5, tf.mul(x, tf.add(1, tf.erf(tf.div(x, Math.sqrt(2))))))),
    softmax: () => tf.softmax(x),
    sum: () => tf.sum(x),
    'sum over axis 0': () => tf.sum(x, 0),
    'sum over axis 1': () => tf.sum(x, 1),
    'additions of [2, 2]': () =>
      tf.tidy(() => {
        let total = small;
        for (let i = 0; i < SMALL_ADDITIONS; i++) total = tf.add(total, other);
        return total;
      }),
  }[name];
  const run = () => compute().dispose();
  const read = () => {
    const result = compute();
    const values = result.dataSync();
    result.dispose();
    return values;
  };
  return { run, read };
}

const { run, read } = library === 'epochal' ? await epochal() : await tfjs(library.split(' ')[1]);

const ways = { 'eager, read': read, 'eager, not read': run };

function repeat(work, count) {
  const start = performance.now();
  for (let i = 0; i < count; i++) work();
  return performance.now() - start;
}

/** How often each is done in a round. */
const counts = Object.entries(ways).map(([kind, work]) => {
  let count = 1;
  while (repeat(work, count) < ROUND_MILLISECONDS / 2) count *= 2;
  const elapsed = repeat(work, count);
  return [kind, Math.max(1, Math.round((count * ROUND_MILLISECONDS) / elapsed))];
});
const countOf = Object.fromEntries(counts);

process.on('message', (kind) => process.send({ ms: repeat(ways[kind], countOf[kind]) / countOf[kind] }));
process.send({ check: eagerError(name, read(), given) });
