/** The engine that runs the operations as they stand: the readable reference. */
import type { Dataset } from '../data/dataset.ts';
import { takeRows } from '../data/rows.ts';
import { collect } from '../nn/build.ts';
import { noGrad, scalar } from '../ops/apply.ts';
import { add, mul } from '../ops/arithmetic.ts';
import { assign } from '../ops/assign.ts';
import { tensor, zeros } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Engine, EngineRequest, ScalarValues } from './engine.ts';
import {
  asBegun,
  type Batch,
  type BufferUpdates,
  forward,
  gradientsOf,
  lossOf,
  normOf,
  type UpdateScalars,
  update,
} from './phases.ts';

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
  buffers: BufferUpdates;
  norm: Tensor;
  scalars: UpdateScalars;
}

export interface ReferenceEngine extends Engine {
  readonly tensors: Readonly<IterationTensors>;
  /** With accumulation, makes what is added up over micro-batches zero. */
  resetSums(): void;
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
    buffers: new Map(),
    norm: none,
    scalars: new Map(),
  };
  // With accumulation, the gradient of each parameter and the new value of each buffer is added up.
  // Made here, and not when they are first needed, so that a trace knows them as something that stays.
  const buffersOf = collect(model.layers, 'buffers').map(([, buffer]) => buffer);
  const owners = accumulates ? [...learned.map(({ parameter }) => parameter), ...buffersOf] : [];
  const totals = new Map(owners.map((owner) => [owner, zeros(owner.shape, { dtype })]));

  function resetSums(): void {
    for (const { storage } of totals.values()) storage.data.fill(0);
  }

  function addShare(owner: Tensor, value: Tensor): Tensor {
    const total = totals.get(owner) ?? zeros(owner.shape, { dtype }); // a buffer that a layer hides
    totals.set(owner, total);
    assign(total, add(total, mul(value, tensors.share)));
    return total;
  }

  function accumulate(share: number, first: boolean): void {
    if (first) resetSums();
    tensors.share = scalar(share, dtype);
    const { gradients, buffers } = tensors;
    tensors.gradients = gradients.map((own, i) => addShare(learned[i].parameter, own));
    tensors.buffers = new Map(
      [...buffers].map(([buffer, value]) => [buffer, addShare(buffer, value)]),
    );
  }

  return {
    backend: 'reference',
    tensors,
    resetSums,
    obstacle: () => undefined,
    reports: () => [],
    forward(dataset, rows, draw) {
      const batch = takeBatch(dataset, rows);
      const counter = tensor(draw, { dtype: 'int32' });
      const given = within('forward', () =>
        asBegun(model.parameters(), learned, () => forward(model, batch.inputs, counter)),
      );
      Object.assign(tensors, { batch, counter, ...given });
    },
    loss() {
      tensors.loss = within('loss', () =>
        asBegun(model.parameters(), learned, () =>
          lossOf(model, loss, tensors.outputs, tensors.batch),
        ),
      );
      return tensors.loss.item();
    },
    backward(share, first) {
      within('backward', () => {
        tensors.gradients = gradientsOf(tensors.loss, learned);
        if (accumulates) noGrad(() => accumulate(share, first));
      });
    },
    gradientNorm() {
      tensors.norm = within('norm', () => noGrad(() => normOf(tensors.gradients)));
      return tensors.norm.item();
    },
    update(values) {
      tensors.scalars = scalarTensors(values, dtype);
      const { gradients, scalars, buffers } = tensors;
      within('update', () => noGrad(() => update(learned, gradients, scalars, clip, buffers)));
    },
    buffers: () =>
      [...tensors.buffers].map(([buffer, value]) => [buffer, value.toTypedArray()] as const),
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
