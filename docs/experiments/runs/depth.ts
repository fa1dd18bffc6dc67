/** Deep networks of equal blocks: plain, residual, and both with normalization. */
import type { Split } from '../../../src/data/index.ts';
import {
  dense,
  evaluate,
  type Layer,
  layerNorm,
  type Model,
  NonFiniteError,
  relu,
  residual,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
} from '../../../src/index.ts';
import { judge } from './classifier.ts';
import type { InParts } from './finish.ts';

export const blocks = {
  plain: () => [dense({ units: 24 }), relu()],
  'plain, normalized': () => [layerNorm(), dense({ units: 24 }), relu()],
  residual: () => [residual([dense({ units: 24 }), relu()])],
  'residual, normalized': () => [residual([layerNorm(), dense({ units: 24 }), relu()])],
} satisfies Readonly<Record<string, () => Layer[]>>;

/** Loss on the training part and accuracy on the other, after 10 epochs; of guesses where it diverged. */
export function* trainDeep(
  block: () => Layer[],
  depth: number,
  learningRate: number,
  { train, validation }: Split,
  seed: number,
): InParts<{ loss: number; accuracy: number; model: Model }> {
  const loss = softmaxCrossEntropy();
  const body = Array.from({ length: depth }, block).flat();
  const layers = [dense({ units: 24 }), relu(), ...body, dense({ units: 10 })];
  const model = sequential({ inputShape: [64], seed }, layers);
  const optimizer = sgd({ learningRate });
  const trainer = new Trainer({ model, loss, optimizer, epochs: 10, batchSize: 32, seed });
  try {
    for (const event of trainer.run({ train })) if (event.type === 'iterationEnd') yield;
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    return { loss: Number.POSITIVE_INFINITY, accuracy: 0.1, model };
  }
  const { accuracy } = judge(model, validation);
  return { loss: evaluate({ model, loss }, train).loss, accuracy, model };
}
