/** The kinds of options on a command line: how they are written, and what they are read as. */
import { describe } from '../../errors/describe.ts';
import { nearName } from '../../errors/near_name.ts';
import type { Rule } from '../../errors/options.ts';
import { UsageError } from './usage_error.ts';

export interface Option<T> {
  readonly help: string;
  /** What stands for its value in help; a flag has none. */
  readonly placeholder?: string;
  /** The value when the option is left out. */
  readonly fallback: T;
  /** @throws UsageError unless the text is such a value */
  read(where: string, text: string): T;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** What options are read as. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never;
};

/** `batchSize` is written `--batch-size`. */
export function optionName(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `--name`, said or not. */
export function flag(help: string): Option<boolean> {
  return { help, fallback: false, read: () => true };
}

/** Any text, such as the name of a file. */
export function text(placeholder: string, help: string): Option<string | undefined> {
  return { help, placeholder, fallback: undefined, read: (_, value) => value };
}

/** A text that a rule of the library accepts, such as one character. */
export function textLike(
  placeholder: string,
  rule: Rule<unknown>,
  help: string,
): Option<string | undefined> {
  return {
    ...text(placeholder, help),
    read(where, value) {
      if (rule.accepts(value)) return value;
      throw new UsageError({
        where,
        expected: rule.expected,
        received: describe(value),
        remedy: `Give for example ${where} ${rule.example}, or leave it out.`,
      });
    },
  };
}

/** A file or a folder. */
export function path(placeholder: string, help: string): Option<string | undefined> {
  const rule = {
    expected: 'a path',
    example: placeholder,
    accepts: (value: unknown) => value !== '',
  };
  return textLike(placeholder, rule, help);
}

/** A number that a rule of the library accepts. */
export function number(
  placeholder: string,
  rule: Rule<unknown>,
  help: string,
): Option<number | undefined> {
  return {
    help,
    placeholder,
    fallback: undefined,
    read: (where, value) => readNumber(where, rule, value),
  };
}

/** One of a few names. */
export function choice<const N extends string>(
  placeholder: string,
  names: readonly N[],
  help: string,
): Option<N | undefined> {
  return {
    help,
    placeholder,
    fallback: undefined,
    read(where, value) {
      const found = names.find((name) => name === value);
      if (found !== undefined) return found;
      const near = nearName(value, names);
      throw new UsageError({
        where,
        expected: `one of ${names.join(', ')}`,
        received: describe(value),
        remedy: near === undefined ? 'Choose one of these.' : `Did you mean ${near}?`,
      });
    },
  };
}

/** Several values with commas between them; one with a comma in it stands in double quotes. */
export function list<T>(
  placeholder: string,
  help: string,
  item: (where: string, text: string) => T,
): Option<readonly T[] | undefined> {
  return {
    help,
    placeholder,
    fallback: undefined,
    read: (where, value) => partsOf(value).map((part) => item(where, part)),
  };
}

function partsOf(text: string): string[] {
  const parts = text.match(/(?:^|(?<=,))(?:\s*"[^"]*"\s*|[^,]*)(?=,|$)/g) ?? [text];
  return parts.map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
}

/** The same option, with a value for when it is left out. */
export function otherwise<T>(option: Option<T | undefined>, fallback: T): Option<T> {
  return { ...option, fallback } as Option<T>;
}

/** The same option, which may not be left out: see `readArguments`. */
export function required<T>(option: Option<T | undefined>): Option<T> {
  return { ...option, fallback: REQUIRED } as unknown as Option<T>;
}

export const REQUIRED = Symbol('required');

/** @throws UsageError for a text that is no number, and for one that the rule does not accept */
export function readNumber(where: string, rule: Rule<unknown>, value: string): number {
  const read = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isNaN(read) && rule.accepts(read)) return read;
  throw new UsageError({
    where,
    expected: rule.expected,
    received: describe(value),
    remedy: `Give for example ${rule.example}.`,
  });
}
