import { count, positive, withDefault } from '../../errors/options.ts';
import type { Dataset } from '../dataset.ts';
import { labelled } from './labelled.ts';
import { type GeneratorOptions, readGenerator } from './options.ts';

export interface BlobsOptions extends GeneratorOptions {
  /** How many blobs; default 3. */
  readonly classes?: number | undefined;
  /** How many coordinates; default 2. */
  readonly features?: number | undefined;
  /** Centers lie between -spread and spread in every coordinate; default 10. */
  readonly spread?: number | undefined;
}

/**
 * Round clouds, one for each class: a center drawn uniformly from a cube, and normal noise around it
 * (default 1).
 *
 * Inputs `[samples, features]` (default 200 samples), targets int32 `[samples]`.
 * @example blobs({ samples: 300, classes: 4, seed: 7 })
 */
export function blobs(options?: BlobsOptions): Dataset {
  const { classes, features, spread, ...read } = readGenerator<BlobsOptions>(
    'blobs',
    options,
    { samples: 200, noise: 1 },
    {
      classes: withDefault(count, 3),
      features: withDefault(count, 2),
      spread: withDefault(positive, 10),
    },
  );
  const coordinate = () => spread * (2 * read.random.uniform() - 1);
  const centers = Array.from({ length: classes }, () =>
    Array.from({ length: features }, coordinate),
  );
  return labelled({ ...read, classes, point: (ofClass) => centers[ofClass] });
}
