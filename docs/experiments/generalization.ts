/** Do small batches generalize better, at equal training loss? `npx tsx docs/experiments/generalization.ts` */
import { finish } from './runs/finish.ts';
import { type Arrival, arrivalsOf } from './runs/generalization.ts';
import { recognition } from './runs/more_epochs.ts';
import { median, percent, printTable } from './table.ts';

const seeds = [1, 2, 3, 4, 5];
const parts = seeds.map(recognition);
const levels = [0.2, 0.05, 0.01];

const rows: unknown[][] = [];
for (const [batchSize, learningRate] of [
  [4, 0.05],
  [32, 0.2],
  [358, 0.8],
] as const) {
  const runs = seeds.map((seed, index) => {
    const how = { batchSize, learningRate, levels, epochs: 1000 };
    return finish(arrivalsOf(parts[index], how, seed)).arrivals;
  });
  for (const [index, level] of levels.entries()) {
    const middle = (key: keyof Arrival) => median(runs.map((arrivals) => arrivals[index][key]));
    const judged = [middle('loss').toFixed(3), percent(middle('accuracy'))];
    rows.push([index === 0 ? batchSize : '', learningRate, level, middle('epoch'), ...judged]);
  }
}
const head = ['batch size', 'rate', 'training loss', 'in epoch', 'validation loss', 'accuracy'];
printTable(head, rows);
