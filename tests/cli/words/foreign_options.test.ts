/** Options by the names of other libraries, on the command line. */
import { describe, expect, it } from 'vitest';
import { foreignOptions, remedyForForeign } from '../../../src/cli/words/foreign_options.ts';
import { run } from '../run.ts';

const HELP = /^ {2}(--[a-z-]+)/gm;

describe('an option by the name of another library', () => {
  it.each([
    ['--lr', 'Write --learning-rate.'],
    ['--batch', 'Write --batch-size.'],
    ['--test-size', 'Write --validation.'],
    ['--test_size', 'Write --validation.'],
    ['--optimiser', 'Write --optimizer.'],
    ['--verbose', 'Nothing is needed: every epoch is shown'],
    ['--n-iter-no-change', 'Write --early-stopping.'],
    ['--kernel-initializer', 'The command has none; in a program: write weightInitializer'],
    ['--learning-rte', 'Did you mean --learning-rate?'],
    ['--nonsense', 'See epochal train --help.'],
  ])('%s', async (name, remedy) => {
    const { code, err } = await run(['train', 'a.csv', '--target', 'y', name, '1']);
    expect(code).not.toBe(0);
    expect(err).toContain(remedy);
  });

  it('is answered with options that train has', async () => {
    const { out } = await run(['train', '--help']);
    const known = [...out.matchAll(HELP)].map(([, name]) => name);
    expect(known.length).toBeGreaterThan(20);
    expect(Object.values(foreignOptions).filter((option) => !known.includes(option))).toEqual([]);
  });

  it('is not answered with an option that the command lacks, nor for what every object has', () => {
    expect(remedyForForeign('--lr', ['--epochs'])).toBeUndefined();
    expect(remedyForForeign('--constructor', [])).toBeUndefined();
  });
});
