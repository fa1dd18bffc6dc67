/** The bit contract over whole training runs: random networks, compiled and on the reference. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build } from './build.ts';
import { training } from './networks.ts';
import { firstDifference, transcribe } from './transcript.ts';

const ended = { regularly: 0, withError: 0 };
const fallbacks = new Set<string>();

describe('a random training gives the same bits compiled and on the reference', () => {
  it.each([1, 2, 3, 4])('50 of them, part %i of 4', { timeout: 120_000 }, (part) => {
    fc.assert(
      fc.property(training, (spec) => {
        const expected = transcribe(build(spec, 'reference'));
        const received = transcribe(build(spec, 'wasm'));
        expect(firstDifference(received.entries, expected.entries)).toBeUndefined();
        const failed = expected.entries.some(({ what }) => what.includes('Error'));
        ended[failed ? 'withError' : 'regularly']++;
        if (!failed) expect(received.plans).toBeGreaterThan(0);
        for (const name of received.fallbacks) fallbacks.add(name);
      }),
      { seed: 1986 + part, numRuns: 50 },
    );
  });

  it('and nearly all of them end without an error', () => {
    expect(ended.regularly).toBeGreaterThan(180);
  });

  it('and every operation in them is compiled', () => {
    expect([...fallbacks]).toEqual([]);
  });
});
