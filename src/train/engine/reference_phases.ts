/** The phases as operations, one by one, as they stand: the readable form. */
import type { Dataset } from '../../data/dataset.ts';
import { takeRows } from '../../data/rows.ts';
import { scalar } from '../../ops/functions.ts';
import { noGrad } from '../../ops/gradient_mode.ts';
import { tensor } from '../../tensor/create.ts';
import type { Dtype } from '../../tensor/dtype.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { EngineRequest, Phases, ScalarValues } from './engine.ts';
import { normOf } from './gradient_norm.ts';
import { asBegun } from './learned.ts';
import { type Batch, forward, gradientsOf, lossOf, type UpdateScalars, update } from './phases.ts';
import type { Sums } from './sums.ts';

/** The samples of a micro-batch as tensors of their own. */
function takeBatch({ inputs, targets, sampleWeights }: Dataset, rows: Int32Array): Batch {
  return {
    inputs: takeRows(inputs, rows),
    targets: takeRows(targets, rows),
    ...(sampleWeights && { sampleWeights: takeRows(sampleWeights, rows) }),
  };
}

export function referencePhases(request: EngineRequest, sums: Sums): Phases {
  const { model, loss, learned, clip, accumulates } = request;
  const { dtype } = model;
  const within = <Result>(compute: () => Result) => asBegun(model.parameters(), learned, compute);
  let batch: Batch;
  let passed: ReturnType<typeof forward>;
  let mean: Tensor;
  let gradients: readonly Tensor[];
  const pending = () => (accumulates ? sums.buffers : passed.buffers);

  return {
    forward(dataset, rows, draw) {
      batch = takeBatch(dataset, rows);
      const counter = tensor(draw, { dtype: 'int32' });
      passed = within(() => forward(model, batch.inputs, counter));
    },
    loss() {
      mean = within(() => lossOf(model, loss, passed.outputs, batch));
      return mean.item();
    },
    backward(share, first) {
      gradients = gradientsOf(mean, learned);
      if (!accumulates) return;
      if (first) sums.reset();
      noGrad(() => sums.add(gradients, passed.buffers, scalar(share, dtype)));
      gradients = sums.gradients;
    },
    gradientNorm() {
      return noGrad(() => normOf(accumulates ? sums.gradients : gradients)).item();
    },
    update(values) {
      const scalars = scalarTensors(values, dtype);
      const buffers = pending();
      const own = accumulates ? sums.gradients : gradients;
      noGrad(() => update(learned, own, scalars, clip, buffers));
    },
    buffers: pending,
    batch: () => batch,
    outputs: () => passed.outputs,
    activations: () => passed.activations,
    gradients: () => gradients,
  };
}

function scalarTensors(values: ScalarValues, dtype: Dtype): UpdateScalars {
  return new Map(
    [...values].map(([taker, named]) => [
      taker,
      Object.fromEntries(
        Object.entries(named).map(([name, value]) => [name, scalar(value, dtype)]),
      ),
    ]),
  );
}
