/** The tour through the sources at the end of docs/architecture.md: its lists of files, and their lines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './execute.ts';

export const TOUR = 'docs/architecture.md';

export interface Stretch {
  /** How many lines the document says that the files have. */
  readonly stated: number;
  /** Where this number stands in the document. */
  readonly start: number;
  readonly files: readonly string[];
}

/** The lists of the chapter, each behind a paragraph that begins with a number of lines. */
export function stretchesOf(document: string): Stretch[] {
  const chapter = document.indexOf('\n## A tour in an hour\n');
  const found = document
    .slice(chapter)
    .matchAll(/^(\d+)(?: more)? lines[\s\S]*?\n\n((?:(?:\d+\.| {2}) .*\n)+)/gm);
  return [...found].map((match) => ({
    stated: Number(match[1]),
    start: chapter + match.index,
    files: [...match[2].matchAll(/`(src\/[\w/]+\.ts)`/g)].map(([, file]) => file),
  }));
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

export function linesOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + textOf(file).split('\n').length - 1, 0);
}

/** The document with the numbers of lines that are true. */
export function withTrueCounts(document: string): string {
  return stretchesOf(document).reduceRight((text, { stated, start, files }) => {
    const end = start + String(stated).length;
    return `${text.slice(0, start)}${linesOf(files)}${text.slice(end)}`;
  }, document);
}
