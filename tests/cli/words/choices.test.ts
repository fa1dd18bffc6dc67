/** Whoever asks for help is told every word that may be chosen. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/cli/main.ts';
import { optionName } from '../../../src/cli/words/options.ts';

/** The words that an option takes, if they are few: it names them when it is given another one. */
function choicesOf(read: (where: string, value: string) => unknown): string[] {
  try {
    read('', '\u0000');
  } catch (error) {
    const [, names] = /^one of (.*)$/.exec((error as { expected: string }).expected) ?? [];
    return names?.split(', ') ?? [];
  }
  return [];
}

describe.each(commands)('$name --help', ({ options }) => {
  it('says what may be chosen', () => {
    for (const [key, { help, read }] of Object.entries(options)) {
      if (read === undefined) continue;
      for (const choice of choicesOf(read as (where: string, value: string) => unknown)) {
        const shown = choice.trim() === '' ? 'space' : choice.trim();
        expect(help, `${optionName(key)}: ${choice}`).toContain(shown);
      }
    }
  });
});
