/**
 * One iteration as functions of tensors: forward, loss, backward, update. The reference runs them as
 * they stand; the compiled path traces them and replays the trace.
 */
import { gradients } from '../../autograd/backward.ts';
import type { Loss } from '../../losses/loss.ts';
import type { Constraint } from '../../nn/constraint.ts';
import type { Model } from '../../nn/sequential.ts';
import { assign } from '../../ops/assign.ts';
import { add, sqrt, square } from '../../ops/elementwise/arithmetic.ts';
import { addAll, sum } from '../../ops/reduction/reduction.ts';
import { checkGroups } from '../../optimizers/groups.ts';
import { groupOf, type Optimizer, type OptimizerState } from '../../optimizers/index.ts';
import { zeros } from '../../tensor/create.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Clip } from '../options.ts';
import { clipGradients } from './clip_gradients.ts';

/** A parameter that learns, with the optimizer (of its group), its state, and its constraint. */
export interface Learned {
  readonly parameter: Tensor;
  readonly optimizer: Optimizer;
  readonly state: OptimizerState;
  readonly constraint?: Constraint;
}

/** The scalars of an update, by who takes them: each optimizer, groups differing, and clipping. */
export type UpdateScalars = ReadonlyMap<Optimizer | Clip, Readonly<Record<string, Tensor>>>;

/** A part of the training set, ready to be computed with. */
export interface Batch {
  readonly inputs: Tensor;
  readonly targets: Tensor;
  readonly sampleWeights?: Tensor;
}

/**
 * Pairs every parameter of a model with its optimizer and fresh state.
 * @throws OptionError when a group of the optimizer names no parameter
 */
export function prepare(model: Model, optimizer: Optimizer): Learned[] {
  const parameters = model.parameters();
  checkGroups(
    optimizer,
    parameters.map(({ name }) => name),
  );
  const groups = new Map<string, Optimizer>();
  return parameters.map((parameter) => {
    const own = groupOf(optimizer, parameter.name);
    const key = JSON.stringify(own.options);
    const shared = groups.get(key) ?? own;
    groups.set(key, shared);
    const constraint = model.constraints.get(parameter.name);
    const state = shared.init(parameter);
    return { parameter, optimizer: shared, state, ...(constraint && { constraint }) };
  });
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
 * Computes with the parameters learning that learned when the iteration began: what is frozen or thawed
 * in the middle of an iteration is so from the next one on, in whichever micro-batch it happened.
 */
export function asBegun<T>(
  parameters: readonly Tensor[],
  learned: readonly Learned[],
  compute: () => T,
): T {
  const learning = new Set(learned.map(({ parameter }) => parameter));
  const changed = parameters.filter((own) => own.requiresGrad !== learning.has(own));
  for (const parameter of changed) parameter.requiresGrad = learning.has(parameter);
  try {
    return compute();
  } finally {
    for (const parameter of changed) parameter.requiresGrad = !learning.has(parameter);
  }
}

/**
 * The Euclidean norm of all gradients together, as long as their squares are in range: it costs every
 * iteration a pass over the gradients, and anyone who reads it computes it again where they are not
 * (gradient_norm.ts). Squares are summed over the first axis before the others: many short sums side by
 * side run faster than one long sum.
 */
export function normOf(gradients: readonly Tensor[]): Tensor {
  const squares = gradients.map((gradient) =>
    gradient.rank > 1 ? sum(sum(square(gradient), { axis: 0 })) : sum(square(gradient)),
  );
  return sqrt(addAll(squares));
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
