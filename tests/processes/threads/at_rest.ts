/**
 * A program that trains with as many threads as it is told, and prints what it used: memory after some
 * iterations and after many more, and processor time while it has nothing to do.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { digits } from '../../../src/data/index.ts';
import { threading } from '../../../src/graph/threading.ts';
import { adam, dense, relu, sequential, softmaxCrossEntropy, Trainer } from '../../../src/index.ts';
import { useThreads } from '../../../src/threads/source.ts';
import { starterHere } from '../../../src/threads/start.ts';

const [threads, first, last] = process.argv.slice(2).map(Number);
useThreads(starterHere(), { cores: 2, grain: 1, gather: 60_000, patience: 6_000 });

const trainer = new Trainer({
  model: sequential({ inputShape: [64], seed: 1 }, [
    ...[dense({ units: 32 }), relu(), dense({ units: 10 })],
  ]),
  ...{ loss: softmaxCrossEntropy(), optimizer: adam(), batchSize: 32 },
  ...{ iterations: last, threads, seed: 1 },
});

/** Bytes, after what nobody holds any more is gone: finalizers, which run between, let go of more. */
async function memory() {
  for (let times = 0; times < 3; times++) {
    globalThis.gc?.();
    await pause(20);
  }
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  return { rss, heapUsed, external, arrayBuffers };
}

let most = 1;
let before = await memory();
for (const event of trainer.run({ train: digits() })) {
  if (event.type !== 'iterationEnd') continue;
  most = Math.max(most, trainer.threads);
  if (event.iteration === first) before = await memory();
  if (event.iteration % 1000 === 0) await pause(0); // as `fit` does
}
const after = await memory();
await pause(500);
const start = process.cpuUsage();
const since = performance.now();
await pause(2500);
const { user, system } = process.cpuUsage(start);
const idle = { seconds: (performance.now() - since) / 1000, busy: (user + system) / 1e6 };
threading.source = undefined;
process.stdout.write(`${JSON.stringify({ most, before, after, idle })}\n`);
