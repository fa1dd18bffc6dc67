/** The pictures of the documents are what their script draws, and each is shown somewhere. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictures } from '../../docs/pictures/draw.ts';
import { malformed } from '../charts/drawn.ts';
import { readFolder } from '../project/sources.ts';
import { root } from './execute.ts';
import { documents } from './markdown.ts';

describe('the pictures in docs/pictures', () => {
  const files = readFolder(join('docs', 'pictures'), /\.svg$/);

  it('are what the script draws', async () => {
    const committed = Object.fromEntries(files.map(({ path, text }) => [path, text]));
    expect(committed, 'to draw them anew: npx tsx docs/pictures/draw.ts').toEqual(await pictures());
    for (const { text } of files) expect(malformed(text)).toBeUndefined();
  });

  it('are shown, with a text for those who do not see them', () => {
    const shown = documents().flatMap(({ text }) => [
      ...[...text.matchAll(/!\[[^\]\n]{20,}\]\((?:docs\/)?pictures\/([\w.]+)\)/g)],
      ...[...text.matchAll(/(?:srcset|src)="docs\/pictures\/([\w.]+)"/g)],
    ]);
    const names = new Set(shown.map(([, name]) => name));
    expect(files.map(({ path }) => path).filter((name) => !names.has(name))).toEqual([]);
    expect(root).toBeTruthy();
  });
});
