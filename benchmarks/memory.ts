/** Whether a long training grows: heap and arena over 100,000 iterations, with one thread and with several. */
import { Trainer } from '../src/index.ts';
import { enableThreads } from '../src/threads/index.ts';
import { CONFIGURATIONS } from './training.ts';

export interface Growth {
  /** Of the configuration, and how many threads took part at the end. */
  readonly name: string;
  readonly threads: number;
  readonly iterations: number;
  /** Bytes of heap after collection, after the first 1,000 iterations and at the end. */
  readonly heapStart: number;
  readonly heapEnd: number;
  /** Bytes of all array buffers, WebAssembly memory among them. */
  readonly buffersStart: number;
  readonly buffersEnd: number;
  /** Processor time of all threads within a second after it, in milliseconds. */
  readonly atRest: number;
}

/** Needs `node --expose-gc`, so that garbage is not taken for growth. */
export async function benchMemory(
  configuration: 'b' | 'c',
  threads: number,
  iterations = 100_000,
): Promise<Growth> {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error('run with node --expose-gc');
  if (threads > 1) enableThreads();
  const own = CONFIGURATIONS.find(({ name }) => name === configuration);
  if (own === undefined) throw new Error(`no configuration ${configuration}`);
  const { model, loss, optimizer, batchSize, data } = own;
  const trainer = new Trainer({
    ...{ model: model(), loss: loss(), optimizer: optimizer() },
    ...{ iterations, batchSize, threads, seed: 1 },
  });
  // Buffers are given back by tasks that run after a collection, so one is not enough.
  const read = async () => {
    for (let time = 0; time < 4; time++) {
      gc();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return { heapUsed, arrayBuffers };
  };
  let start = await read();
  let present = 1;
  for (const event of trainer.run({ train: data })) {
    if (event.type !== 'iterationEnd') continue;
    if (event.iteration === 1000) start = await read();
    present = trainer.threads;
  }
  const end = await read();
  const used = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const { user, system } = process.cpuUsage(used);
  return {
    ...{ name: configuration, threads: present, iterations, atRest: (user + system) / 1000 },
    heapStart: start.heapUsed,
    heapEnd: end.heapUsed,
    buffersStart: start.arrayBuffers,
    buffersEnd: end.arrayBuffers,
  };
}
