/** Every link between documents, and from a document to a file or a heading, leads somewhere. */
import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './execute.ts';
import { type Document, documents } from './markdown.ts';

const LINK = /\[[^\]\n]*\]\(([^)\s]+)\)/g;

/** The part of a document that is prose: examples and inline code hold no links. */
function prose(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, 'code');
}

/** The anchors of headings, as GitHub makes them. */
function anchors(text: string): string[] {
  const outsideOfCode = text.replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...outsideOfCode.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function brokenLinks(document: Document, all: readonly Document[]): string[] {
  const links = [...prose(document.text).matchAll(LINK)].map(([, target]) => target);
  return links.filter((link) => {
    if (/^https:\/\//.test(link)) return false;
    const [path, anchor] = link.split('#');
    const target = path === '' ? document.path : posix.join(posix.dirname(document.path), path);
    const known = all.find((other) => other.path === target);
    if (anchor !== undefined) return known === undefined || !anchors(known.text).includes(anchor);
    return !existsSync(join(root, target));
  });
}

describe('the links of', () => {
  const all = documents();

  it.each(all)('$path lead somewhere', (document) => {
    expect(brokenLinks(document, all)).toEqual([]);
  });

  it('the documents reach every one of them from README.md', () => {
    const reached = new Set(['README.md']);
    for (const path of reached) {
      const text = all.find((document) => document.path === path)?.text ?? '';
      for (const [, link] of prose(text).matchAll(LINK)) {
        const target = posix.join(posix.dirname(path), link.split('#')[0]);
        if (all.some((document) => document.path === target)) reached.add(target);
      }
    }
    expect(all.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  });

  it('planted mistakes are seen', () => {
    const text = '# A b: `c`\n[x](#a-b-c) [y](#no) [z](no.md) [w](../README.md)\n`[v](no.md)`';
    expect(statSync(join(root, 'docs')).isDirectory()).toBe(true);
    const planted = { path: 'docs/a.md', text };
    expect(brokenLinks(planted, [planted])).toEqual(['#no', 'no.md']);
  });
});
