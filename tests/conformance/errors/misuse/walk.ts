/** Every function that users can call, and every way of calling it wrongly with one value. */

import {
  foreignToHistories,
  foreignToLosses,
  foreignToModels,
  foreignToOptimizers,
  foreignToTensors,
  foreignToTrainers,
  namesIn,
} from '../../../../src/errors/foreign_members.ts';
import { EpochalError } from '../../../../src/index.ts';
import { entries } from '../../../../tsup.config.ts';
import { type Arguments, CALLS, MADE } from './calls.ts';
import { SPECIMENS } from './specimens.ts';
import { WRONG } from './values.ts';

export interface Subject {
  readonly name: string;
  readonly args: Arguments | undefined;
  /** Called on a new object each time, if it is a method. */
  call(args: readonly unknown[]): unknown;
}

type Callable = (...args: readonly unknown[]) => unknown;
type Members = Readonly<Record<string, unknown>>;

const isClass = (f: object): boolean =>
  Object.getOwnPropertyDescriptor(f, 'prototype')?.writable === false;

/** The functions that the modules export, by name; a name that two entries share has its entry before it. */
export async function exportedSubjects(): Promise<Subject[]> {
  const found = new Map<string, unknown>();
  const subjects: Subject[] = [];
  const add = (name: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) add(`${name}.${key}`, member);
    }
    if (typeof value !== 'function') return;
    const f = value as Callable;
    const constructed = isClass(value);
    const make = f as unknown as new (...args: readonly unknown[]) => unknown;
    subjects.push({
      name,
      args: CALLS[name],
      call: (args) => (constructed ? new make(...args) : f(...args)),
    });
  };
  for (const [entry, path] of Object.entries(entries)) {
    const module: Members = await import(/* @vite-ignore */ `../../../../${path}`);
    for (const [name, value] of Object.entries(module)) {
      if (found.get(name) === value) continue;
      add(found.has(name) ? `${entry}.${name}` : name, value);
      found.set(name, value);
    }
  }
  return subjects;
}

/** Names that only say where the thing is here, see tests/errors/foreign_names.test.ts. */
const FOREIGN: ReadonlySet<string> = new Set(
  Object.entries({
    Tensor: foreignToTensors,
    trainer: foreignToTrainers,
    model: foreignToModels,
    optimizer: foreignToOptimizers,
    loss: foreignToLosses,
    history: foreignToHistories,
  }).flatMap(([kind, { methods }]) => namesIn(methods).map(([name]) => `${kind}.${name}`)),
);

/** The methods of the objects that functions return. */
export function methodSubjects(): Subject[] {
  return Object.entries(SPECIMENS).flatMap(([kind, make]) => {
    const members = make() as Members;
    const own = methodNames(members).filter((name) => !FOREIGN.has(`${kind}.${name}`));
    return own.map((method): Subject => {
      const own = CALLS[`${kind}.${method}`];
      const operation = kind === 'Tensor' ? CALLS[method] : undefined;
      return {
        name: `${kind}.${method}`,
        args: own ?? (operation && (() => operation().slice(1))),
        call(args) {
          const target = (
            operation === undefined || own !== undefined ? make() : operation()[0]
          ) as Members;
          return (target[method] as Callable).call(target, ...args);
        },
      };
    });
  });
}

function methodNames(members: object): string[] {
  const names = new Set<string>();
  for (
    let at = members;
    at !== null && at !== Object.prototype && at !== Function.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof value === 'function' && name !== 'constructor') names.add(name);
    }
  }
  return [...names];
}

export interface Misuse {
  /** Such as `adam(0).learningRate`, the place of the value, or `adam()`, called with nothing. */
  readonly place: string;
  readonly value: string;
  readonly args: readonly unknown[];
}

/** Each argument, and each option of an argument that is an options object, replaced by each value. */
export function* misuses({ name, args }: Subject): Generator<Misuse> {
  const count = args?.().length ?? 0;
  if (args === undefined) return;
  if (count > 0) yield { place: `${name}()`, value: 'nothing', args: [] };
  for (let at = 0; at < count; at++) {
    const put = (replaced: (good: unknown) => unknown) =>
      args().map((good, k) => (k === at ? replaced(good) : good));
    for (const [value, make] of Object.entries(WRONG)) {
      yield { place: `${name}(${at})`, value, args: put(make) };
    }
    const good = args()[at];
    if (!isPlain(good)) continue;
    yield {
      place: `${name}(${at})`,
      value: 'an unknown option',
      args: put((options) => ({ ...(options as object), unknownOption: 1 })),
    };
    for (const option of Object.keys(good)) {
      for (const [value, make] of Object.entries(WRONG)) {
        yield {
          place: `${name}(${at}).${option}`,
          value,
          args: put((options) => ({ ...(options as object), [option]: make() })),
        };
      }
    }
  }
}

/** What users write themselves: not what a function has returned, whose parts are its own. */
function isPlain(value: unknown): value is object {
  if (typeof value === 'object' && value !== null && MADE.has(value)) return false;
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** What came of a call: nothing wrong, one of our errors, or anything else that was thrown. */
export async function outcomeOf(
  call: () => unknown,
): Promise<'accepted' | 'refused' | { thrown: unknown }> {
  try {
    const result = await call();
    if (typeof (result as Iterator<unknown> | undefined)?.next === 'function') {
      for (const _ of result as Iterable<unknown>);
    }
    return 'accepted';
  } catch (thrown) {
    return isOurs(thrown) ? 'refused' : { thrown };
  }
}

function isOurs(error: unknown): boolean {
  if (!(error instanceof EpochalError)) return false;
  const { message, where, expected, received, remedy } = error;
  return (
    [where, expected, received, remedy].every((part) => typeof part === 'string' && part !== '') &&
    message.startsWith(`${where}: `) &&
    message.endsWith(`Expected ${expected}; received ${received}. ${remedy}`)
  );
}
