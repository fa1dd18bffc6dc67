/** How large the first gradient of each layer is, and how far each layer moves. */
import type { Split } from '../../../src/data/index.ts';
import {
  dense,
  type Model,
  type Optimizer,
  type relu,
  sequential,
  softmaxCrossEntropy,
  type Tensor,
  Trainer,
} from '../../../src/index.ts';
import type { InParts } from './finish.ts';

export const DEPTH = 6;

/** For the weight of each layer: the norm of its first gradient, and how far it moved, as a part of its norm. */
export interface Learned {
  readonly gradients: readonly number[];
  readonly moved: readonly number[];
  readonly loss: number;
  readonly model: Model;
}

export function* trainLayers(
  activation: typeof relu,
  optimizer: Optimizer,
  { train }: Split,
  seed: number,
): InParts<Learned> {
  const hidden = Array.from({ length: DEPTH }, () => [dense({ units: 32 }), activation]);
  const layers = [...hidden.flat(), dense({ units: 10 })];
  const model = sequential({ inputShape: [64], seed }, layers);
  const loss = softmaxCrossEntropy();
  const trainer = new Trainer({ model, loss, optimizer, epochs: 20, batchSize: 32, seed });
  const weights = model.parameters().filter(({ name }) => name.endsWith('.weight'));
  const before = model.state();
  const norms = (of: (name: string, weight: Tensor) => Tensor) =>
    weights.map((weight) => of(weight.name, weight).norm().item());
  let gradients: number[] = [];
  for (const event of trainer.run({ train })) {
    if (event.type === 'iterationEnd') yield;
    if (event.type !== 'backward' || event.iteration > 1) continue;
    const all = event.gradients;
    gradients = norms((name) => all[name]);
  }
  const initial = norms((name) => before[name]);
  const distances = norms((name, weight) => weight.sub(before[name]));
  const moved = distances.map((distance, layer) => distance / initial[layer]);
  return { gradients, moved, loss: trainer.history.epochs[19].loss, model };
}
