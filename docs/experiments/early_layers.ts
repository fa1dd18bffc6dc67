/** Do early layers learn slower? `npx tsx docs/experiments/early_layers.ts` */
import { adam, relu, sgd, sigmoid, tanh } from '../../src/index.ts';
import { digitParts } from './runs/classifier.ts';
import { DEPTH, trainLayers } from './runs/early_layers.ts';
import { finish } from './runs/finish.ts';
import { median, printTable } from './table.ts';

const seeds = [1, 2, 3];
const parts = seeds.map(digitParts);

const rows: string[][] = [];
for (const [name, activation, optimizer] of [
  ['sigmoid, SGD', sigmoid, sgd({ learningRate: 0.1 })],
  ['sigmoid, Adam', sigmoid, adam({ learningRate: 0.002 })],
  ['tanh, SGD', tanh, sgd({ learningRate: 0.1 })],
  ['relu, SGD', relu, sgd({ learningRate: 0.1 })],
] as const) {
  const runs = seeds.map((seed, index) =>
    finish(trainLayers(activation, optimizer, parts[index], seed)),
  );
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
