/**
 * Random numbers from one user seed through named streams, so that drawing more in one stream does
 * not change another. `seedrandom` (ARC4) is the source; the same seed gives the same numbers in
 * every engine.
 */
// The file of the one generator that is used; the package's index brings seven more along.

import seedrandom from 'seedrandom/seedrandom.js';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import {
  checkArgument,
  count,
  having,
  positiveInteger,
  type Rule,
  string,
} from '../errors/options.ts';
import { words } from '../numerics/float32.ts';
import { float64 } from '../numerics/float64.ts';
import { cos, log, sin } from '../numerics/functions/index.ts';
import { wordsInOrder } from '../numerics/hash.ts';

/** What everything that takes a seed takes: a finite number or a text. 7 and '7' are two seeds. */
export type Seed = number | string;

/** Random numbers that are equally likely, of three kinds. */
export interface UniformRandom {
  /** A uniform number from 0 to below 1, with 53 random bits. */
  uniform(): number;
  /** A whole number from 0 to below `bound`, without bias for any bound up to 2^32. */
  integer(bound: number): number;
  /** The numbers from 0 to below `count` in random order (Fisher and Yates). */
  permutation(count: number): Int32Array;
}

export interface Random extends UniformRandom {
  /** A standard normal number, with true tails (Box and Muller, 1958, on 53-bit uniforms). */
  normal(): number;
}

const uniformRule = /* @__PURE__ */ having('random numbers', "random(7, 'noise')", 'uniform');
const boundRule: Rule<number> = {
  ...positiveInteger,
  expected: 'a whole number from 1 to 2^32',
  accepts: (value) => positiveInteger.accepts(value) && (value as number) <= 2 ** 32,
};

/** Checks a seed: a finite number or a string. */
export function checkSeed(where: string, seed: unknown): asserts seed is Seed {
  const fits = typeof seed === 'string' || (typeof seed === 'number' && Number.isFinite(seed));
  if (!fits) {
    throw new OptionError({
      where,
      expected: 'a seed: a finite number or a string',
      received: describe(seed),
      remedy: 'Pass for example 7; make a text of anything else.',
    });
  }
}

/**
 * A stream of random numbers, a pure function of seed and name.
 * @param seed the user's seed
 * @param stream what the numbers are for, such as `init/layers.0.weight` or `shuffle/3`
 * @throws OptionError for what is no seed
 */
export function random(seed: Seed, stream: string): Random {
  checkSeed('random', seed);
  checkArgument('random.stream', stream, string);
  const source = uniformRandom(seed, stream);
  return {
    ...source,
    integer(bound) {
      checkArgument('integer', bound, boundRule);
      return source.integer(bound);
    },
    permutation(length) {
      if (length !== 0) checkArgument('permutation', length, count);
      return source.permutation(length);
    },
    normal: normals(source),
  };
}

/** The stream without normal numbers, for those who need none: they take a logarithm, a sine, a cosine. */
export function uniformRandom(seed: Seed, stream: string): UniformRandom {
  const source = seedrandom(keyOf(seed, stream));
  const uniform = () => source.double();

  function integer(bound: number): number {
    const limit = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const drawn = source.int32() >>> 0;
      if (drawn < limit) return drawn % bound;
    }
  }

  return { uniform, integer, permutation: (count) => shuffled(count, source.int32()) };
}

/**
 * Fisher and Yates, with random words that are hashes of a key and their number. Those from the last
 * multiple of the bound on are passed over, for they would favour the small remainders.
 */
function shuffled(count: number, key: number): Int32Array {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  const next = wordsInOrder(words, key);
  for (let last = count - 1; last > 0; last--) {
    const bound = last + 1;
    let word: number;
    let chosen: number;
    do {
      word = next();
      chosen = word % bound;
    } while (word - chosen > 2 ** 32 - bound);
    const kept = order[last];
    order[last] = order[chosen];
    order[chosen] = kept;
  }
  return order;
}

/** Standard normal numbers, made in pairs from uniform ones. */
export function normals(source: Pick<UniformRandom, 'uniform'>): () => number {
  checkArgument('normals', source, uniformRule);
  const { uniform } = source;
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    // 1 - u lies in (0, 1], so the logarithm is finite and the radius reaches 8.5.
    const radius = Math.sqrt(-2 * log(float64, 1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * sin(float64, angle);
    return radius * cos(float64, angle);
  };
}

/** A 32-bit key for counter-based randomness in kernels, a pure function of seed and stream. */
export function randomKey(seed: Seed, stream: string): number {
  return seedrandom(keyOf(seed, stream)).int32();
}

/**
 * What the generator is keyed with. It takes the low byte of each character, so a text with others than
 * those of Latin-1 is given to it as two bytes for each; `utf16` begins no other key.
 */
function keyOf(seed: Seed, stream: string): string {
  checkSeed('random', seed);
  const key = `${typeof seed}:${seed}/${stream}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of Latin-1
  if (/^[\u0000-\u00ff]*$/.test(key)) return key;
  const bytes = key.replace(/./gs, (unit) => {
    const code = unit.charCodeAt(0);
    return String.fromCharCode(code >> 8, code & 255);
  });
  return `utf16:${bytes}`;
}
