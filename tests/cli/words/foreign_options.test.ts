/** Options by the names of other libraries, on the command line. */
import { describe, expect, it } from 'vitest';
import {
  foreignOptions,
  remedyForForeign,
  unasked,
} from '../../../src/cli/words/foreign_options.ts';
import { optionName } from '../../../src/cli/words/options.ts';
import { run } from '../run.ts';

const HELP = /^ {2}(--[a-z0-9-]+)/gm;

describe('an option by the name of another library', () => {
  it.each([
    ['--lr', 'Write --learning-rate.'],
    ['--batch', 'Write --batch-size.'],
    ['--test-size', 'Write --test.'],
    ['--test_size', 'Write --test.'],
    ['--val-split', 'Write --validation.'],
    ['--batch-norm', 'Write --norm batch.'],
    ['--alpha', 'Write --l2.'],
    ['--criterion', 'Write --loss.'],
    ['--gpu', 'Nothing is needed: it runs on the processor.'],
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

  it('is answered with options that there are, of train or predict', async () => {
    const helps = await Promise.all(['train', 'predict'].map((name) => run([name, '--help'])));
    const known = helps.flatMap(({ out }) => [...out.matchAll(HELP)].map(([, name]) => name));
    expect(known.length).toBeGreaterThan(20);
    const options = foreignOptions.flatMap(([, ...answers]) =>
      answers.map((one) => one.split(' ')[0]),
    );
    expect(options.filter((option) => !known.includes(option))).toEqual([]);
  });

  it('is no option of the command, and has one answer', async () => {
    const { out } = await run(['train', '--help']);
    const known = new Set([...out.matchAll(HELP)].map(([, name]) => name));
    const names = [...foreignOptions.map(([all]) => all), ...Object.keys(unasked)].flatMap((all) =>
      all.split(' '),
    );
    expect(names.filter((name) => known.has(optionName(name)))).toEqual([]);
    expect([...new Set(names)]).toEqual(names);
  });

  it('is answered by the first option that the command has', () => {
    expect(remedyForForeign('--test-size', ['--validation'])).toBe('Write --validation.');
    expect(remedyForForeign('--test-size', ['--validation', '--test'])).toBe('Write --test.');
  });

  it('is not answered with an option that the command lacks, nor for what every object has', () => {
    expect(remedyForForeign('--lr', ['--epochs'])).toBeUndefined();
    expect(remedyForForeign('--constructor', [])).toBeUndefined();
  });
});
