import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EpochalError, OptionError } from '../../src/errors/index.ts';
import { formulaActivation } from '../../src/symbolic/activation.ts';
import { print } from '../../src/symbolic/print.ts';
import { derivative, tex } from '../../src/symbolic/text.ts';
import { evaluate, expressions, parse } from './formulas.ts';

describe('a formula', () => {
  const meanings: readonly [text: string, value: number][] = [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['8 - 3 - 2', 3],
    ['8 / 4 / 2', 1],
    ['-2 ^ 2', -4],
    ['2 ^ 3 ^ 2', 512],
    ['2 ^ -1', 0.5],
    ['--3', 3],
    ['+3', 3],
    ['-7 % 3', 2],
    ['7 % (-3)', -2],
    ['7 mod -3', -2],
    ['mod(7, 3)', 1],
    ['1.5e1 + .5 + 2.', 17.5],
    ['min(3, 1, 2) + max(1, 5, 4)', 6],
    ['round(2.5) + round(-2.5) + round(0.49999999999999994)', 0],
    ['floor(-1.5) + ceil(1.2)', 0],
    ['log(8, 2)', 3],
    ['x > 2 ? 10 : x > 0 ? 20 : 30', 20],
    ['0 < x < 2 ? 1 : 0', 1],
    ['0 < x < 1 ? 1 : 0', 0],
    ['not (x > 2) and (x == 1 or x != 1) ? 1 : 0', 1],
    ['x >= 1 ? (x <= 1 ? 5 : 6) : 7', 5],
    ['relu(-1) + sign(-3) + abs(-4)', 3],
    [' x\n', 1],
  ];

  it.each(meanings)('%s is %d where x is 1', (text, value) => {
    expect(evaluate(text, 1)).toBeCloseTo(value, 14);
  });

  it('is the same after printing, and printed the same after reading', () => {
    fc.assert(
      fc.property(expressions({ anyPower: true }), (expression) => {
        const text = print(expression);
        fc.pre(text.length <= 1000);
        expect(parse(text)).toEqual(expression);
      }),
      { numRuns: 1000 },
    );
  });

  it('may be typeset', () => {
    expect(tex('x / sqrt(1 + x ^ 2)')).toBe('\\frac{ x}{\\sqrt{1+{ x}^{2}}}');
  });
});

