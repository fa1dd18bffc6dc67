/** Whatever a file says, the terminal only shows it. */
import { describe, expect, it } from 'vitest';
import { quoted } from '../../../src/cli/words/quoted.ts';
import { describe as described } from '../../../src/errors/describe.ts';
import { writeText } from '../files.ts';
import { run, workFolder } from '../run.ts';

const { at } = workFolder();
const evil = '\u001b]0;title\u0007\u009b2J\r\u202e';
const rows = Array.from(
  { length: 40 },
  (_, row) => `${row % 7},${row % 2 ? `"${evil}a"` : '=1+1'}`,
);
const data = writeText(at('evil.csv'), `"x${evil}","y${evil}"\n${rows.join('\n')}\n`);
const target = ['--target', `y${evil}`, '--epochs', '2'];
const model = at('model.safetensors');

const terminal = { interactive: true };
/** What the program itself says to a terminal. */
const own = ['\r\u001b[K', '\r\u001b[2K', '\r'];
const obeyed = /(?![\t\n])[\p{Cc}\u202e]/u;

describe('names with escape sequences', () => {
  it.each([
    ['train', [data, ...target, '--save', model, '--log', at('run')]],
    ['train', [data, ...target, '--json']],
    ['find-epochs', [data, ...target, '--folds', '2']],
    ['search', [data, ...target, '--grid', 'learning-rate=0.1,0.01']],
    ['inspect', [model]],
    ['inspect', [model, '--json']],
    ['evaluate', [model, data]],
    ['predict', [model, data, '--probabilities']],
    ['train', [data, '--target', `z${evil}`]],
    ['train', [`${evil}.csv`, ...target]],
    [`trian${evil}`, []],
    ['train', [data, `--targt${evil}`]],
    ['plan', ['--samples', evil]],
  ])('are shown by %s', async (command, words) => {
    for (const io of [terminal, {}]) {
      if (command === 'predict' && io !== terminal) continue; // the contents of a file
      const { out, err } = await run([command, ...words], io);
      const shown = own.reduce((text, one) => text.replaceAll(one, ''), `${out}${err}`);
      expect(obeyed.exec(shown)?.[0]).toBeUndefined();
      expect(shown.length).toBeGreaterThan(20);
    }
  });

  it('are the bytes of the file in the table that predict writes into a pipe', async () => {
    const { out, err } = await run(['predict', model, data]);
    expect(out.split('\n')[0]).toContain(evil);
    expect(err).toContain(
      `${described('=1+1')} is written as it is. A spreadsheet takes it for a formula`,
    );
  });

  it('are words of a shell that can be typed', () => {
    expect(quoted("a\u001b'b\\")).toBe("$'a\\u001b\\'b\\\\'");
    expect(quoted('a b')).toBe("'a b'");
  });
});
