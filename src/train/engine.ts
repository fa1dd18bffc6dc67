/**
 * Who computes an iteration. The Trainer knows epochs and batches; an engine knows phases. There are
 * two, and they give the same bits: this one runs the operations as they stand.
 */
import { takeRows } from '../data/batches.ts';
import type { Dataset } from '../data/dataset.ts';
import type { Loss } from '../losses/loss.ts';
import type { Model } from '../nn/sequential.ts';
import type { Optimizer } from '../optimizers/index.ts';
import { noGrad, scalar } from '../ops/apply.ts';
import { add, mul } from '../ops/arithmetic.ts';
import { tensor, zeros } from '../tensor/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Clip } from './options.ts';
import {
  type Batch,
  forward,
  gradientsOf,
  type Learned,
  lossOf,
  normOf,
  update,
} from './phases.ts';

/** What an engine computes with. */
export interface EngineRequest {
  readonly model: Model;
  readonly loss: Loss;
  /** The parameters that learn. */
  readonly learned: readonly Learned[];
  readonly clip: Clip | undefined;
}

export interface Engine {
  readonly backend: 'wasm' | 'reference';
  /**
   * Takes a micro-batch from the dataset and passes it through the network.
   * @param rows the numbers of its samples
   * @param draw a number of 32 bits, different for every micro-batch, for dropout
   */
  forward(dataset: Dataset, rows: Int32Array, draw: number): void;
  /** The mean loss over the samples of the micro-batch. */
  loss(): number;
  /**
   * Computes the gradients of the micro-batch.
   * @param share the part of the batch that the micro-batch is, from above 0 to 1
   * @param first whether it is the first of its batch; the gradients of later ones are added
   */
  backward(share: number, first: boolean): void;
  /** The norm of all gradients together. */
  gradientNorm(): number;
  update(scalars: ReadonlyMap<Optimizer, Readonly<Record<string, number>>>): void;
  /** The micro-batch of the last forward. */
  batch(): Batch;
  outputs(): Tensor;
  /** The output of every layer of the last forward, by its name, in order. */
  activations(): ReadonlyMap<string, Tensor>;
  /** In the order of `learned`. */
  gradients(): readonly Tensor[];
}

/** The samples of a micro-batch as tensors of their own. */
export function takeBatch({ inputs, targets, sampleWeights }: Dataset, rows: Int32Array): Batch {
  return {
    inputs: takeRows(inputs, rows),
    targets: takeRows(targets, rows),
    ...(sampleWeights && { sampleWeights: takeRows(sampleWeights, rows) }),
  };
}

/** The engine that runs the readable reference. */
export function referenceEngine({ model, loss, learned, clip }: EngineRequest): Engine {
  const { dtype } = model;
  const nothing = zeros([0], { dtype });
  let batch: Batch = { inputs: nothing, targets: nothing };
  let outputs = nothing;
  let activations: ReadonlyMap<string, Tensor> = new Map();
  let lossTensor = nothing;
  let gradients: readonly Tensor[] = [];
  let norm = nothing;

  return {
    backend: 'reference',
    forward(dataset, rows, draw) {
      batch = takeBatch(dataset, rows);
      const counter = tensor(draw | 0, { dtype: 'int32' });
      ({ outputs, activations } = forward(model, batch.inputs, counter));
    },
    loss() {
      lossTensor = lossOf(loss, outputs, batch);
      return lossTensor.item();
    },
    backward(share, first) {
      const own = gradientsOf(lossTensor, learned);
      gradients = noGrad(() => {
        if (share === 1) return own;
        const part = scalar(share, dtype);
        const scaled = own.map((gradient) => mul(gradient, part));
        return first ? scaled : scaled.map((gradient, index) => add(gradients[index], gradient));
      });
      norm = noGrad(() => normOf(gradients));
    },
    gradientNorm: () => norm.item(),
    update(scalars) {
      const tensors = new Map(
        [...scalars].map(([optimizer, values]) => [
          optimizer,
          Object.fromEntries(
            Object.entries(values).map(([name, value]) => [name, scalar(value, dtype)]),
          ),
        ]),
      );
      noGrad(() => update(learned, gradients, norm, tensors, clip));
    },
    batch: () => batch,
    outputs: () => outputs,
    activations: () => activations,
    gradients: () => gradients,
  };
}