/** Texts, and a part of what is said about each. */
const refused: readonly [text: unknown, says: string | RegExp][] = [
  ['', 'Expected a formula as text, such as "x * sigmoid(x)"; received ""'],
  [' \n\t', 'Expected a formula as text'],
  [7, 'received 7'],
  [undefined, 'received undefined'],
  [['x'], 'Expected a formula as text'],
  ['__proto__', 'unknown name "__proto__" at character 1'],
  ['x + constructor', 'unknown name "constructor" at character 5'],
  ['constructor(x)', 'unknown name "constructor"'],
  ['toString(x)', 'unknown name "toString"'],
  ['hasOwnProperty(x)', 'unknown name "hasOwnProperty"'],
  ['x.constructor', '"." has no meaning at character 2'],
  ['import(x)', 'unknown name "import"'],
  ['createUnit(x)', 'unknown name "createUnit"'],
  ['evaluate(x)', 'unknown name "evaluate"'],
  ['parse(x)', 'unknown name "parse"'],
  ['x = 3', /"=" has no meaning at character 3.*== to compare/],
  ['f(x) = x ^ 2', 'unknown name "f" at character 1'],
  ['x[1]', /"\[" has no meaning at character 2.*no indexing/],
  ['[x, 1]', '"[" has no meaning at character 1'],
  ['{ x: 1 }', '"{" has no meaning'],
  ['"x"', /has no meaning at character 1.*no text/],
  ["'x'", 'has no meaning at character 1'],
  ['x; x', /";" has no meaning at character 2.*one expression/],
  ['x # a comment', '"#" has no meaning'],
  ['x!', 'no factorial'],
  ["x'", 'has no meaning'],
  ['x | 1', 'abs(x)'],
  ['x .* x', '"." has no meaning'],
  ['x -> x', 'mathjs says: Value expected at character 4. Expected an expression'],
  ['`x`', '"`" has no meaning'],
  ['$x', 'unknown name "$x"'],
  ['é', 'unknown name "é"'],
  ['x + 🙂', '"🙂" has no meaning at character 5'],
  ['5 cm', 'unknown name "cm" at character 3'],
  ['x to x', 'unknown name "to"'],
  ['x in x', 'unknown name "in"'],
  ['true', 'unknown name "true"'],
  ['null', 'unknown name "null"'],
  ['NaN * x', 'unknown name "NaN"'],
  ['Infinity', 'unknown name "Infinity"'],
  ['i * x', 'unknown name "i"'],
  ['z * x', /unknown name "z" at character 1. Expected x, y, pi, e, abs, ceil.*constants/],
  ['sigmiod(x)', 'Did you mean sigmoid?'],
  ['Tanh(x)', 'Did you mean tanh?'],
  ['cos', 'the function cos without its argument at character 1. Expected cos(...)'],
  ['cos x', 'the function cos without its argument'],
  ['cos + x', 'the function cos without its argument'],
  ['cos()', 'cos of 0 arguments. Expected 1 argument'],
  ['cos(x, x)', 'cos of 2 arguments. Expected 1 argument'],
  ['mod(x)', 'mod of 1 argument. Expected 2 arguments'],
  ['max(x)', 'max of 1 argument. Expected 2 or more arguments'],
  ['2x', /an operator is missing at character 2.*2 \* x/],
  ['2 (x)', 'an operator is missing at character 3'],
  ['(x) (x)', 'an operator is missing'],
  ['x y', 'an operator is missing'],
  ['x 2', 'an operator is missing'],
  ['0x10', 'unknown name "x10"'],
  ['x(2)', 'x is not a function at character 2'],
  ['pi(2)', 'pi is not a function'],
  ['x +', 'mathjs says: Unexpected end of expression at character 4'],
  ['(x', 'mathjs says'],
  ['x)', 'mathjs says'],
  ['* x', 'mathjs says'],
  ['x ? 1', 'mathjs says'],
  ['x, x', 'mathjs says'],
  ['()', 'mathjs says'],
  ['5%', 'percentage'],
  ['x + 5%', 'percentage'],
  ['5% + x', 'Write 0.05 for 5%, or the remainder by a signed number as a % (+b).'],
  ['x*5%\n-1', 'a % (-b)'],
  ['1:x', 'not arithmetic'],
  ['1:2:x', 'not arithmetic'],
  ['x\nx', 'an operator is missing'],
  ['x\n+ x', 'not arithmetic'],
  ['1e999 * x', 'the number Infinity. Expected finite numbers'],
  ['x > 0', /the condition "x > 0" in the place of a number.*a > b \? 1 : 0/],
  ['(x > 0) * x', 'in the place of a number'],
  ['0 < x < 1', 'in the place of a number'],
  ['x ? 1 : 0', /the number "x" in the place of a condition. Expected a condition, such as x > 0/],
  ['not x > 0 ? 1 : 0', 'in the place of a number'],
  ['x and x ? 1 : 0', 'in the place of a condition'],
  ['x xor x', 'unknown name "xor"'],
  ['x'.repeat(10_000), 'the formula has 10000 characters. Expected at most 1000'],
  [`${'('.repeat(10_000)}x${')'.repeat(10_000)}`, 'at most 1000'],
  [`${'('.repeat(499)}x${')'.repeat(499)}`, 'too many open brackets at character 65'],
  ['-'.repeat(999).concat('x'), 'nests too deeply'],
  [`x${'^x'.repeat(499)}`, 'nests too deeply'],
  [`x${'+x'.repeat(499)}`, 'nests too deeply. Expected at most 100'],
  [`${'x>0?x:'.repeat(166)}x`, 'nests too deeply'],
];

describe('what is no formula is refused', () => {
  const titled = refused.map(([text, says]) => ({ title: `${text}`.slice(0, 40), text, says }));

  it.each(titled)('$title', ({ text, says }) => {
    expect(() => parse(text as string)).toThrow(OptionError);
    expect(() => parse(text as string)).toThrow(says);
  });

  it('with the place of the first that is wrong, and the caller', () => {
    const say = () => formulaActivation('x * sigmoid(x) + sigma(x)');
    expect(say).toThrow(
      /^formulaActivation: unknown name "sigma" at character 18\. Expected x, pi/,
    );
  });

  it('whatever it is: only by errors of this library', () => {
    const words = 'x y pi cos max mod and or not to in end true import __proto__ 1 2.5 .5 1e9 _0';
    const signs = '+ - * / ^ % ( ) , < > = == != <= ? : [ ] { } ; . ! " \' # $ & | \\ \n';
    const piece = fc.oneof(
      fc.constantFrom(...words.split(' '), ...signs.split(' '), ' '),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const use of [parse, (formula: string) => derivative(formula, 'x'), tex]) {
          try {
            use(text);
          } catch (error) {
            expect(error).toBeInstanceOf(EpochalError);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
