/**
 * One iteration as functions of tensors: forward, loss, backward, update. The reference runs them as
 * they stand; the compiled path traces them and replays the trace.
 */
import { gradients } from '../../autograd/backward.ts';
import type { Loss } from '../../losses/loss.ts';
import type { Model } from '../../nn/sequential.ts';
import { assign } from '../../ops/assign.ts';
import { add } from '../../ops/elementwise/arithmetic.ts';
import type { Optimizer } from '../../optimizers/index.ts';
import { zeros } from '../../tensor/create.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Clip } from '../options.ts';
import { clipGradients } from './clip_gradients.ts';
import { asBegun, type Learned } from './learned.ts';

/** The scalars of an update, by who takes them: each optimizer, groups differing, and clipping. */
export type UpdateScalars = ReadonlyMap<Optimizer | Clip, Readonly<Record<string, Tensor>>>;

/** A part of the training set, ready to be computed with. */
export interface Batch {
  readonly inputs: Tensor;
  readonly targets: Tensor;
  readonly sampleWeights?: Tensor;
}

/** What each buffer of a model is to become: running statistics change in the update, too. */
export type BufferUpdates = ReadonlyMap<Tensor, Tensor>;

/** Forward: the outputs, what every layer gave, and what buffers are to become. */
export function forward(
  model: Model,
  inputs: Tensor,
  counter: Tensor,
): { outputs: Tensor; activations: ReadonlyMap<string, Tensor>; buffers: BufferUpdates } {
  const activations = new Map<string, Tensor>();
  const observe = (name: string, output: Tensor) => activations.set(name, output);
  const buffers = new Map<Tensor, Tensor>();
  const remember = (buffer: Tensor, value: Tensor) => buffers.set(buffer, value);
  const outputs = model.forward(inputs, { training: true, counter, observe, remember });
  return { outputs, activations, buffers };
}

/**
 * Loss: the mean over the samples of the micro-batch, and what the parameters cost. The shares of all
 * micro-batches add up to one, so penalties count once in an iteration, however it is cut.
 */
export function lossOf(
  model: Model,
  loss: Loss,
  outputs: Tensor,
  batch: Omit<Batch, 'inputs'>,
): Tensor {
  const mean = loss.mean(outputs, batch.targets, batch.sampleWeights);
  const penalty = model.penalty();
  return penalty === undefined ? mean : add(mean, penalty);
}

/** Backward: one gradient for each parameter; zeros where the loss does not depend on it. */
export function gradientsOf(loss: Tensor, learned: readonly Learned[]): Tensor[] {
  const parameters = learned.map(({ parameter }) => parameter);
  const found = asBegun(parameters, learned, () => gradients(loss, parameters));
  return parameters.map(
    (parameter, index) => found[index] ?? zeros(parameter.shape, { dtype: parameter.dtype }),
  );
}

/**
 * Update: clips the gradients and overwrites every parameter, its state, and the buffers. What a
 * parameter becomes is brought back to where its constraint allows.
 */
export function update(
  learned: readonly Learned[],
  gradients: readonly Tensor[],
  scalars: UpdateScalars,
  clip: Clip | undefined,
  buffers: BufferUpdates,
): void {
  const limited =
    clip === undefined ? gradients : clipGradients(gradients, clip, scalars.get(clip));
  learned.forEach(({ parameter, optimizer, state, constraint }, index) => {
    const gradient = limited[index];
    const own = scalars.get(optimizer) ?? {};
    const updated = optimizer.update({ parameter, gradient, state, scalars: own });
    assign(parameter, constraint?.apply(updated.parameter) ?? updated.parameter);
    for (const [name, value] of Object.entries(updated.state)) assign(state[name], value);
  });
  for (const [buffer, value] of buffers) assign(buffer, value);
}
