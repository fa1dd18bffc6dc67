/** What the documents show is what happens: every example is run, and its output compared. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { execute, root } from './execute.ts';
import { blocksOf, documents, EXCERPT, type Example, examplesOf } from './markdown.ts';

const all = documents();
const examples = all.flatMap(examplesOf);
const ofKind = (kind: Example['kind']) => examples.filter((example) => example.kind === kind);

describe('an example', () => {
  it.each(ofKind('program'))('prints what stands below it: $place', async (example) => {
    const { program, printedBefore, output } = example;
    const shown = printedBefore + (output?.content ?? '');
    expect(await execute(program), 'to write it anew: npx tsx tests/docs/update.ts').toBe(shown);
  });

  it('that is not run says why', () => {
    expect(ofKind('not run').filter(({ reason }) => reason.length < 10)).toEqual([]);
  });
});

describe('an excerpt', () => {
  const excerpts = all.flatMap((document) =>
    blocksOf(document).flatMap(({ info, content, line }) => {
      const [, file] = EXCERPT.exec(info) ?? [];
      return file === undefined ? [] : [{ place: `${document.path}:${line}`, file, content }];
    }),
  );
  const unindented = (text: string) => text.replaceAll(/^ +/gm, '');

  it.each(excerpts)('is a part of $file: $place', ({ file, content }) => {
    expect(unindented(readFileSync(join(root, file), 'utf8'))).toContain(unindented(content));
  });
});

describe.each(ofKind('tests'))('the tests at $place', async ({ program }) => {
  await execute(program);
});

describe('the reader of examples', () => {
  const read = (...lines: string[]) => examplesOf({ path: 'a.md', text: lines.join('\n') });
  const fenced = (info: string, code: string) => [`\`\`\`${info}`, code, '```'];

  it('takes the text right behind a program as its output, and nothing else', () => {
    const [first, second] = read(
      ...[...fenced('ts', 'a();'), '', ...fenced('text', '1')],
      ...[...fenced('ts', 'b();'), 'prints', ...fenced('text', '2')],
    );
    expect([first.place, first.program, first.output?.content]).toEqual([
      'a.md:1',
      'a();\n',
      '1\n',
    ]);
    expect(second.output).toBeUndefined();
  });

  it('continues from the block before', () => {
    const [, second] = read(
      ...[...fenced('ts', 'a();'), '', ...fenced('text', '1')],
      ...fenced('ts continued', 'b();'),
    );
    expect(second).toMatchObject({ program: 'a();\n\nb();\n', printedBefore: '1\n' });
  });

  it('refuses what would pass unseen', () => {
    expect(() => read(...fenced('js', 'a();'))).toThrow('a.md:1: write `ts`');
    expect(() => read(...fenced('ts skip', 'a();'))).toThrow('neither continued nor not run');
    expect(() => read(...fenced('ts continued', 'a();'))).toThrow('neither continued nor not run');
  });

  it('runs programs that import, wait and print', async () => {
    const program = `
      import { tensor } from 'epochal';
      import {
        range,
        type Shape } from 'epochal';
      const shape: Shape = [2];
      console.log(await Promise.resolve(tensor([1, 2]).add(range(2)).toArray()), shape);`;
    expect(await execute(program.replaceAll(/^ {6}/gm, ''))).toBe('[ 1, 3 ] [ 2 ]\n');
  });
});
