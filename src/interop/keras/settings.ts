/** Settings of a configuration in JSON, each checked when it is asked for. */
import { describe } from '../../errors/describe.ts';
import { DataError } from '../../errors/errors.ts';
import { record } from '../../errors/options.ts';
import { UNCHANGED } from '../../formats/remedies.ts';

export type Settings = Readonly<Record<string, unknown>>;

/** What a setting belongs to, for messages. */
export interface Configured {
  readonly where: string;
  readonly config: Settings;
}

export function settingsOf(where: string, value: unknown): Settings {
  if (record.accepts(value)) return value as Settings;
  throw unfit(where, 'settings by name', value);
}

export function listIn(where: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw unfit(where, 'a list', value);
}

export function textIn(where: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw unfit(where, 'a name', value);
}

/** What is not said, or said to be null, has its usual value. */
export function numberOf({ where, config }: Configured, name: string, usual: number): number {
  const value = own(config, name) ?? usual;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw unfit(`${where}, ${name}`, 'a number', value);
}

export function flagOf({ where, config }: Configured, name: string, usual: boolean): boolean {
  const value = own(config, name) ?? usual;
  if (typeof value === 'boolean') return value;
  throw unfit(`${where}, ${name}`, 'true or false', value);
}

/** Numbers, however they are nested: as many as are asked for, or one for all. */
export function numbersOf({ where, config }: Configured, name: string, usual: number): number[] {
  const value = own(config, name) ?? usual;
  const numbers: unknown[] = Array.isArray(value) ? value.flat(8) : [value];
  if (numbers.length > 0 && numbers.every((n) => typeof n === 'number' && Number.isFinite(n))) {
    return numbers as number[];
  }
  throw unfit(`${where}, ${name}`, 'numbers', value);
}

/** What a configuration says and nobody has asked for. */
export interface Watched {
  readonly config: Settings;
  /** Names of settings that were not read, without those that are switched off. */
  unread(): readonly string[];
}

/** Settings that remember which of them are read, so that none is passed over in silence. */
export function watched(config: Settings, harmless: ReadonlySet<string>): Watched {
  const read = new Set<string>();
  const get = (target: Settings, name: string) => {
    read.add(name);
    return target[name];
  };
  return {
    config: new Proxy(config, { get: (target, name) => get(target, String(name)) }),
    unread: () =>
      Object.entries(config)
        .filter(([name, value]) => !read.has(name) && !harmless.has(name) && !isOff(value))
        .map(([name]) => name),
  };
}

/** How files say that a setting has no effect. */
const isOff = (value: unknown) =>
  value === null || value === false || value === 0 || (Array.isArray(value) && value.length === 0);

/** Undefined for what is not there, or null. */
export function own(config: Settings, name: string): unknown {
  return Object.hasOwn(config, name) ? (config[name] ?? undefined) : undefined;
}

function unfit(where: string, expected: string, value: unknown): DataError {
  return new DataError({ where, expected, received: describe(value), remedy: UNCHANGED });
}

/** A thing by its class and its settings, or by its name alone: how Keras writes what is chosen. */
export function chosen(where: string, value: unknown): { name: string; config: Settings } {
  if (typeof value === 'string') return { name: value, config: {} };
  const said = settingsOf(where, value);
  const config = own(said, 'config') ?? {};
  const name = textIn(where, own(said, 'class_name') ?? own(said, 'className'));
  if (name === 'function' && typeof config === 'string') return { name: config, config: {} };
  return { name, config: settingsOf(where, config) };
}
