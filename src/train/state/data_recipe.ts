/** What can be known of the data of a training run, as plain data: fingerprints, and what a stream says of itself. */
import type { Dataset } from '../../data/dataset.ts';
import { isStream } from '../../data/stream/stream.ts';
import { fingerprint } from '../../numerics/fingerprint.ts';
import type { TypedArray } from '../../tensor/dtype.ts';
import { packed, packedCopy, rowsOf } from '../../tensor/strided.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { PreparedData } from '../data/prepared_data.ts';
import type { ResolvedTrainerOptions } from '../options.ts';
import { plain } from './recipe.ts';

/**
 * What can be known of the data, in the terms that the model learns it in: all of it in memory, of a
 * stream what it says of itself.
 */
export function describeData(
  { train, validation }: Pick<PreparedData, 'train' | 'validation'>,
  options: ResolvedTrainerOptions,
) {
  const { sampling } = options;
  if (isStream(train)) {
    const { samples, shuffleBuffer } = train;
    return plain({ train: { stream: true, samples, shuffleBuffer }, validation: held(validation) });
  }
  const drawn =
    sampling && !sampling.options && sampling.order({ samples: train.size, seed: 0, epoch: 1 });
  return plain({
    train: contents(train),
    validation: held(validation),
    sampling: drawn && fingerprint([drawn]),
  });
}

const held = (sets: PreparedData['validation']) =>
  sets.length === 0 ? undefined : sets.map(([name, set]) => ({ name, ...contents(set) }));

const known = /* @__PURE__ */ new WeakMap<Dataset, string>();

function contents(dataset: Dataset): object {
  const { inputs, targets, sampleWeights, size } = dataset;
  const tensors = [inputs, targets, ...(sampleWeights ? [sampleWeights] : [])];
  const hash = known.get(dataset) ?? fingerprint(tensors.map(numbersOf));
  known.set(dataset, hash);
  return { size, contents: hash };
}

/** So many rows of what does not lie in memory as float32 in order are copied at a time. */
const ROWS = 256;

function* numbersOf(source: Tensor): Iterable<TypedArray> {
  if (source.isContiguous && source.storage.bytes === undefined) {
    yield packed(source);
    return;
  }
  const [samples] = source.shape;
  for (let first = 0; first < samples; first += ROWS) {
    yield packedCopy(rowsOf(source, first, Math.min(ROWS, samples - first)));
  }
}
