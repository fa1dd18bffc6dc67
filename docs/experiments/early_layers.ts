/** Do early layers learn slower? `npx tsx docs/experiments/early_layers.ts` */
import { digits, split } from '../../src/data/index.ts';
import {
  adam,
  dense,
  type Optimizer,
  relu,
  sequential,
  sgd,
  sigmoid,
  softmaxCrossEntropy,
  type Tensor,
  Trainer,
  tanh,
} from '../../src/index.ts';
import { median, printTable } from './table.ts';

const seeds = [1, 2, 3];
const all = digits();
const DEPTH = 6;

type Activation = typeof relu;

/** For the weight of each layer: the norm of its first gradient, and how far it moved, as a part of its norm. */
interface Learned {
  readonly gradients: readonly number[];
  readonly moved: readonly number[];
  readonly loss: number;
}

function train(activation: Activation, optimizer: Optimizer, seed: number): Learned {
  const { train } = split(all, { validation: 0.2, seed, stratify: true });
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
    if (event.type !== 'backward' || event.iteration > 1) continue;
    const all = event.gradients;
    gradients = norms((name) => all[name]);
  }
  const initial = norms((name) => before[name]);
  const distances = norms((name, weight) => weight.sub(before[name]));
  const moved = distances.map((distance, layer) => distance / initial[layer]);
  return { gradients, moved, loss: trainer.history.epochs[19].loss };
}

const rows: string[][] = [];
for (const [name, activation, optimizer] of [
  ['sigmoid, SGD', sigmoid, sgd({ learningRate: 0.1 })],
  ['sigmoid, Adam', sigmoid, adam({ learningRate: 0.002 })],
  ['tanh, SGD', tanh, sgd({ learningRate: 0.1 })],
  ['relu, SGD', relu, sgd({ learningRate: 0.1 })],
] as const) {
  const runs = seeds.map((seed) => train(activation, optimizer, seed));
  const row = (key: 'gradients' | 'moved', digits: number) =>
    runs[0][key].map((_, layer) => median(runs.map((run) => run[key][layer])).toFixed(digits));
  rows.push([`${name}: first gradient`, ...row('gradients', 4)]);
  rows.push([
    `  moved in 20 epochs, to a loss of ${median(runs.map(({ loss }) => loss)).toFixed(2)}`,
    ...row('moved', 3),
  ]);
}
const head = Array.from({ length: DEPTH + 1 }, (_, layer) => `layer ${layer + 1}`);
printTable(['', ...head], rows);
