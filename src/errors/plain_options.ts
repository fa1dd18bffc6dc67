/** Options that JSON can hold, described by their defaults. */
import { describe } from './describe.ts';
import { OptionError } from './errors.ts';
import { type Rule, type Rules, withDefault } from './options.ts';

export type PlainValue =
  | number
  | string
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

export type PlainOptions = Readonly<Record<string, PlainValue>>;

/** Of a default `false` any boolean: what a caller may give. */
export type LikeDefaults<O> = {
  readonly [K in keyof O]?: O[K] extends boolean
    ? boolean
    : O[K] extends number
      ? number
      : O[K] extends string
        ? string
        : O[K];
};

/**
 * The rules of options: each is of the kind of its default.
 * @throws OptionError for a default that JSON cannot hold
 */
export function rulesOf<O extends PlainOptions>(where: string, defaults: O | undefined): Rules<O> {
  const rules = Object.entries(defaults ?? {}).map(([name, value]) => {
    if (isPlain(value)) return [name, withDefault<unknown>(likeDefault(value), value)];
    throw new OptionError({
      where: `${where}.${name}`,
      expected:
        'a default that JSON can hold: a finite number, a text, true or false, or a list of these',
      received: describe(value),
      remedy: 'Keep what is no data inside of the definition.',
    });
  });
  return Object.fromEntries(rules) as Rules<O>;
}

function likeDefault(value: PlainValue): Rule<unknown> {
  const kind = kindOf(value);
  return {
    expected: `${WORDS[kind] ?? 'a value that JSON can hold'}, as the default ${describe(value)} is`,
    example: JSON.stringify(value),
    accepts: (given) => isPlain(given) && (kind === 'null' || kindOf(given) === kind),
  };
}

const WORDS: Readonly<Record<string, string>> = {
  number: 'a finite number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isPlain(value: unknown): value is PlainValue {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain)
  );
}
