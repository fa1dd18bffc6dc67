/** From the words of a command line to options and operands. Nothing is ignored. */
import { parseArgs } from 'node:util';
import { nearName } from '../../errors/near_name.ts';
import { answerForPrograms, remedyForForeign } from './foreign_options.ts';
import { type Options, optionName, REQUIRED, type Values } from './options.ts';
import { quoted } from './quoted.ts';
import { UsageError } from './usage_error.ts';

export interface Arguments<O extends Options> {
  readonly values: Values<O>;
  readonly operands: readonly string[];
}

/**
 * @param command as it is called, `epochal train`
 * @param operandNames what stands without a name, such as `DATA.csv`; required, but for `[FOLDER]` in brackets
 * @throws UsageError naming the word that does not fit
 */
export function readArguments<O extends Options>(
  command: string,
  { options, operands: operandNames }: { options: O; operands: readonly string[] },
  words: readonly string[],
): Arguments<O> {
  const known = new Map(Object.keys(options).map((key) => [optionName(key), key]));
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      [...known].map(([name, key]) => [
        name.slice(2),
        { type: options[key].placeholder === undefined ? 'boolean' : 'string' },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, unknown> = {};
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName } = token;
    const key = known.get(rawName);
    if (key === undefined) throw unknownOption(command, rawName, [...known.keys()]);
    if (Object.hasOwn(values, key)) {
      throw new UsageError({
        where: rawName,
        expected: 'this option once',
        received: 'it twice',
        remedy: 'Give it once.',
      });
    }
    values[key] = options[key].read(rawName, textOf(token, options[key].placeholder));
  }
  checkOperands(command, operandNames, operands);
  for (const [name, key] of known) {
    if (Object.hasOwn(values, key)) continue;
    const { fallback, placeholder } = options[key];
    if (fallback === REQUIRED) {
      throw new UsageError({
        where: command,
        expected: `${name} ${placeholder}`,
        received: 'nothing',
        remedy: `See ${command} --help.`,
      });
    }
    values[key] = fallback;
  }
  return { values: values as Values<O>, operands };
}

interface OptionToken {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function textOf({ rawName, value, inlineValue }: OptionToken, placeholder?: string): string {
  if (placeholder === undefined) {
    if (inlineValue !== true) return '';
    throw new UsageError({
      where: rawName,
      expected: 'the option alone, without a value',
      received: `${rawName}=${value}`,
      remedy: `Write ${rawName} alone.`,
    });
  }
  // A word that looks like an option is one: the value was forgotten.
  if (value !== undefined && (inlineValue === true || !value.startsWith('--'))) return value;
  throw new UsageError({
    where: rawName,
    expected: `a value, ${rawName} ${placeholder}`,
    received: value === undefined ? 'nothing' : `${value}, the next option`,
    remedy: 'Put the value after it.',
  });
}

function unknownOption(command: string, name: string, known: readonly string[]): UsageError {
  const startsAlike = known.filter((other) => other.startsWith(name));
  const near = nearName(name, known) ?? (startsAlike.length === 1 ? startsAlike[0] : undefined);
  return new UsageError({
    where: command,
    expected: `an option that ${command} --help lists`,
    received: name,
    remedy:
      remedyForForeign(name, known) ??
      (near === undefined ? undefined : `Did you mean ${near}?`) ??
      answerForPrograms(name) ??
      `See ${command} --help.`,
  });
}

/** `[FOLDER]` may be left out. */
function isOptional(name: string): boolean {
  return name.startsWith('[');
}

function checkOperands(
  command: string,
  names: readonly string[],
  operands: readonly string[],
): void {
  const needed = names.filter((name) => !isOptional(name)).length;
  const { length } = operands;
  if (length >= needed && length <= names.length && !operands.includes('')) return;
  const surplus = operands.slice(names.length).map(quoted).join(' ');
  const given = operands.map(quoted).join(' ') || 'nothing';
  throw new UsageError({
    where: command,
    expected: names.length === 0 ? 'options only' : names.join(' '),
    received: surplus === '' || names.length === 0 ? given : `${surplus} as well`,
    remedy: `See ${command} --help.`,
  });
}
