/** An iteration computed once more, operation by operation, so that the graph behind its loss can be looked at. */
import { backward, zeroGradients } from '../autograd/backward.ts';
import type { Dataset } from '../data/dataset.ts';
import { takeRows } from '../data/rows.ts';
import { tensor } from '../tensor/create.ts';
import { randomKey } from '../tensor/rng.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { forward, lossOf } from '../train/engine/phases.ts';
import type { Trainer } from '../train/trainer.ts';

/**
 * The loss of the iteration's first micro-batch, with its graph, after `backward()`. The Trainer must stand before
 * the update; dropout and buffers are those of the iteration, and nothing of the model is changed but `gradient`.
 */
export function lossOfIteration(
  { model, options }: Trainer,
  train: Dataset,
  rows: Int32Array,
  iteration: number,
): Tensor {
  const { batchSize, accumulate, seed, loss } = options;
  const size = Math.ceil(batchSize / accumulate);
  const part = rows.subarray(0, size);
  const draw = (randomKey(seed, 'dropout') + (iteration - 1) * accumulate + 1) | 0;
  const { outputs } = forward(
    model,
    takeRows(train.inputs, part),
    tensor(draw, { dtype: 'int32' }),
  );
  const batch = {
    targets: takeRows(train.targets, part),
    ...(train.sampleWeights && { sampleWeights: takeRows(train.sampleWeights, part) }),
  };
  const mean = lossOf(model, loss, outputs, batch);
  zeroGradients(model.parameters());
  backward(mean);
  return mean;
}
