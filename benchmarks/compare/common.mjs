/**
 * What every peer measures: the same shapes on the same random data, timed in the same way. A peer is a
 * script that prints one line of JSON: `{ "ms": ..., "check": ... }`.
 */

import { median, numbers, uniform } from './numbers.mjs';

export { numbers } from './numbers.mjs';

/** Task given on the command line as JSON: `{ kind: 'matmul', m, k, n }` or a training configuration. */
export const task = JSON.parse(process.argv[2] ?? '{}');

export const SAMPLES = 1024;

/** Inputs, and targets as numbers (one output) or classes. */
export function trainingData({ sizes }) {
  const inputs = numbers(SAMPLES * sizes[0], 1);
  const outputs = sizes[sizes.length - 1];
  const next = uniform(2);
  const targets =
    outputs === 1
      ? numbers(SAMPLES, 2)
      : Int32Array.from({ length: SAMPLES }, () => Math.floor(next() * outputs));
  return { inputs, targets, width: sizes[0], outputs };
}

/** The rows of batch number `i`, cycling through the samples. */
export function batchStart(i, batch) {
  return (i * batch) % (SAMPLES - (SAMPLES % batch));
}

/** Times a function that does one unit of work (and may be asynchronous) and prints the result. */
export async function report(run, check) {
  const asynchronous = run() instanceof Promise;
  const repeat = async (count) => {
    const start = performance.now();
    if (asynchronous) for (let i = 0; i < count; i++) await run();
    else for (let i = 0; i < count; i++) run();
    return performance.now() - start;
  };
  let count = 1;
  let elapsed = await repeat(count);
  while (elapsed < 150) {
    count *= 2;
    elapsed = await repeat(count);
  }
  await repeat(count);
  const times = [];
  for (let round = 0; round < 7; round++) times.push((await repeat(count)) / count);
  console.log(JSON.stringify({ ms: median(times), check: await check() }));
}

/** The largest error of a product of random matrices, relative to its largest element. */
export function productError(actual, { m, k, n }) {
  const [a, b] = [numbers(m * k, 1), numbers(k * n, 2)];
  let [worst, largest] = [0, 0];
  const rows = m > 64 ? [0, m >> 1, m - 1] : Array.from({ length: m }, (_, i) => i);
  for (const i of rows) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) sum += a[i * k + p] * b[p * n + j];
      worst = Math.max(worst, Math.abs(actual[i * n + j] - sum));
      largest = Math.max(largest, Math.abs(sum));
    }
  }
  return worst / largest;
}
