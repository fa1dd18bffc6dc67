/** The engine that runs the operations as they stand: the readable reference. */
import type { Dataset } from '../data/dataset.ts';
import { takeRows } from '../data/rows.ts';
import { noGrad, scalar } from '../ops/apply.ts';
import { add, mul } from '../ops/arithmetic.ts';
import { assign } from '../ops/assign.ts';
import type { Optimizer } from '../optimizers/index.ts';
import { tensor, zeros } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Engine, EngineRequest, ScalarValues } from './engine.ts';
import { type Batch, forward, gradientsOf, lossOf, normOf, update } from './phases.ts';

export type Phase = 'forward' | 'loss' | 'backward' | 'norm' | 'update';

/** The tensors of the last iteration, for whoever traces it. */
export interface IterationTensors {
  batch: Batch;
  counter: Tensor;
  share: Tensor;
  outputs: Tensor;
  activations: ReadonlyMap<string, Tensor>;
  loss: Tensor;
  gradients: readonly Tensor[];
  norm: Tensor;
  scalars: ReadonlyMap<Optimizer, Readonly<Record<string, Tensor>>>;
}

export interface ReferenceEngine extends Engine {
  readonly tensors: Readonly<IterationTensors>;
}

/** The samples of a micro-batch as tensors of their own. */
function takeBatch({ inputs, targets, sampleWeights }: Dataset, rows: Int32Array): Batch {
  return {
    inputs: takeRows(inputs, rows),
    targets: takeRows(targets, rows),
    ...(sampleWeights && { sampleWeights: takeRows(sampleWeights, rows) }),
  };
}

/** @param within runs the computations of each phase; a tracer can listen in */
export function referenceEngine(
  { model, loss, learned, clip, accumulates }: EngineRequest,
  within: <T>(phase: Phase, compute: () => T) => T = (_, compute) => compute(),
): ReferenceEngine {
  const { dtype } = model;
  const none = zeros([0], { dtype });
  const tensors: IterationTensors = {
    batch: { inputs: none, targets: none },
    counter: none,
    share: none,
    outputs: none,
    activations: new Map(),
    loss: none,
    gradients: [],
    norm: none,
    scalars: new Map(),
  };
  // With accumulation, gradients are added up here, starting from zeros.
  const sums = accumulates
    ? learned.map(({ parameter: { shape } }) => zeros(shape, { dtype }))
    : [];

  function accumulate(own: readonly Tensor[], share: number, first: boolean): readonly Tensor[] {
    if (first) for (const sum of sums) sum.storage.data.fill(0);
    tensors.share = scalar(share, dtype);
    within('backward', () => {
      own.forEach((gradient, index) => {
        assign(sums[index], add(sums[index], mul(gradient, tensors.share)));
      });
    });
    return sums;
  }

  return {
    backend: 'reference',
    tensors,
    reports: () => [],
    forward(dataset, rows, draw) {
      const batch = takeBatch(dataset, rows);
      const counter = tensor(draw, { dtype: 'int32' });
      const { outputs, activations } = within('forward', () =>
        forward(model, batch.inputs, counter),
      );
      Object.assign(tensors, { batch, counter, outputs, activations });
    },
    loss() {
      tensors.loss = within('loss', () => lossOf(loss, tensors.outputs, tensors.batch));
      return tensors.loss.item();
    },
    backward(share, first) {
      const own = within('backward', () => gradientsOf(tensors.loss, learned));
      tensors.gradients = accumulates ? noGrad(() => accumulate(own, share, first)) : own;
    },
    gradientNorm() {
      tensors.norm = within('norm', () => noGrad(() => normOf(tensors.gradients)));
      return tensors.norm.item();
    },
    update(values) {
      tensors.scalars = scalarTensors(values, dtype);
      const { gradients, norm, scalars } = tensors;
      within('update', () => noGrad(() => update(learned, gradients, norm, scalars, clip)));
    },
    batch: () => tensors.batch,
    outputs: () => tensors.outputs,
    activations: () => tensors.activations,
    gradients: () => tensors.gradients,
  };
}

function scalarTensors(values: ScalarValues, dtype: Tensor['dtype']): IterationTensors['scalars'] {
  return new Map(
    [...values].map(([optimizer, named]) => [
      optimizer,
      Object.fromEntries(
        Object.entries(named).map(([name, value]) => [name, scalar(value, dtype)]),
      ),
    ]),
  );
}
