/**
 * What every engine runs: the fixed training runs on the backends that are asked for. Bundled into one
 * file, it prints its result as a line of JSON, or posts it to the server that its page came from.
 */

import { threading } from '../../../src/graph/threading.ts';
import { adam, dense, relu, sequential, softmaxCrossEntropy, Trainer } from '../../../src/index.ts';
import { coresHere } from '../../../src/threads/cores.ts';
import { enableThreads } from '../../../src/threads/index.ts';
import { useThreads } from '../../../src/threads/source.ts';
import { starterHere } from '../../../src/threads/start.ts';
import type { StartThread, Thread } from '../../../src/threads/thread.ts';
import { wasmSupport } from '../../../src/wasm/probe.ts';
import { fingerprint } from '../fingerprint.ts';
import { trainings } from '../trainings.ts';
import { type Transcript, transcribe } from '../transcript.ts';

interface Page {
  readonly location?: { readonly search: string };
}

/**
 * What to ask for and the number of training runs, from shell or address: `reference,wasm@3/12` is the
 * reference, then WebAssembly with three threads, twelve runs each.
 */
function wanted(): { backends: string[]; count: number } {
  const { location } = globalThis as Page;
  const given = location === undefined ? process.argv[2] : location.search.slice(1);
  const [backends, count] = given.split('/');
  return { backends: backends.split(','), count: Number(count) };
}

async function run() {
  const start = performance.now();
  const hashes: Record<string, Record<string, string>> = {};
  const ran: Record<string, string | undefined> = {};
  const { backends: asked, count } = wanted();
  const obstacle = await obstacleHere();
  for (const ask of asked) {
    const [backend, threads = '1'] = ask.split('@');
    if (threads !== '1') await begin(Number(threads) - 1);
    const found: Record<string, string> = {};
    for (const { name, make } of trainings.slice(0, count)) {
      const { trainer, ...data } = make(backend as 'auto');
      const shared = new Trainer({ ...trainer.options, threads: Number(threads) });
      const transcript = transcribe({ trainer: shared, ...data });
      const error = transcript.entries.find(({ what }) => what.includes('Error'));
      found[name] = error?.what ?? (await fingerprint(transcript.entries));
      const own = threads === '1' ? transcript.backend : together(transcript);
      if (ran[ask] !== 'alone') ran[ask] = own;
    }
    hashes[ask] = found;
  }
  threading.source = undefined;
  for (const { end } of begun) end();
  const support = wasmSupport();
  return {
    hashes,
    ran,
    obstacle,
    refusal: refusal(),
    support: support.available ? 'available' : support.reason,
    seconds: (performance.now() - start) / 1000,
  };
}

const together = ({ threads }: Transcript) => (threads > 1 ? 'together' : 'alone');

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const begun: Thread[] = [];

/**
 * Threads that share work however small it is, and are waited for. They have begun before: where a worker
 * starts others, they may have to wait until it has nothing to do.
 */
async function begin(count: number) {
  const start = starterHere() as StartThread;
  const ready: Thread[] = [];
  for (let i = 0; i < count; i++) ready.push(start(() => {}));
  if ((globalThis as Page).location !== undefined) await pause(3000);
  begun.push(...ready);
  const patience = 6_000; // a minute, for a machine that does other things at the same time
  const give = () => ready.pop() as Thread;
  useThreads(give, { cores: coresHere(), grain: 1, gather: 60_000, patience });
}

/** Why a training run with two threads has one here, after it had time to find out; empty if it has two. */
async function obstacleHere(): Promise<string> {
  enableThreads();
  const { train } = trainings[1].make('auto');
  let obstacle: string | undefined;
  for (let i = 0; i < 5 && obstacle === undefined; i++) {
    const model = sequential({ inputShape: [64], seed: 1 }, [
      dense({ units: 512 }),
      relu(),
      dense({ units: 10 }),
    ]);
    const trainer = new Trainer({
      ...{ model, loss: softmaxCrossEntropy(), optimizer: adam() },
      ...{ iterations: 3, batchSize: 200, threads: 2 },
    });
    await trainer.fit({ train });
    obstacle = trainer.obstacle;
    await pause(50);
  }
  return obstacle ?? '';
}

/** What a Trainer says that is to run on WebAssembly and cannot; empty if it can. */
function refusal(): string {
  try {
    const { trainer, train } = trainings[0].make('wasm');
    trainer.run({ train }).next();
    return '';
  } catch (error) {
    return String(error);
  }
}

const result = run().catch((error: unknown) => ({ error: String(error) }));
const line = JSON.stringify(await result);
if ((globalThis as Page).location === undefined) process.stdout.write(`${line}\n`);
else await fetch('/result', { method: 'POST', body: line });
