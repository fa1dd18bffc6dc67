/** What each sample has to say: its own loss, and its own gradient of every parameter. */
import { gradients } from '../autograd/backward.ts';
import { checkDataset } from '../data/check_dataset.ts';
import type { Dataset } from '../data/dataset.ts';
import { takeRows } from '../data/rows.ts';
import { readOptions } from '../errors/options.ts';
import { type Loss, lossRule } from '../losses/loss.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import { noGrad } from '../ops/gradient_mode.ts';
import { concat } from '../ops/shape/concat.ts';
import { reshape } from '../ops/shape/views.ts';
import { zeros } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';

export interface PerSampleOptions {
  readonly model: Model;
  readonly loss: Loss;
}

function read(where: string, options: PerSampleOptions, dataset: Dataset): PerSampleOptions {
  const given = readOptions<PerSampleOptions>(where, options, { model: modelRule, loss: lossRule });
  checkDataset(`${where}.dataset`, dataset);
  return given;
}

/**
 * The loss of each sample, `[samples]`, in evaluation mode: no dropout, running statistics, no penalties and no
 * sample weights. Its mean is the loss that `evaluate` gives for a dataset without weights.
 * @throws ShapeError, DtypeError when the dataset does not fit the model
 */
export function perSampleLosses(options: PerSampleOptions, dataset: Dataset): Tensor {
  const { model, loss } = read('perSampleLosses', options, dataset);
  return noGrad(() => loss.perSample(model.predict(dataset.inputs), dataset.targets));
}

/**
 * The gradient that each sample alone would give each parameter, by name, `[samples, ...parameter]`, in
 * evaluation mode. Their mean is the gradient of the mean loss, but for the order in which is added.
 * @throws ShapeError, DtypeError when the dataset does not fit the model
 */
export function perSampleGradients(
  options: PerSampleOptions,
  dataset: Dataset,
): Record<string, Tensor> {
  const { model, loss } = read('perSampleGradients', options, dataset);
  const parameters = model.parameters().filter(({ requiresGrad }) => requiresGrad);
  const rows = Array.from({ length: dataset.size }, (_, row) => {
    const one = Int32Array.of(row);
    const outputs = model.forward(takeRows(dataset.inputs, one));
    const own = loss.mean(outputs, takeRows(dataset.targets, one));
    return gradients(own, parameters);
  });
  return Object.fromEntries(
    parameters.map((parameter, k) => {
      const { name, shape, dtype } = parameter;
      const parts = rows.map((row) => reshape(row[k] ?? zeros(shape, { dtype }), [1, ...shape]));
      return [name, noGrad(() => concat(parts, { axis: 0 }))];
    }),
  );
}
