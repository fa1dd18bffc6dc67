/** Finding out where numbers stopped being finite. */
import { NonFiniteError } from '../errors/training.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Engine } from './engine.ts';
import type { Learned } from './phases.ts';

interface Moment {
  readonly epoch: number;
  readonly iteration: number;
}

/** The first element that is NaN or infinite, as text, or undefined when all are finite. */
function firstNonFinite(tensor: Tensor): string | undefined {
  const flat = tensor.toTypedArray();
  const at = flat.findIndex((value) => !Number.isFinite(value));
  return at < 0 ? undefined : `${flat[at]} at element ${at}`;
}

function find(candidates: Iterable<readonly [string, Tensor]>): [string, string] | undefined {
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

/** @throws NonFiniteError unless every gradient is finite */
export function checkGradients(
  norm: number,
  moment: Moment,
  engine: Engine,
  learned: readonly Learned[],
): void {
  if (Number.isFinite(norm)) return;
  // Backward computes the gradients of the last layer first.
  const named = engine
    .gradients()
    .map((gradient, index) => [`gradient of ${learned[index].parameter.name}`, gradient] as const);
  const found = find(named.reverse());
  if (found === undefined) return; // finite gradients whose squares overflow
  const [tensor, received] = found;
  throw new NonFiniteError({ ...moment, phase: 'backward', value: 'gradient', tensor, received });
}
