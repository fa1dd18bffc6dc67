/** A reader of the tour finds its files, as many lines as it says, no cast, and no unexplained letter. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { type Source, source, walk, where } from '../project/sources.ts';
import { root } from './execute.ts';
import { linesOf, stretchesOf, TOUR, textOf, withTrueCounts } from './tour.ts';

const document = textOf(TOUR);
const stretches = stretchesOf(document);
const files = stretches.flatMap((stretch) => stretch.files);

/** What tells TypeScript something that it cannot see: casts, `!`, `any`. */
function unchecked(file: Source): string[] {
  const found: string[] = [];
  walk(file.tree, (node) => {
    const isCast =
      (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) ||
      ts.isTypeAssertionExpression(node);
    const isBang =
      ts.isNonNullExpression(node) ||
      ((ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) &&
        node.exclamationToken !== undefined);
    const isAny = node.kind === ts.SyntaxKind.AnyKeyword;
    if (isCast || isBang || isAny) found.push(where(file, node));
  });
  return found;
}

/** Indices of loops and of callbacks, as everywhere. */
const USUAL = new Set(['i', '_']);

/** Names of one letter that no comment of the file mentions in backticks. */
function unexplained(file: Source): string[] {
  const comments = file.text.match(/\/\*\*[\s\S]*?\*\/|\/\/.*/g) ?? [];
  const code = comments.flatMap((comment) => comment.match(/`[^`]+`/g) ?? []).join(' ');
  const explained = new Set(code.match(/\b\w\b/g));
  const found: string[] = [];
  walk(file.tree, (node) => {
    const isDeclared =
      ts.isParameter(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isTypeParameterDeclaration(node);
    if (!isDeclared || !ts.isIdentifier(node.name)) return;
    const name = node.name.text;
    if (name.length > 1 || USUAL.has(name) || explained.has(name)) return;
    found.push(`${where(file, node)} ${name}`);
  });
  return found;
}

describe('the tour', () => {
  it('is two lists, the first with what an operation is and what lanes are', () => {
    expect(stretches).toHaveLength(2);
    expect(stretches[0].files.length).toBeGreaterThan(8);
    expect(stretches[1].files.length).toBeGreaterThan(5);
    expect(stretches[0].files).toEqual(
      expect.arrayContaining(['src/ops/operation.ts', 'src/numerics/lanes.ts']),
    );
  });

  it('names files that are there, each once', () => {
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(new Set(files).size).toBe(files.length);
  });

  it('says how many lines they have, in the first list 700 at most', () => {
    const remedy = 'npx tsx tests/docs/update.ts architecture';
    const counted = stretches.map((stretch) => linesOf(stretch.files));
    expect(
      stretches.map(({ stated }) => stated),
      remedy,
    ).toEqual(counted);
    expect(counted[0]).toBeLessThanOrEqual(700);
    expect(withTrueCounts(document)).toBe(document);
  });

  it.each(files)('meets no cast, no ! and no any in %s', (file) => {
    expect(unchecked(source(file, textOf(file)))).toEqual([]);
  });

  it.each(files)('meets no unexplained letter in %s', (file) => {
    expect(unexplained(source(file, textOf(file)))).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it.each([
    'const a = b as Home;',
    'const a = b as unknown as Home;',
    'const a = <Home>b;',
    'const a = b!;',
    'const a = b!.c;',
    'let a!: Home;',
    'let a: any;',
    'const f = (a: readonly any[]) => a;',
  ])('see %s', (text) => {
    expect(unchecked(source('a.ts', text)).length).toBeGreaterThan(0);
  });

  it.each(['const a = [1] as const;', '// as any', "const a = 'b as any!';", 'if (!a) b();'])(
    'pass %s',
    (text) => {
      expect(unchecked(source('a.ts', text))).toEqual([]);
    },
  );

  it('see letters that nobody explains', () => {
    const letters = (text: string) =>
      unexplained(source('a.ts', text)).map((found) => found.slice(-1));
    expect(letters('const f = ([a], { b }) => { let c; };')).toEqual(['f', 'a', 'b', 'c']);
    expect(letters('interface Lanes<V> {}\nfunction name<M>(): void {}')).toEqual(['V', 'M']);
    expect(letters('/** The product `a · b`. */\nconst name = (a, b, c) => a;')).toEqual(['c']);
    expect(letters('/** A b. */\nconst b = 1;')).toEqual(['b']);
  });

  it('count anew what was miscounted', () => {
    const wrong = document
      .replace(/^\d+ lines/m, '7 lines')
      .replace(/^\d+ more lines/m, '12345 more lines');
    expect(wrong).not.toBe(document);
    expect(withTrueCounts(wrong)).toBe(withTrueCounts(document));
  });
});
