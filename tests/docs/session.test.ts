/** What the documents show of a terminal is what happens there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf, documents } from './markdown.ts';
import { enteredIn, openShell, type Shell, timeless, written } from './session.ts';

const sessions = documents()
  .map((document) => ({
    path: document.path,
    blocks: blocksOf(document).filter(({ language }) => language === 'console'),
  }))
  .filter(({ blocks }) => blocks.length > 0);

describe.each(sessions)('the terminal in $path', ({ path, blocks }) => {
  let shell: Shell;
  beforeAll(async () => {
    shell = await openShell();
  }, 60_000);
  afterAll(() => shell.close());

  it.each(blocks.map((block) => ({ ...block, place: `${path}:${block.line}` })))(
    'prints what stands below each line: $place',
    ({ content }) => {
      const entered = enteredIn(content);
      expect(written(entered), 'begins with a line after $').toBe(content);
      for (const { line, output } of entered) {
        const printed = timeless(shell.run(line));
        expect(`$ ${line}\n${printed}`, 'to write it anew: npx tsx tests/docs/update.ts').toBe(
          `$ ${line}\n${timeless(output)}`,
        );
      }
    },
    60_000,
  );
});

describe('the reader of terminals', () => {
  it('is there for a reason', () => {
    expect(sessions.length).toBeGreaterThan(0);
  });

  it('parts lines from what they print', () => {
    expect(enteredIn('$ a | b\n1\n2\n$ c\n')).toEqual([
      { line: 'a | b', output: '1\n2\n' },
      { line: 'c', output: '' },
    ]);
  });

  it('overlooks how long it took, and nothing else', () => {
    expect(timeless('loss 0.5  0.02 s')).toBe('loss 0.5  … s');
    expect(timeless('loss 0.5  7 ms')).toBe('loss 0.5  … s');
    expect(timeless('12 samples, 3.5')).toBe('12 samples, 3.5');
  });
});
