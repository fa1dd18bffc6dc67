/** `--grid "learning-rate=0.1,0.01 hidden=8,16x16"` as a space of the library. */
import { describe } from '../../errors/describe.ts';
import { nearName } from '../../errors/near_name.ts';
import { type Grid, logUniform, type Space } from '../../selection/index.ts';
import { optionName } from '../words/options.ts';
import { UsageError } from '../words/usage_error.ts';
import { type NetworkValues, networkOptions } from './network.ts';

type Key = keyof typeof networkOptions;

/**
 * How long to train is the same for all, and the seed decides the trials themselves. They are ranked by
 * their loss, which has to be the same one. No loss depends on the number of threads.
 */
const FIXED: readonly string[] = ['epochs', 'seed', 'loss', 'classWeights', 'threads'];
/** The options that a range may be given of. */
const RANGES: readonly string[] = ['learningRate', 'weightDecay', 'l1', 'l2'];
const searchable = Object.keys(networkOptions).filter((key) => !FIXED.includes(key));
const keyOf = new Map(searchable.map((key) => [optionName(key).slice(2), key as Key]));

/**
 * Parameters with blanks between them, values with commas; the sizes of several layers with an `x`.
 * `0.001..0.1` is a range of numbers, in which each power of ten is as likely as another.
 * @throws UsageError for what is no option, and for a value that the option does not take
 */
export function readSpace(where: string, text: string): Space {
  const parameters = text.split(/[\s;]+/).filter((part) => part !== '');
  const space = parameters.map((part) => {
    const at = part.indexOf('=');
    const [name, values] = at < 0 ? [part] : [part.slice(0, at), part.slice(at + 1)];
    const key = keyOf.get(name.replace(/^--/, ''));
    if (key === undefined) throw unknown(where, name);
    if (values === undefined || values === '') {
      throw new UsageError({
        where,
        expected: `${name}=VALUE,VALUE`,
        received: describe(part),
        remedy: 'Write it in quotes: --grid "learning-rate=0.1,0.01 batch-size=8,16".',
      });
    }
    return [key, values.includes('..') ? readRange(where, key, values) : readList(key, values)];
  });
  if (space.length === 0) {
    throw new UsageError({
      where,
      expected: 'NAME=VALUE,VALUE',
      received: describe(text),
      remedy: 'Write for example learning-rate=0.01,0.1.',
    });
  }
  const names = space.map(([key]) => key as Key);
  const twice = names.find((key, at) => names.indexOf(key) !== at);
  if (twice !== undefined) {
    const name = optionName(twice).slice(2);
    throw new UsageError({
      where,
      expected: `${name} once`,
      received: 'it twice',
      remedy: `Write all of its values together: ${name}=VALUE,VALUE.`,
    });
  }
  return Object.fromEntries(space);
}

/** The options of `train` with the values of a trial in their place. */
export function withTrial(
  values: NetworkValues,
  trial: Readonly<Record<string, unknown>>,
): NetworkValues {
  const read = Object.entries(trial).map(([key, value]) => [
    key,
    networkOptions[key as Key].read(optionName(key), String(value)),
  ]);
  return { ...values, ...Object.fromEntries(read) };
}

/** Whether all combinations of the space can be tried; they cannot where there is a range. */
export function isGrid(space: Space): space is Grid {
  return Object.values(space).every(Array.isArray);
}

/** Numbers as numbers, so that a table sorts them; everything else as it is written. */
function readList(key: Key, values: string): (string | number)[] {
  const where = `--grid, ${optionName(key).slice(2)}`;
  const list = values.split(',').map((value) => {
    const text = key === 'hidden' ? value.replaceAll('x', ',') : value;
    const read = networkOptions[key].read(where, text);
    return typeof read === 'number' ? read : text;
  });
  const twice = list.find((value, at) => list.indexOf(value) !== at);
  if (twice === undefined) return list;
  throw new UsageError({
    where,
    expected: 'each value once',
    received: `${twice} twice`,
    remedy: 'Remove the second.',
  });
}

function readRange(where: string, key: Key, values: string) {
  const [low, high, ...more] = values.split('..').map(Number);
  const fits = more.length === 0 && low > 0 && low < high && Number.isFinite(high);
  if (fits && RANGES.includes(key)) return logUniform(low, high);
  throw new UsageError({
    where,
    expected: 'LOW..HIGH, numbers above 0, for learning-rate, weight-decay, l1 or l2',
    received: describe(`${optionName(key).slice(2)}=${values}`),
    remedy: 'List values, separated by commas, or write for example learning-rate=1e-4..1e-1.',
  });
}

function unknown(where: string, name: string): UsageError {
  const names = [...keyOf.keys()];
  const near = nearName(name, names);
  return new UsageError({
    where,
    expected: `options of train: ${names.join(', ')}`,
    received: describe(name),
    remedy:
      near !== undefined
        ? `Did you mean ${near}?`
        : FIXED.some((key) => optionName(key) === `--${name}`)
          ? `It is the same for all trials: --${name}.`
          : 'Choose one of these.',
  });
}
