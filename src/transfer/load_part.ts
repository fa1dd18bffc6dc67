/** Loading what fits of a state that another model has left, and saying what did not. */

import { DataError } from '../errors/errors.ts';
import { anything, checkArgument, object, optional, type Rule } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { modelRule } from '../nn/check_model.ts';
import { type LayerChoice, matchesPrefix, readChoice } from '../nn/layer_choice.ts';
import type { Model } from '../nn/sequential.ts';
import { describeGiven, fits, type ModelState } from '../nn/state.ts';
import type { Tensor } from '../tensor/tensor.ts';

type Rename = (name: string) => string | undefined;

export interface LoadPartOptions {
  /** The layers of the model to be loaded: `layers.0`, or `{ first: 2 }`; default all of it. */
  readonly only?: LayerChoice;
  /**
   * What the names of the state are in the model: beginnings by beginnings, such as
   * `{ encoder: 'layers.0' }`, or a function, which gives undefined for what is to be left out.
   */
  readonly rename?: Readonly<Record<string, string>> | Rename;
}

/** A tensor that would have to be another to be loaded. */
export interface Mismatch {
  readonly name: string;
  /** `float32 [64, 10]` */
  readonly expected: string;
  readonly received: string;
}

/** What became of every name, as the model calls it. */
export interface LoadReport {
  readonly loaded: readonly string[];
  /** Of the model, and not in the state. */
  readonly missing: readonly string[];
  /** Of the state, and not in the model; by the names that the state has for them. */
  readonly unexpected: readonly string[];
  /** In both, with another shape or dtype. */
  readonly shapeMismatched: readonly Mismatch[];
  /** In the state, and not asked for; by the names that the state has for them. */
  readonly leftOut: readonly string[];
  toString(): string;
}

/**
 * Overwrites the parameters and running statistics that a state has values for, and leaves the others
 * as they are. Print what it returns.
 *
 * @throws DataError when nothing at all fits, or two names of the state become one; then nothing has
 *   changed
 * @throws OptionError for unknown or unfit options
 * @example console.log(`${loadPart(model, pretrained.state(), { only: { first: 2 } })}`);
 */
export function loadPart(model: Model, state: ModelState, options?: LoadPartOptions): LoadReport {
  checkArgument('loadPart', model, modelRule);
  const { only = '', rename } = readTrainingOptions<LoadPartOptions>('loadPart', options, {
    only: optional(anything),
    rename: optional(renameRule),
  });
  const isWanted = readChoice('loadPart.only', model.layers, only);
  const given = collectGiven(state, renamer(rename));
  const own = new Map(Object.entries(model.state()));

  const loaded = new Map<string, Tensor>();
  const missing: string[] = [];
  const shapeMismatched: Mismatch[] = [];
  for (const [name, tensor] of own) {
    if (!isWanted(name)) continue;
    const value = given.byName.get(name)?.value;
    if (fits(value, tensor)) loaded.set(name, value);
    else if (value === undefined) missing.push(name);
    else {
      const [expected, received] = [describeGiven(tensor), describeGiven(value)];
      shapeMismatched.push({ name, expected, received });
    }
  }
  const others = [...given.byName].filter(([name]) => !loaded.has(name));
  const unexpected = others.filter(([name]) => !own.has(name)).map(([, { origin }]) => origin);
  const unwanted = others.filter(([name]) => own.has(name) && !isWanted(name));
  const leftOut = [...unwanted.map(([, { origin }]) => origin), ...given.dropped];
  const report = { loaded: [...loaded.keys()], missing, unexpected, shapeMismatched, leftOut };
  if (loaded.size === 0) {
    throw new DataError({
      where: 'loadPart',
      problem: 'nothing fits',
      expected: 'at least one tensor that the model has, in its shape',
      received: linesOf(report).join('; ') || 'an empty state',
      remedy: "Say what names are in the model: { rename: { encoder: 'layers.0' } }.",
    });
  }
  model.loadState({ ...model.state(), ...Object.fromEntries(loaded) });
  return { ...report, toString: () => linesOf(report).join('\n') };
}

const renameRule: Rule<never> = {
  expected: "beginnings of names such as { encoder: 'layers.0' }, or a function of a name",
  example: "{ encoder: 'layers.0' }",
  accepts: (value) =>
    typeof value === 'function' ||
    (typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((to) => typeof to === 'string')),
};

function renamer(rename: LoadPartOptions['rename'] = {}): Rename {
  if (typeof rename === 'function') return rename as Rename;
  const beginnings = Object.entries(rename);
  return (name) => {
    const [from, to] = beginnings.find(([beginning]) => matchesPrefix(name, beginning)) ?? ['', ''];
    const rest = from === '' ? name : name.slice(from.length + 1);
    return [to, rest].filter((part) => part !== '').join('.');
  };
}

/** A tensor of a state, with the name that it has there. */
interface Given {
  readonly origin: string;
  readonly value: unknown;
}

/** What a state holds, by the names that the model has for it. */
function collectGiven(state: ModelState, rename: Rename) {
  checkArgument('loadPart', state, {
    ...object,
    expected: 'tensors by name, as state() gives them',
  });
  const byName = new Map<string, Given>();
  const dropped: string[] = [];
  for (const [origin, value] of Object.entries(state)) {
    const name = rename(origin);
    const other = name === undefined ? undefined : byName.get(name);
    if (other !== undefined) {
      throw new DataError({
        where: 'loadPart.rename',
        expected: 'another name for each tensor',
        received: `${name} for both ${other.origin} and ${origin}`,
        remedy: 'Give each another name.',
      });
    }
    if (name === undefined) dropped.push(origin);
    else byName.set(name, { origin, value });
  }
  return { byName, dropped };
}

function linesOf(report: Omit<LoadReport, 'toString'>): string[] {
  const { loaded, missing, unexpected, shapeMismatched, leftOut } = report;
  const mismatches = shapeMismatched.map(
    ({ name, expected, received }) => `${name} (${expected}, received ${received})`,
  );
  const rows: [string, readonly string[]][] = [
    ['loaded', loaded],
    ['missing', missing],
    ['unexpected', unexpected],
    ['of another shape', mismatches],
    ['left out', leftOut],
  ];
  return rows.flatMap(([title, names]) =>
    names.length === 0 ? [] : [`${names.length} ${title}: ${names.join(', ')}`],
  );
}
