import { unitInterval, withDefault } from '../../errors/options.ts';
import { float64 } from '../../numerics/float64.ts';
import { cos, sin } from '../../numerics/functions/index.ts';
import type { Dataset } from '../dataset.ts';
import { labelled } from './labelled.ts';
import { type GeneratorOptions, readGenerator } from './options.ts';

export interface CirclesOptions extends GeneratorOptions {
  /** The radius of the inner circle, below 1; default 0.5. */
  readonly inner?: number | undefined;
}

/**
 * One circle inside the other: for t from 0 to 2π the point (r cos t, r sin t), with r = 1 for class 0
 * and r = `inner` for class 1, with noise (default 0.1).
 *
 * Inputs `[samples, 2]` (default 200 samples), targets int32 `[samples]`.
 * @example circles({ samples: 500, inner: 0.3, seed: 7 })
 */
export function circles(options?: CirclesOptions): Dataset {
  const { inner, ...read } = readGenerator<CirclesOptions>(
    'circles',
    options,
    { samples: 200 },
    { inner: withDefault(unitInterval, 0.5) },
  );
  return labelled({
    ...read,
    classes: 2,
    point: (ofClass, along) => {
      const radius = ofClass === 0 ? 1 : inner;
      const angle = 2 * Math.PI * along;
      return [radius * cos(float64, angle), radius * sin(float64, angle)];
    },
  });
}
