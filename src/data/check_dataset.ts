/** What a dataset has to be, wherever one is taken: this is asked once, here. */
import { describe } from '../errors/describe.ts';
import { ShapeError } from '../errors/errors.ts';
import { checkArgument, type Misfit, type Rule, strings } from '../errors/options.ts';
import { sameShape } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { Dataset } from './dataset.ts';

export function isDataset(value: unknown): value is Dataset {
  const { inputs, targets, size } = (value ?? {}) as Partial<Dataset>;
  return inputs instanceof Tensor && targets instanceof Tensor && Number.isSafeInteger(size);
}

const kind = {
  expected: 'a dataset { inputs, targets, size }',
  example: 'fromArrays({ inputs, targets })',
  accepts: isDataset,
};

/** What takes a dataset. */
export const datasetRule: Rule<never> = { ...kind, within: (value) => misfitOf(value as Dataset) };

/** @throws OptionError for what is no dataset; ShapeError for one whose parts do not fit together */
export function checkDataset(where: string, value: unknown): asserts value is Dataset {
  checkArgument(where, value, kind);
  const found = misfitOf(value as Dataset);
  if (found === undefined) return;
  const { path, expected, received } = found;
  throw new ShapeError({
    where: where + path,
    expected,
    received: describe(received),
    remedy: 'Make it with fromArrays({ inputs, targets, sampleWeights }).',
  });
}

function misfitOf(dataset: Dataset): Misfit | undefined {
  const { size, sampleWeights } = dataset;
  for (const part of ['inputs', 'targets'] as const) {
    const { shape } = dataset[part];
    if (shape[0] === size) continue;
    return { path: `.${part}`, expected: `shape [${size}, ...], as size says`, received: shape };
  }
  if (sampleWeights !== undefined) {
    const received = sampleWeights instanceof Tensor ? sampleWeights.shape : sampleWeights;
    const expected = `one weight for each sample, shape [${size}]`;
    const fits = sampleWeights instanceof Tensor && sameShape(sampleWeights.shape, [size]);
    if (!fits) return { path: '.sampleWeights', expected, received };
  }
  for (const part of ['classNames', 'featureNames'] as const) {
    const received = dataset[part];
    if (received === undefined || (strings.accepts(received) && received.length > 0)) continue;
    return { path: `.${part}`, expected: `${strings.expected}, one or more`, received };
  }
  return undefined;
}
