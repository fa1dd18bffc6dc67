import { count, positive, withDefault } from '../../errors/options.ts';
import { float64 } from '../../numerics/float64.ts';
import { cos, sin } from '../../numerics/functions/index.ts';
import type { Dataset } from '../dataset.ts';
import { labelled } from './labelled.ts';
import { type GeneratorOptions, readGenerator } from './options.ts';

export interface SpiralsOptions extends GeneratorOptions {
  /** How many arms; default 2. */
  readonly classes?: number | undefined;
  /** How often each arm goes around; default 1. */
  readonly turns?: number | undefined;
}

/**
 * Spirals wound into each other, one for each class: for t from 0 to 1 the point at radius t and angle
 * 2π (turns · t + class / classes), with noise (default 0.02).
 *
 * Inputs `[samples, 2]` (default 200 samples), targets int32 `[samples]`.
 * @example spirals({ samples: 300, classes: 3, seed: 7 })
 */
export function spirals(options?: SpiralsOptions): Dataset {
  const { classes, turns, ...read } = readGenerator<SpiralsOptions>(
    'spirals',
    options,
    { samples: 200, noise: 0.02 },
    { classes: withDefault(count, 2), turns: withDefault(positive, 1) },
  );
  return labelled({
    ...read,
    classes,
    point: (ofClass, t) => {
      const angle = 2 * Math.PI * (turns * t + ofClass / classes);
      return [t * cos(float64, angle), t * sin(float64, angle)];
    },
  });
}
