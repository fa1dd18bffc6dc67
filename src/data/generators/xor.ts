import type { Dataset } from '../dataset.ts';
import { labelled } from './labelled.ts';
import { type GeneratorOptions, readGenerator } from './options.ts';

/**
 * Exclusive or: the corners (0, 0), (1, 0), (1, 1), (0, 1) in turn, class 1 where exactly one
 * coordinate is 1. Without options the four rows of the truth table; with `samples` and `noise` clouds
 * around the corners.
 *
 * Inputs `[samples, 2]`, targets int32 `[samples]`.
 * @example xor({ samples: 200, noise: 0.1, seed: 7 })
 */
export function xor(options?: GeneratorOptions): Dataset {
  const read = readGenerator<GeneratorOptions>('xor', options, { samples: 4, noise: 0 }, {});
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  return labelled({ ...read, classes: 2, point: (_class, _along, sample) => corners[sample % 4] });
}
