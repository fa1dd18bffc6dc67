/** Options that name a function of the library and say what to call it with: `--loss huber:delta=0.5`. */
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { nearName } from '../../errors/near_name.ts';
import type { Option } from './options.ts';
import { UsageError } from './usage_error.ts';

/** A function of the library by its name, and its options. */
export interface Named {
  readonly name: string;
  readonly options: Readonly<Record<string, NamedValue>>;
}

export type NamedValue = number | boolean | string | readonly number[];

export interface Maker {
  /** Makes it, to see whether the options fit. @throws OptionError */
  readonly make: (options: Named['options']) => unknown;
  /** How it is written, with the options that it needs: `stepDecay:every=10`. */
  readonly example: string;
}

export type Makers = Readonly<Record<string, Maker>>;

/** `NAME`, or `NAME:OPTION=VALUE,OPTION=VALUE`; numbers of a list have a `+` between them. */
export function named(
  placeholder: string,
  makers: Makers,
  help: string,
): Option<Named | undefined> {
  return {
    help,
    placeholder,
    fallback: undefined,
    read(where, text) {
      const [name, ...rest] = text.split(':');
      if (!Object.hasOwn(makers, name)) throw unknownName(where, name, Object.keys(makers));
      const { make, example } = makers[name];
      const written = rest.length === 0 ? [] : rest.join(':').split(',');
      const pairs = written.map((part) => readPair(`${where} ${name}`, part, example));
      const twice = pairs.find(([key], at) => pairs.findIndex(([other]) => other === key) < at);
      if (twice !== undefined) {
        throw new UsageError({
          where: `${where} ${name}`,
          expected: `${twice[0]} once`,
          received: 'it twice',
          remedy: 'Give it once.',
        });
      }
      const options = Object.fromEntries(pairs);
      check(`${where} ${name}`, () => make(options), example);
      return { name, options };
    },
  };
}

/** As it is written on a command line. */
export function writeNamed({ name, options }: Named): string {
  const pairs = Object.entries(options).map(
    ([key, value]) => `${key}=${Array.isArray(value) ? value.join('+') : value}`,
  );
  return pairs.length === 0 ? name : `${name}:${pairs.join(',')}`;
}

function readPair(where: string, part: string, example: string): [string, NamedValue] {
  const [key, value, ...more] = part.split('=');
  if (key !== '' && value !== undefined && value !== '' && more.length === 0) {
    return [key, readValue(value)];
  }
  throw new UsageError({
    where,
    expected: 'OPTION=VALUE after the colon, with commas between several',
    received: describe(part),
    remedy: `Write for example ${example}.`,
  });
}

function readValue(text: string): NamedValue {
  if (text === 'true' || text === 'false') return text === 'true';
  const numbers = text.split('+').map(Number);
  if (numbers.some(Number.isNaN)) return text;
  // 1e+5 is one number.
  const whole = Number(text);
  return numbers.length === 1 || !Number.isNaN(whole) ? whole : numbers;
}

/** What the library refuses, in words of this option. */
function check(where: string, make: () => unknown, example: string): void {
  try {
    make();
  } catch (cause) {
    if (!(cause instanceof OptionError)) throw cause;
    const { expected, received, where: place, problem } = cause;
    const option = place.split('.')[1];
    throw new UsageError(
      {
        where: option === undefined ? where : `${where}, ${option}`,
        ...(problem !== undefined && { problem }),
        expected,
        received,
        remedy: `Write for example ${example}.`,
      },
      { cause },
    );
  }
}

function unknownName(where: string, name: string, names: readonly string[]): UsageError {
  const within = names.find((other) => other.toLowerCase().includes(name.toLowerCase()));
  const near = nearName(name, names) ?? (name === '' ? undefined : within);
  return new UsageError({
    where,
    expected: `one of ${names.join(', ')}`,
    received: describe(name),
    remedy: near === undefined ? 'Choose one of these.' : `Did you mean ${near}?`,
  });
}
