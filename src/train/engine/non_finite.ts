/** Finding out where numbers stopped being finite. */
import { NonFiniteError, type TrainingComplaint, UNHARMED } from '../../errors/training.ts';
import { collect } from '../../nn/build.ts';
import type { Model } from '../../nn/sequential.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Engine } from './engine.ts';
import type { Learned } from './learned.ts';

export interface Moment {
  readonly epoch: number;
  readonly iteration: number;
}

/** The first element that is NaN or infinite, as text, or undefined when all are finite. */
function firstNonFinite(tensor: Tensor): string | undefined {
  const { data } = tensor.storage;
  // A copy only where the storage holds other numbers, too: this happens while a run is under way.
  const flat = data.length === tensor.size ? data : tensor.toTypedArray();
  for (let at = 0; at < flat.length; at++) {
    if (flat[at] - flat[at] !== 0) return `${flat[at]} at element ${at}`;
  }
  return undefined;
}

function find(candidates: Named): [string, string] | undefined {
  for (const [name, tensor] of candidates) {
    const received = firstNonFinite(tensor);
    if (received !== undefined) return [name, received];
  }
  return undefined;
}

/** @throws NonFiniteError unless the loss is finite */
export function checkLoss(
  loss: number,
  moment: Moment,
  engine: Engine,
  parameters: readonly Tensor[],
): void {
  if (Number.isFinite(loss)) return;
  const { inputs, targets, sampleWeights } = engine.batch();
  const [tensor, received] = find([
    ['inputs of the batch', inputs],
    ['targets of the batch', targets],
    ...(sampleWeights ? [['sample weights of the batch', sampleWeights] as const] : []),
    ...parameters.map((parameter) => [`parameter ${parameter.name}`, parameter] as const),
    ...[...engine.activations()].map(([name, output]) => [`output of ${name}`, output] as const),
  ]) ?? ['loss', String(loss)];
  throw new NonFiniteError({ ...moment, phase: 'loss', value: 'loss', tensor, received });
}

/** @throws NonFiniteError naming the first gradient that is not finite, if there is one */
export function checkGradients(
  gradients: readonly Tensor[],
  moment: Moment,
  learned: readonly Learned[],
): void {
  // Backward computes the gradients of the last layer first.
  const named = gradients.map(
    (gradient, index) => [`gradient of ${learned[index].parameter.name}`, gradient] as const,
  );
  const found = find(named.reverse());
  if (found === undefined) return;
  const [tensor, received] = found;
  throw new NonFiniteError({ ...moment, phase: 'backward', value: 'gradient', tensor, received });
}

/**
 * Looks at what an update is about to make of the buffers.
 * @throws NonFiniteError naming the buffer
 */
export function checkBuffers(engine: Engine, moment: Moment, model: Model): void {
  for (const [buffer, value] of engine.buffers()) {
    const received = firstNonFinite(value);
    if (received === undefined) continue;
    const [name] = collect(model.layers, 'buffers').find(([, own]) => own === buffer) ?? [''];
    throw new NonFiniteError({
      ...moment,
      phase: 'update',
      value: 'update',
      tensor: `buffer ${name}`,
      received,
      remedy: `Scale the inputs, for example with standardize. ${UNHARMED}`,
    });
  }
}

/** What a training run leaves behind, by name. */
export type Named = Iterable<readonly [name: string, tensor: Tensor]>;

/**
 * @param advice another remedy, where nothing was taken back
 * @throws NonFiniteError naming the first tensor that is not finite
 */
export function checkAll(
  named: Named,
  moment: Moment,
  advice?: Pick<TrainingComplaint, 'remedy' | 'advice'>,
): void {
  const found = find(named);
  if (found === undefined) return;
  const [tensor, received] = found;
  const value = 'update';
  throw new NonFiniteError({ ...moment, phase: 'update', value, tensor, received, ...advice });
}
