/**
 * The examples in README.md and docs/. A block of `ts` is a program of its own, and the block of
 * `text` right behind it is what it prints. After `ts` there may stand
 *
 *     continued          the program continues from the block before
 *     not run: REASON    it is checked by the compiler only
 *
 * A block of `console` shows a terminal: lines after `$ `, each with what it prints (session.ts).
 * A block in another language says after it `excerpt: FILE` and is a part of that file, so that it is what ran.
 * A block that imports `vitest` holds tests. A block of `text demo: HEADING, HEADING` shows these
 * sections of what `npm start` prints; a block of `text experiment: NAME` shows what
 * `npx tsx docs/experiments/NAME.ts` prints.
 */
import { readFolder } from '../project/sources.ts';

export interface Document {
  /** From the root of the project: `docs/epochs.md`. */
  readonly path: string;
  readonly text: string;
}

export interface Block {
  readonly language: string;
  /** What stands behind the language. */
  readonly info: string;
  readonly content: string;
  /** Where the content lies in the text of the document. */
  readonly start: number;
  readonly end: number;
  /** Of the fence, counted from 1. */
  readonly line: number;
}

export interface Example {
  /** `docs/epochs.md:12` */
  readonly place: string;
  /** All of the program, with the blocks that it continues. */
  readonly program: string;
  readonly kind: 'program' | 'tests' | 'not run';
  /** Why it is not run. */
  readonly reason: string;
  /** What the blocks that it continues print. */
  readonly printedBefore: string;
  /** What it prints itself. */
  readonly output: Block | undefined;
  readonly block: Block;
}

/** The documents of the project: README.md and everything below docs/. */
export function documents(): Document[] {
  const inDocs = readFolder('docs', /\.md$/);
  const [readme] = readFolder('', /^README\.md$/).filter(({ path }) => path === 'README.md');
  return [readme, ...inDocs.map(({ path, text }) => ({ path: `docs/${path}`, text }))];
}

/** The file that a block of another language is a part of. */
export const EXCERPT = /^excerpt: (\S+)$/;

const FENCE = /^```(\w*)(?: (.*))?\n([\s\S]*?)^```$/gm;

export function blocksOf({ text }: Document): Block[] {
  return [...text.matchAll(FENCE)].map((match) => {
    const [whole, language, info = '', content] = match;
    const start = match.index + whole.length - '```'.length - content.length;
    const line = text.slice(0, match.index).split('\n').length;
    return { language, info: info.trim(), content, start, end: start + content.length, line };
  });
}

/** @throws Error for a block that is none of the kinds above */
export function examplesOf(document: Document): Example[] {
  const blocks = blocksOf(document);
  const examples: Example[] = [];
  blocks.forEach((block, index) => {
    const place = `${document.path}:${block.line}`;
    const isExcerpt = EXCERPT.test(block.info);
    if (!isExcerpt && /^(typescript|js|javascript|mjs|tsx)$/.test(block.language)) {
      throw new Error(`${place}: write \`ts\`, so that the example is run`);
    }
    if (block.language !== 'ts') return;
    const next = blocks[index + 1];
    const adjacent =
      next?.language === 'text' &&
      next.info === '' &&
      /^`{3}\s*`{3}text\n$/.test(document.text.slice(block.end, next.start));
    examples.push({
      place,
      ...kindOf(place, block, examples.at(-1)),
      output: adjacent ? next : undefined,
      block,
    });
  });
  return examples;
}

function kindOf(place: string, { info, content }: Block, before: Example | undefined) {
  const [, reason] = /^not run: (.+)$/.exec(info) ?? [];
  const continued = info === 'continued' ? before : undefined;
  if (info !== '' && reason === undefined && continued === undefined) {
    throw new Error(`${place}: "${info}" is neither continued nor not run: REASON`);
  }
  const tests = /from 'vitest';/.test(content);
  const kind: Example['kind'] = reason ? 'not run' : tests ? 'tests' : 'program';
  return {
    kind,
    reason: reason ?? '',
    program: continued === undefined ? content : `${continued.program}\n${content}`,
    printedBefore:
      continued === undefined ? '' : `${continued.printedBefore}${continued.output?.content ?? ''}`,
  };
}
