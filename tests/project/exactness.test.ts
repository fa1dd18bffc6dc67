/** The bit contract, as far as source text shows it: no arithmetic that engines answer differently. */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Source } from './sources.ts';
import { layerOf, librarySources, source, walk, where } from './sources.ts';

/** The members of `Math` that have one possible answer. Everything else is written in `numerics/`. */
const EXACT = new Set([
  ...'abs ceil clz32 floor fround imul max min round sign sqrt trunc'.split(' '),
  ...'E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2'.split(' '),
]);

/** Time and entropy never reach a number; these layers show it to people. */
const UNREPEATABLE = new Set(['Date', 'performance', 'crypto']);
const MAY_MEASURE_TIME = ['train', 'node', 'cli', 'demo'];

function inexactMath(file: Source): string[] {
  const found: string[] = [];
  walk(file.tree, (node) => {
    if (!ts.isIdentifier(node) || node.text !== 'Math') return;
    const { parent } = node;
    const member = ts.isPropertyAccessExpression(parent) && parent.expression === node;
    if (!member || !EXACT.has(parent.name.text)) found.push(where(file, node));
  });
  return found;
}

/** Where a power of two may have a variable exponent, and why its bits are safe. */
const POWERS_OF_TWO: Readonly<Record<string, string>> = {
  'wasm/simd_lanes.ts': 'constants of the number formats, compared with the reference bit by bit',
};

/** Powers are engine-defined too. `2 ** -24` stays, because a reader sees an exact constant. */
function inexactPowers(file: Source): string[] {
  const found: string[] = [];
  walk(file.tree, (node) => {
    if (!ts.isBinaryExpression(node)) return;
    const operator = node.operatorToken.kind;
    const power = operator === ts.SyntaxKind.AsteriskAsteriskToken;
    const ofTwo = node.left.getText() === '2' && Object.hasOwn(POWERS_OF_TWO, file.path);
    const constant = isNumber(node.left) && (isNumber(node.right) || ofTwo);
    const assigned = operator === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
    if (assigned || (power && !constant)) found.push(where(file, node));
  });
  return found;
}

function isNumber(node: ts.Node): boolean {
  return ts.isNumericLiteral(ts.isPrefixUnaryExpression(node) ? node.operand : node);
}

function unrepeatable(file: Source): string[] {
  if (MAY_MEASURE_TIME.includes(layerOf(file.path))) return [];
  const found: string[] = [];
  walk(file.tree, (node) => {
    if (!ts.isIdentifier(node) || !UNREPEATABLE.has(node.text) || isOfTime(node)) return;
    found.push(where(file, node));
  });
  return found;
}

/** `new Date(time)` takes a time apart, and reads no clock. */
function isOfTime({ text, parent }: ts.Identifier): boolean {
  return text === 'Date' && ts.isNewExpression(parent) && (parent.arguments?.length ?? 0) > 0;
}

describe('src computes with exact operations only', () => {
  const files = librarySources();

  it('uses no member of Math whose result an engine may choose', () => {
    expect(files.flatMap(inexactMath)).toEqual([]);
  });

  it('raises nothing but constants to a power', () => {
    expect(files.flatMap(inexactPowers)).toEqual([]);
    const excused = files.filter(({ path }) => Object.hasOwn(POWERS_OF_TWO, path));
    expect(excused.map(({ text }) => text.includes('2 ** '))).toEqual([true]);
  });

  it('reads no clock and no entropy where numbers are made', () => {
    expect(files.flatMap(unrepeatable)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const planted = (text: string) => source('ops/exp.ts', text);

  it.each([
    'Math.exp(x)',
    'Math.random()',
    'Math.tanh',
    "Math['exp'](x)",
    'const { exp } = Math;',
    'const m = Math; m.exp(x);',
    'globalThis.Math.exp(x)',
    'f(Math)',
  ])('see %s', (text) => {
    expect(inexactMath(planted(`const a = 1;\n${text}`))).toEqual(['ops/exp.ts:2']);
  });

  it.each(['Math.fround(x)', 'Math.sqrt(2) * Math.PI', '// Math.exp(x)', "'Math.exp'"])(
    'pass %s',
    (text) => {
      expect(inexactMath(planted(text))).toEqual([]);
    },
  );

  it('see powers of anything but two literals', () => {
    for (const text of ['x ** 2', '2 ** x', 'x **= 2', '2 ** (1 + n)']) {
      expect(inexactPowers(planted(text))).toEqual(['ops/exp.ts:1']);
    }
    expect(inexactPowers(planted('2 ** -149; 10 ** 3; 2 * x'))).toEqual([]);
  });

  it('see clocks and entropy, except where time is measured', () => {
    for (const text of ['Date.now()', 'new Date()', 'performance.now()', 'globalThis.crypto']) {
      expect(unrepeatable(planted(text))).toEqual(['ops/exp.ts:1']);
    }
    expect(unrepeatable(source('train/trainer.ts', 'performance.now()'))).toEqual([]);
    expect(unrepeatable(planted('new Date(0).getUTCDay()'))).toEqual([]);
  });
});
