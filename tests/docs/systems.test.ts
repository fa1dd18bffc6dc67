/** What the chapters on other systems export is what each of these systems has read, with what stands there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './execute.ts';
import { blocksOf, documents, EXCERPT } from './markdown.ts';
import { chapters, exportedBy } from './systems.ts';

const folder = 'tests/fixtures/interop/chapters';

describe.each(chapters)('docs/$chapter.md', ({ chapter, files }) => {
  it('exports the files that were read there', async () => {
    const exported = await exportedBy(chapter);
    expect(exported.length).toBeGreaterThan(0);
    for (const [name, bytes] of exported) {
      const there = readFileSync(join(root, folder, name === '' ? files : `${files}/${name}`));
      expect(bytes).toEqual(new Uint8Array(there));
    }
  });

  it('shows the same numbers there and here, before and after', () => {
    const document = documents().find(({ path }) => path === `docs/${chapter}.md`);
    const blocks = document === undefined ? [] : blocksOf(document).filter(isText);
    const here = blocks.filter(({ info }) => info === '').map(({ content }) => content);
    const there = blocks.filter(({ info }) => EXCERPT.test(info)).map(({ content }) => content);
    expect(there.length).toBe(2);
    for (const printed of there) expect(here.join('\n')).toContain(printed);
  });

  it('answers the same questions as the others', () => {
    const document = documents().find(({ path }) => path === `docs/${chapter}.md`);
    const headings = [...(document?.text ?? '').matchAll(/^## (.+)$/gm)].map(([, text]) => text);
    expect(headings[0]).toMatch(/^Bring a .+ here$/);
    expect(headings.slice(1)).toEqual([
      'What comes along',
      'What differs by convention',
      'Go back',
      'Do predictions agree?',
      'What is refused',
    ]);
  });
});

const isText = ({ language }: { readonly language: string }) => language === 'text';
