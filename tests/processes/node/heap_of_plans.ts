/** A program that trains a network of three layers several times, and prints how much heap each training run leaves. */
import { setTimeout as pause } from 'node:timers/promises';
import { digits } from '../../../src/data/index.ts';
import { adam, dense, relu, sequential, softmaxCrossEntropy, Trainer } from '../../../src/index.ts';

const train = digits();
const RUNS = 5;

async function trained(): Promise<Trainer> {
  const layers = [dense({ units: 64 }), relu(), dense({ units: 32 }), relu(), dense({ units: 10 })];
  const model = sequential({ inputShape: [64], seed: 1 }, layers);
  const options = { model, loss: softmaxCrossEntropy(), optimizer: adam(), seed: 1 };
  const trainer = new Trainer({ ...options, batchSize: 128, iterations: 3 });
  await trainer.fit({ train });
  return trainer;
}

async function heap(): Promise<number> {
  for (let times = 0; times < 4; times++) {
    globalThis.gc?.();
    await pause(20);
  }
  return process.memoryUsage().heapUsed;
}

await trained(); // what the first one leaves is code and tables
const before = await heap();
const kept: Trainer[] = [];
for (let run = 0; run < RUNS; run++) kept.push(await trained());
process.stdout.write(JSON.stringify({ bytes: ((await heap()) - before) / kept.length }));
