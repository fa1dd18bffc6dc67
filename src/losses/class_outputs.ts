/** What the losses of this library take outputs for, by name: a model file says the name alone. */
import type { ClassOutputs } from './loss.ts';

const SCORES = { kind: 'scores' } as const;

export const CLASS_OUTPUTS = {
  softmaxCrossEntropy: { kind: 'logits', exclusive: true },
  sigmoidBinaryCrossEntropy: { kind: 'logits', exclusive: false },
  binaryCrossEntropyOfProbabilities: { kind: 'probabilities', exclusive: false },
  negativeLogLikelihood: { kind: 'logProbabilities', exclusive: true },
  klDivergence: { kind: 'probabilities', exclusive: true },
  hinge: SCORES,
  squaredHinge: SCORES,
} as const satisfies Readonly<Record<string, ClassOutputs>>;

/** Undefined for a loss of numbers, and for one that is not the library's. */
export function classOutputsOf(loss: string | undefined): ClassOutputs | undefined {
  const known: Readonly<Record<string, ClassOutputs>> = CLASS_OUTPUTS;
  return loss !== undefined && Object.hasOwn(known, loss) ? known[loss] : undefined;
}
