/** Threads from a file of the page, which calls `runThread`: here with what a worker of a page has. */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterEach, expect, it } from 'vitest';
import { threading } from '../../../src/graph/threading.ts';
import {
  adam,
  dense,
  meanSquaredError,
  ones,
  relu,
  sequential,
  Trainer,
} from '../../../src/index.ts';
import type { WebWorker } from '../../../src/threads/environment.ts';
import { useThreads } from '../../../src/threads/source.ts';
import { ofWorkers } from '../../../src/threads/start.ts';

const PAGE = `
const { parentPort } = require('node:worker_threads');
globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.close = () => parentPort.close();
parentPort.on('message', (data) => globalThis.onmessage({ data }));
`;

async function codeOfThread(): Promise<string> {
  const resolveDir = fileURLToPath(new URL('../../../src/threads', import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: "import { runThread } from './serving.ts'; runThread();", resolveDir },
    ...{ bundle: true, write: false, format: 'iife', platform: 'neutral' },
  });
  return PAGE + outputFiles[0].text;
}

let close = () => {};
afterEach(() => {
  close();
  threading.source = undefined;
});

function trained(threads: number) {
  const model = sequential({ inputShape: [64], seed: 1 }, [
    dense({ units: 96 }),
    relu(),
    dense({ units: 8 }),
  ]);
  const options = { loss: meanSquaredError(), optimizer: adam(), epochs: 4, batchSize: 64 };
  const trainer = new Trainer({ model, ...options, threads });
  const train = { inputs: ones([256, 64]), targets: ones([256, 8]), size: 256 };
  let most = 1;
  for (const _ of trainer.run({ train })) most = Math.max(most, trainer.threads);
  return { most, losses: trainer.history.epochs.map(({ loss }) => loss) };
}

it('compute as others do, for one plan after another', async () => {
  const code = await codeOfThread();
  const make = (): WebWorker => {
    const worker = new Worker(code, { eval: true, execArgv: [] });
    worker.unref();
    return {
      postMessage: (message) => worker.postMessage(message),
      terminate: () => {
        worker.terminate();
      },
      set onmessage(tell: (event: { data: unknown }) => void) {
        worker.on('message', (data) => tell({ data }));
      },
      set onerror(tell: (event: { message?: string }) => void) {
        worker.on('error', (error) => tell({ message: String(error) }));
      },
    };
  };
  const team = useThreads(ofWorkers(make), { cores: 3, grain: 1, gather: 60_000 });
  close = () => team?.close();
  const expected = trained(1);
  for (const threads of [2, 3, 2]) {
    expect(trained(threads)).toEqual({ most: threads, losses: expected.losses });
  }
  expect(team?.losses()).toBe(0);
});
