/** The values of a trial, a pure function of its number: drawn from a space, or taken from a grid. */
import { OptionError } from '../../errors/errors.ts';
import { float64 } from '../../numerics/float64.ts';
import { exp, log } from '../../numerics/functions/index.ts';
import { type Random, random, randomKey, type Seed } from '../../tensor/rng.ts';
import type { Distribution, ReadSpace, Values } from './space.ts';

/**
 * The values of a trial, counted from 1. Each parameter has a stream of its own, named after the trial
 * and the parameter: neither the other trials nor the other parameters make a difference.
 */
export function drawValues(space: ReadSpace, seed: Seed, trial: number): Values {
  return Object.fromEntries(
    [...space].map(([name, distribution]) => [
      name,
      draw(distribution, random(seed, `search/${trial}/${name}`)),
    ]),
  );
}

/** The seed of a trial: what is random within it is its own, however many trials there are. */
export function trialSeed(seed: Seed, trial: number): number {
  return randomKey(seed, `trial seed/${trial}`) >>> 0;
}

function draw(distribution: Distribution, stream: Random) {
  switch (distribution.type) {
    case 'choice':
      return distribution.options[stream.integer(distribution.options.length)];
    case 'integer':
      return distribution.low + stream.integer(distribution.high - distribution.low + 1);
    case 'uniform': {
      const { low, high } = distribution;
      return within(distribution, low + stream.uniform() * (high - low));
    }
    case 'logUniform': {
      const [low, high] = [log(float64, distribution.low), log(float64, distribution.high)];
      return within(distribution, exp(float64, low + stream.uniform() * (high - low)));
    }
  }
}

/** Roundings may lead out of the range. */
function within({ low, high }: { readonly low: number; readonly high: number }, value: number) {
  // Adding 0 makes a negative zero a positive one, which JSON can write.
  return Math.min(Math.max(value, low), high) + 0;
}

/**
 * The number of combinations of a grid.
 * @throws OptionError for a parameter that is not finite in number, and for too many combinations
 */
export function gridSize(where: string, grid: ReadSpace): number {
  let size = 1;
  for (const [name, distribution] of grid) size *= count(`${where}.${name}`, distribution);
  if (size <= Number.MAX_SAFE_INTEGER) return size;
  throw new OptionError({
    where,
    expected: 'combinations that can be counted',
    received: `about ${size}`,
    remedy: 'Draw some of them with randomSearch.',
  });
}

/** The combination of a trial, counted from 1: the last parameter changes fastest. */
export function gridValues(grid: ReadSpace, trial: number): Values {
  let rest = trial - 1;
  const values: [string, Values[string]][] = [];
  for (const [name, distribution] of [...grid].reverse()) {
    const size = count(name, distribution);
    const index = rest % size;
    rest = (rest - index) / size;
    values.unshift([name, valueAt(distribution, index)]);
  }
  return Object.fromEntries(values);
}

function count(where: string, distribution: Distribution): number {
  switch (distribution.type) {
    case 'choice':
      return distribution.options.length;
    case 'integer':
      return distribution.high - distribution.low + 1;
    default:
      throw new OptionError({
        where,
        expected: 'a list of values, choice(...) or integer(...)',
        received: `${distribution.type}, which has no end of values`,
        remedy: 'List the values to try, or use randomSearch.',
      });
  }
}

function valueAt(distribution: Distribution, index: number) {
  return distribution.type === 'choice'
    ? distribution.options[index]
    : (distribution as { low: number }).low + index;
}
