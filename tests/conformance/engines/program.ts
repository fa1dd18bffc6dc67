/**
 * What every engine runs: the fixed training runs on the backends that are asked for. Bundled into one
 * file, it prints its result as a line of JSON, or posts it to the server that its page came from.
 */
import { wasmSupport } from '../../../src/wasm/probe.ts';
import { fingerprint } from '../fingerprint.ts';
import { trainings } from '../trainings.ts';
import { transcribe } from '../transcript.ts';

interface Page {
  readonly location?: { readonly search: string };
}

/** The backends to ask for and the number of training runs, `reference,wasm/12`, from shell or address. */
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
  for (const backend of asked) {
    const found: Record<string, string> = {};
    for (const { name, make } of trainings.slice(0, count)) {
      const transcript = transcribe(make(backend as 'auto'));
      const error = transcript.entries.find(({ what }) => what.includes('Error'));
      found[name] = error?.what ?? (await fingerprint(transcript.entries));
      ran[backend] = transcript.backend;
    }
    hashes[backend] = found;
  }
  const support = wasmSupport();
  return {
    hashes,
    ran,
    refusal: refusal(),
    support: support.available ? 'available' : support.reason,
    seconds: (performance.now() - start) / 1000,
  };
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
