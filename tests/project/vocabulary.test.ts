/** One word for one thing: epoch, iteration, batch, phase, and never "step" for any of them. */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Source } from './sources.ts';
import { librarySources, readFolder, source, walk, where } from './sources.ts';

/** Files in which a public name may say "step", and what it means there. */
const STEP_IS_MEANT: Readonly<Record<string, string>> = {
  'ops/matmul/tile.ts': 'a stride through memory',
  'schedules/step.ts': 'a schedule shaped like stairs',
  'schedules/multi_step.ts': 'a schedule shaped like stairs',
  'schedules/index.ts': 'exports them',
  'index.ts': 'exports them',
};

/** Names that say `step`, of what a user can see: exports, and members of exported types. */
function publicSteps(file: Source): string[] {
  const found: string[] = [];
  const check = (name: ts.Node | undefined): void => {
    if (name && saysStep(name.getText())) found.push(`${where(file, name)} ${name.getText()}`);
  };
  for (const statement of file.tree.statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause) {
      walk(statement.exportClause, (node) => ts.isExportSpecifier(node) && check(node.name));
    }
    if (!isExported(statement)) continue;
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) check(name);
      continue;
    }
    walk(statement, (node) => {
      if (node === statement || ts.isTypeElement(node) || ts.isClassElement(node)) {
        check((node as ts.NamedDeclaration).name);
      }
    });
  }
  return found;
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** `stepSize`, `maxSteps`, `STEPS`, but not `stepped` or `footstepless`. */
function saysStep(name: string): boolean {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|_/).some((word) => /^steps?$/i.test(word));
}

/** Phrases of messages and comments in which "step" can only mean an iteration. */
const STEP_PHRASE = /\b(training|optimi[sz]er|update|gradient|per|every|global) steps?\b/i;

/** What readers would stumble over, and what to write instead. */
const QUAINT: readonly (readonly [RegExp, string])[] = [
  [/\bwhoever\b/i, 'who it is: the caller, the reader, anyone who'],
  [/\btaken for whom\b/i, 'confusion matrix'],
  [/\b(puts?|comes?) to rest\b/i, 'saves, levels off'],
  [/\b(goes|gone|going|went) on (with|from)\b/i, 'continue, resume'],
  [/\bof one['’]s own\b/i, 'custom, your own'],
  // But for what recognizes the word of other libraries, and names ours.
  [/^(?!.*\bstandardDeviation\b).*\bstddev\b/, 'standardDeviation'],
  [/\bbinaryCrossEntropy\b/, 'binaryCrossEntropyOfProbabilities or sigmoidBinaryCrossEntropy'],
  [/\btrainings\b/, 'training runs'],
  [/\ba training (is|was|has|ends|runs|that|which|may|does|with|from|in)\b/i, 'a training run'],
  [/\b(whole|each|every|same) training( in\b|[.,;:|]| \||$)/i, 'the whole training run'],
];

function phrases(path: string, text: string, pattern: RegExp): string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : []));
}

describe('the words of the library', () => {
  const files = librarySources();

  it('does not call an iteration, an epoch or a phase a step', () => {
    const others = files.filter(({ path }) => !Object.hasOwn(STEP_IS_MEANT, path));
    expect(others.flatMap(publicSteps)).toEqual([]);
    const texts = [...files, ...readFolder('docs', /\.ts$/)];
    expect(texts.flatMap(({ path, text }) => phrases(path, text, STEP_PHRASE))).toEqual([]);
  });

  it('says what the field says', () => {
    const readme = readFolder('', /^README\.md$/).filter(({ path }) => path === 'README.md');
    const texts = [...readme, ...readFolder('src', /\.ts$/), ...readFolder('docs', /\.(md|ts)$/)];
    for (const [quaint, usual] of QUAINT) {
      const found = texts.flatMap(({ path, text }) => phrases(path, text, quaint));
      expect(found, `${quaint}: write ${usual}`).toEqual([]);
    }
  });

  it('leaves no notes to itself', () => {
    const notes = new RegExp(`\\b(${['TO', 'FIX', 'HA', 'XX'].join('|')})(DO|ME|CK|X)\\b`);
    const texts = readFolder('', /(\.(ts|mjs|js|md|py)|^run)$/);
    expect(texts.flatMap(({ path, text }) => phrases(path, text, notes))).toEqual([]);
  });

  it('has no drawer for leftovers', () => {
    const names = files.map(({ path }) => path);
    expect(names.filter((name) => /\b(utils?|helpers?|misc|common)\b/i.test(name))).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const planted = (text: string) => publicSteps(source('train/trainer.ts', text));

  it.each([
    'export const maxSteps = 1;',
    'export function trainStep() {}',
    'export class Trainer { step() {} }',
    'export class Trainer { get steps() { return 1; } }',
    'export interface Plan { readonly stepsPerEpoch: number }',
    "export type Event = { type: 'a'; step: number };",
    'export type Phase = { inner: { step: number } };',
    'const a = 1; export { a as step };',
    "export { step } from './a.ts';",
  ])('see the step in: %s', (text) => {
    expect(planted(text)).toHaveLength(1);
  });

  it('leave alone what nobody outside sees, and other words', () => {
    expect(planted('const step = 1; export function stepped() { const step = 2; }')).toEqual([]);
    expect(planted("export { relu } from './steps.ts';")).toEqual([]);
  });

  it('see a phrase in a message', () => {
    expect(phrases('a.ts', 'x\nAdds one per step.', STEP_PHRASE)).toEqual([
      'a.ts:2 Adds one per step.',
    ]);
    expect(phrases('a.ts', 'step by step', STEP_PHRASE)).toEqual([]);
  });

  it.each([
    ['Whoever calls this.', 1],
    ['Who is taken for whom', 1],
    ['A search is gone on with.', 1],
    ['Two trainings.', 1],
    ['A training is stopped.', 1],
    ['over the whole training,', 1],
    ["a layer of one's own", 1],
    ['{ stddev: 1 }', 1],
    ["stddev: 'Did you mean standardDeviation?',", 0],
    ['binaryCrossEntropy()', 1],
    ['binaryCrossEntropyOfProbabilities()', 0],
    ['A training run is stopped; each training sample counts.', 0],
  ])('count the phrases of: %s', (text, count) => {
    const found = QUAINT.flatMap(([quaint]) => phrases('a.ts', text, quaint));
    expect(found).toHaveLength(count);
  });
});
