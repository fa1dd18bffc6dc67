/** A training run in a worker, with a file for its threads or, where the page asks for it, without one. */
import { adam, dense, relu, sequential, softmaxCrossEntropy, Trainer } from 'epochal';
import { digits } from 'epochal/data';
import { enableThreads } from 'epochal/threads';

const start = () => new Worker(new URL('./thread.js', import.meta.url), { type: 'module' });
const own = globalThis.name === 'file' ? { worker: start } : {};
enableThreads({ threads: 2, ...own });

const trainer = new Trainer({
  model: sequential({ inputShape: [64], seed: 7 }, [
    dense({ units: 384 }),
    relu(),
    dense({ units: 256 }),
    relu(),
    dense({ units: 10 }),
  ]),
  ...{ loss: softmaxCrossEntropy(), optimizer: adam(), epochs: 12, batchSize: 96 },
});
let threads = 1;
const count = () => {
  threads = Math.max(threads, trainer.threads);
};
const { epochs } = await trainer.fit({ train: digits(), callbacks: [count] });
globalThis.postMessage?.({
  ...{ losses: epochs.map(({ loss }) => loss), threads, obstacle: trainer.obstacle },
});
