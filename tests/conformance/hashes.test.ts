/** The committed fingerprints on this engine; `npm run test:engines` checks them on the others. */
import { describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import hashes from './hashes.json' with { type: 'json' };
import { trainings } from './trainings.ts';
import { transcribe } from './transcript.ts';

describe.each(['reference', 'wasm'] as const)(
  'the fixed trainings on the %s backend',
  (backend) => {
    it.each(trainings)('have the committed fingerprint: $name', async ({ name, make }) => {
      const { entries } = transcribe(make(backend));
      expect(entries.filter(({ what }) => what.includes('Error'))).toEqual([]);
      expect({ [name]: await fingerprint(entries) }).toEqual({
        [name]: (hashes as Record<string, string>)[name],
      });
    });
  },
);

describe('the fixed trainings', () => {
  it('are those with a committed fingerprint', () => {
    expect(Object.keys(hashes)).toEqual(trainings.map(({ name }) => name));
  });
});
