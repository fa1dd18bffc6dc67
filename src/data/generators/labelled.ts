import { tensor } from '../../tensor/create.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import type { Random } from '../../tensor/rng.ts';
import type { Dataset } from '../dataset.ts';

interface Points {
  readonly samples: number;
  readonly classes: number;
  readonly noise: number;
  readonly random: Random;
  readonly dtype: Dtype;
  /** The place of a sample of a class before noise, `along` the class from 0 to 1. */
  point(ofClass: number, along: number, sample: number): readonly number[];
}

/**
 * Points of classes: sample i is of class i modulo the number of classes, and the samples of a class
 * are spread evenly along it.
 */
export function labelled({ samples, classes, noise, random, dtype, point }: Points): Dataset {
  const inputs: number[][] = [];
  const targets = new Int32Array(samples);
  for (let i = 0; i < samples; i++) {
    targets[i] = i % classes;
    const ofClass = Math.ceil((samples - targets[i]) / classes);
    const along = (Math.floor(i / classes) + 0.5) / ofClass;
    inputs.push(point(targets[i], along, i).map((x) => x + noise * random.normal()));
  }
  return { inputs: tensor(inputs, { dtype }), targets: tensor(targets), size: samples };
}
