/** The fixed trainings by several threads, cut as finely as can be or hardly at all, with the fingerprints of one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threading } from '../../../src/graph/threading.ts';
import { useThreads } from '../../../src/threads/source.ts';
import { starterHere } from '../../../src/threads/start.ts';
import { Trainer } from '../../../src/train/index.ts';
import { fingerprint } from '../../conformance/fingerprint.ts';
import hashes from '../../conformance/hashes.json' with { type: 'json' };
import { trainings } from '../../conformance/trainings.ts';
import { transcribe } from '../../conformance/transcript.ts';

let team: ReturnType<typeof useThreads>;
afterAll(() => {
  team?.close();
  threading.source = undefined;
});

/** With a coarse grain most kernels are one piece each, and threads take whole ones side by side. */
describe.each([
  [2, 1],
  [3, 1],
  [8, 1],
  [2, 20],
])('with %i threads, and tiles of %i ns', (threads, grain) => {
  beforeAll(() => {
    team?.close();
    team = useThreads(starterHere(), { cores: 2, grain, gather: 60_000 });
  });
  it.each(trainings)('the committed fingerprint: $name', async ({ name, make }) => {
    const { trainer, ...data } = make('wasm');
    const shared = new Trainer({ ...trainer.options, threads });
    const { entries, threads: most } = transcribe({ trainer: shared, ...data });
    expect(entries.filter(({ what }) => what.includes('Error'))).toEqual([]);
    // On a busy machine one that does not answer in time is left out: that costs speed, and never a bit.
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(threads);
    const committed = (hashes as Record<string, string>)[name];
    expect(await fingerprint(entries)).toBe(committed);
  });
});
