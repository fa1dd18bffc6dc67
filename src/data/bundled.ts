/** What the bundled real datasets have in common. */
import { oneOf, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import type { Dataset } from './dataset.ts';

export interface BundledOptions {
  /** The dtype of inputs and of targets that are no classes; default float32. */
  readonly dtype?: 'float32' | 'float64';
}

/** A real dataset: a function that makes it anew, and whom it is from. */
export interface BundledSet {
  (options?: BundledOptions): Dataset;
  readonly attribution: string;
}

type Dtype = Required<BundledOptions>['dtype'];

export function bundledSet(
  name: string,
  attribution: string,
  make: (dtype: Dtype) => Dataset,
): BundledSet {
  const set = (options?: BundledOptions) => {
    const { dtype } = readTrainingOptions<Required<BundledOptions>>(name, options, {
      dtype: withDefault(oneOf('float32', 'float64'), 'float32'),
    });
    return make(dtype);
  };
  return Object.assign(set, { attribution });
}

/** The columns' names and the rows of a table whose last column is the target. */
export function readTable(csv: string) {
  const [header, ...lines] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return {
    featureNames: header.slice(0, -1),
    inputs: lines.map((cells) => cells.slice(0, -1).map(Number)),
    targets: lines.map((cells) => cells[cells.length - 1]),
  };
}
