/** What the documents show of an experiment is what its command prints. */
import { describe, expect, it } from 'vitest';
import { readFolder } from '../project/sources.ts';
import { runExperiment } from './execute.ts';
import { blocksOf, documents } from './markdown.ts';

const shown = documents().flatMap((document) =>
  blocksOf(document).flatMap(({ info, content }) => {
    const [, name] = /^experiment: (.+)$/.exec(info) ?? [];
    return name === undefined ? [] : [{ name, content }];
  }),
);

describe('an experiment', () => {
  it.concurrent.each(shown)(
    'prints what the documents show of it: $name',
    async ({ name, content }) => {
      expect(await runExperiment(name), 'to write it anew: npx tsx tests/docs/update.ts').toBe(
        content,
      );
    },
    300_000,
  );

  it('is shown, and says how it is run', () => {
    const files = readFolder('docs/experiments', /\.ts$/);
    const commands = files.flatMap(({ path, text }) =>
      text.includes(`npx tsx docs/experiments/${path}`) ? [path.replace(/\.ts$/, '')] : [],
    );
    expect(commands.sort()).toEqual(shown.map(({ name }) => name).sort());
    const programs = files.filter(({ text }) => !/^export /m.test(text));
    expect(programs.map(({ path }) => path.replace(/\.ts$/, '')).sort()).toEqual(commands.sort());
  });
});
