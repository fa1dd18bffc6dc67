/** Whether a long training grows: heap and arena over 100,000 iterations of configuration b. */
import { Trainer } from '../src/index.ts';
import { CONFIGURATIONS } from './training.ts';

export interface Growth {
  readonly iterations: number;
  /** Bytes of heap after collection, after the first 1,000 iterations and at the end. */
  readonly heapStart: number;
  readonly heapEnd: number;
  /** Bytes of all array buffers, WebAssembly memory among them. */
  readonly buffersStart: number;
  readonly buffersEnd: number;
}

/** Needs `node --expose-gc`, so that garbage is not taken for growth. */
export async function benchMemory(iterations = 100_000): Promise<Growth> {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error('run with node --expose-gc');
  const [, b] = CONFIGURATIONS;
  const trainer = new Trainer({
    model: b.model(),
    loss: b.loss(),
    optimizer: b.optimizer(),
    iterations,
    batchSize: b.batchSize,
    seed: 1,
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
  for (const event of trainer.run({ train: b.data })) {
    if (event.type === 'iterationEnd' && event.iteration === 1000) start = await read();
  }
  const end = await read();
  return {
    iterations,
    heapStart: start.heapUsed,
    heapEnd: end.heapUsed,
    buffersStart: start.arrayBuffers,
    buffersEnd: end.arrayBuffers,
  };
}
