/** What the generators of datasets have in common. */
import {
  anything,
  count,
  nonNegative,
  oneOf,
  type Rules,
  withDefault,
} from '../../errors/options.ts';
import { readTrainingOptions } from '../../errors/training_options.ts';
import { checkSeed, type Random, random, type Seed } from '../../tensor/rng.ts';

export interface GeneratorOptions {
  /** How many samples. */
  readonly samples?: number;
  /** The standard deviation of the normal noise; its default is said at each generator. */
  readonly noise?: number;
  /** Default 0. */
  readonly seed?: Seed;
  /** Default float32. */
  readonly dtype?: 'float32' | 'float64';
}

export interface Defaults {
  readonly samples: number;
  readonly noise?: number;
}

type Own<O extends GeneratorOptions> = Required<Omit<O, keyof GeneratorOptions>>;

/** The options of a generator with defaults filled in, and its stream of random numbers. */
export function readGenerator<O extends GeneratorOptions>(
  name: string,
  options: O | undefined,
  { samples, noise = 0.1 }: Defaults,
  rules: Rules<Own<O>>,
): Own<O> & Required<GeneratorOptions> & { readonly random: Random } {
  const read = readTrainingOptions<Own<O> & Required<GeneratorOptions>>(name, options, {
    samples: withDefault(count, samples),
    noise: withDefault(nonNegative, noise),
    seed: withDefault(anything, 0),
    dtype: withDefault(oneOf('float32', 'float64'), 'float32'),
    ...rules,
  } as Rules<Own<O> & Required<GeneratorOptions>>);
  checkSeed(`${name}.seed`, read.seed);
  return { ...read, random: random(read.seed, `data/${name}`) };
}
