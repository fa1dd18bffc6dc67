/**
 * The first of two gates: a formula is looked through word by word before mathjs sees it, so that
 * whatever is not arithmetic is refused with its place in the text. (The second is in `parse.ts`: of
 * what mathjs makes of it, only known kinds of nodes pass.)
 */
import { nearName } from '../errors/near_name.ts';
import { functionOf } from './functions.ts';
import { isKnown, knownNames, type Names } from './names.ts';
import { refusal } from './refuse.ts';

interface Token {
  readonly kind: 'number' | 'name' | 'function' | 'word' | 'sign';
  readonly text: string;
  readonly at: number;
}

/** Space, a number, a name, a sign, or any one character else. */
const TOKEN =
  /\s+|(?<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|(?<name>[\p{L}_$][\p{L}\d_$]*)|(?<sign>[<>=!]=|[-+*/^%(),<>?:])|./gsu;

/** Operators that are words. */
const WORDS = new Set(['and', 'or', 'not', 'mod']);

const ARITHMETIC = 'numbers, names, functions, + - * / ^ % ( ) , comparisons and a ? b : c';

/** What people may have meant by a character that means nothing here. */
const REMEDIES: Readonly<Record<string, string>> = {
  '=': 'A formula is not an equation: write what is to the right of =, or == to compare.',
  '[': 'There is no indexing: a formula is about one number at a time.',
  '"': 'There is no text within a formula.',
  "'": 'There is no text within a formula.',
  '.': 'There are no properties: numbers and names stand for themselves.',
  ';': 'Write one expression.',
  '!': 'There is no factorial; to negate a condition write not (...).',
  '&': 'Write and.',
  '|': 'Write or, and abs(x) for the absolute value.',
};

/** How many brackets may be open at a time. */
const MOST_BRACKETS = 64;

/**
 * Looks through a formula.
 * @throws OptionError for a character, a name or an order of words that has no meaning here
 */
export function scan(where: string, text: string, names: Names): void {
  let open = 0;
  let previous: Token | undefined;
  for (const found of text.matchAll(TOKEN)) {
    const token = tokenOf(found, where, text, names);
    if (token === undefined) continue;
    checkNeighbours(previous, token, where, text);
    if (token.text === '(') open += 1;
    if (token.text === ')') open -= 1;
    if (open > MOST_BRACKETS) {
      throw refusal({
        where,
        text,
        problem: 'too many open brackets',
        at: token.at,
        expected: `at most ${MOST_BRACKETS}`,
      });
    }
    previous = token;
  }
  if (previous !== undefined) checkNeighbours(previous, undefined, where, text);
}

function tokenOf(
  found: RegExpMatchArray,
  where: string,
  text: string,
  names: Names,
): Token | undefined {
  const { index: at = 0, groups = {} } = found;
  const [word] = found;
  if (word.trim() === '') return undefined;
  if (groups.number !== undefined) return { kind: 'number', text: word, at };
  if (groups.sign !== undefined) return { kind: 'sign', text: word, at };
  if (groups.name === undefined) {
    throw refusal({
      where,
      text,
      problem: `${JSON.stringify(word)} has no meaning`,
      at,
      expected: ARITHMETIC,
      remedy: REMEDIES[word],
    });
  }
  if (WORDS.has(word)) return { kind: 'word', text: word, at };
  if (functionOf(word) !== undefined) return { kind: 'function', text: word, at };
  if (isKnown(word, names)) return { kind: 'name', text: word, at };
  const known = knownNames(names);
  const near = word.length > 2 ? nearName(word, known) : undefined;
  throw refusal({
    where,
    text,
    problem: `unknown name ${JSON.stringify(word)}`,
    at,
    expected: known.join(', '),
    remedy:
      near === undefined
        ? 'Constants come with { constants: { name: 0.1 } }.'
        : `Did you mean ${near}?`,
  });
}

/** A function is called, nothing else is, and every multiplication is written. */
function checkNeighbours(
  left: Token | undefined,
  right: Token | undefined,
  where: string,
  text: string,
): void {
  if (left === undefined) return;
  // mathjs takes `5% + x` for the remainder of 5 by +x; anyone who writes it means a percentage.
  if (left.text === '%' && (right?.text === '+' || right?.text === '-')) {
    throw refusal({
      where,
      text,
      problem: `% before ${right.text} is a percentage or a remainder`,
      at: left.at,
      expected: 'one that can only be the remainder: a % b',
      remedy: `Write 0.05 for 5%, or the remainder by a signed number as a % (${right.text}b).`,
    });
  }
  if (left.kind === 'function' && right?.text !== '(') {
    throw refusal({
      where,
      text,
      problem: `the function ${left.text} without its argument`,
      at: left.at,
      expected: `${left.text}(...)`,
    });
  }
  if (right === undefined || left.kind === 'function' || !endsValue(left)) return;
  if (right.kind === 'word' || (right.kind === 'sign' && right.text !== '(')) return;
  const called = right.text === '(' && left.kind === 'name';
  throw refusal({
    where,
    text,
    problem: called ? `${left.text} is not a function` : 'an operator is missing',
    at: right.at,
    expected: called ? 'a function, or an operator between them' : 'an operator',
    remedy: 'Multiplication is written: 2 * x.',
  });
}

function endsValue({ kind, text }: Token): boolean {
  return kind === 'number' || kind === 'name' || text === ')';
}
