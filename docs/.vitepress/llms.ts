/** `llms.txt`: what the site has, for programs that read it: one line for each page (https://llmstxt.org). */
import { readFileSync } from 'node:fs';
import { parts } from './chapters.ts';

function textOf(chapter: string): string {
  return readFileSync(new URL(`../${chapter}.md`, import.meta.url), 'utf8');
}

/** The heading of a chapter. */
export function titleOf(chapter: string): string {
  return /^# (.+)$/m.exec(textOf(chapter))?.[1] ?? chapter;
}

/** What a chapter is about: its first paragraph up to the first full stop, without marks. */
function aboutOf(chapter: string): string {
  const [, paragraph = ''] = /^# .+\n\s*((?:[^\n<`#|].*\n)+)/m.exec(textOf(chapter)) ?? [];
  const plain = paragraph
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*\*/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return /^.*?[.?!:](?= |$)/.exec(plain)?.[0].replace(/:$/, '.') ?? plain;
}

interface Named {
  readonly title: string;
  readonly description: string;
  readonly base: string;
}

/** Addresses begin at the root of the host, as the links of the pages do. */
export function llmsText({ title, description, base }: Named): string {
  const lines = parts.flatMap(({ title: part, chapters }) => [
    `## ${part}`,
    '',
    ...chapters.map((chapter) => {
      const path = chapter.replace(/README$/, '');
      const about = aboutOf(chapter);
      return `- [${titleOf(chapter)}](${base}${path})${about === '' ? '' : `: ${about}`}`;
    }),
    '',
  ]);
  const reference = [
    '## Reference',
    '',
    `- [API](${base}api/): every export, by entry of the package`,
  ];
  return [`# ${title}`, '', `> ${description}`, '', ...lines, ...reference, ''].join('\n');
}
