import { float64 } from '../../numerics/float64.ts';
import { cos, sin } from '../../numerics/functions/index.ts';
import type { Dataset } from '../dataset.ts';
import { labelled } from './labelled.ts';
import { type GeneratorOptions, readGenerator } from './options.ts';

/**
 * Two half circles that reach into each other: for t from 0 to π class 0 at (cos t, sin t) and class 1
 * at (1 - cos t, ½ - sin t), with noise (default 0.1). As in scikit-learn's `make_moons`.
 *
 * Inputs `[samples, 2]` (default 200 samples), targets int32 `[samples]`.
 * @example moons({ samples: 500, noise: 0.2, seed: 7 })
 */
export function moons(options?: GeneratorOptions): Dataset {
  const read = readGenerator<GeneratorOptions>('moons', options, { samples: 200 }, {});
  return labelled({
    ...read,
    classes: 2,
    point: (ofClass, along) => {
      const [x, y] = [cos(float64, Math.PI * along), sin(float64, Math.PI * along)];
      return ofClass === 0 ? [x, y] : [1 - x, 0.5 - y];
    },
  });
}
