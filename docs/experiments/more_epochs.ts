/** Are more epochs always better? `npx tsx docs/experiments/more_epochs.ts` */
import type { Split } from '../../src/data/index.ts';
import { accuracy, meanSquaredError, softmaxCrossEntropy } from '../../src/index.ts';
import { finish } from './runs/finish.ts';
import { curve, type Point, progression, recognition, type Task } from './runs/more_epochs.ts';
import { median, percent, printTable } from './table.ts';

const seeds = [1, 2, 3, 4, 5];
const shown = [5, 10, 20, 50, 100, 200];

function experiment(name: string, make: (seed: number) => Split, task: Task): void {
  const curves = seeds.map((seed) => finish(curve(make(seed), task, seed)).points);
  const best = curves.map((points) =>
    points.reduce((a, b) => (b.validation < a.validation ? b : a)),
  );
  const rows = shown.map((epoch) => {
    const points = curves.map((own) => own[epoch / 5 - 1]);
    return [epoch, ...cells(points)];
  });
  rows.push(['best of each seed', ...cells(best)]);
  const head = [`${name}: epoch`, 'training loss', 'validation loss'];
  if (task.metrics !== undefined) head.push('accuracy');
  printTable(head, rows);
  console.log(`best at epochs ${best.map(({ epoch }) => epoch).join(', ')}\n`);
}

function cells(points: readonly Point[]): string[] {
  const middle = (key: keyof Point) => median(points.map((point) => point[key]));
  const losses = [middle('training').toFixed(3), middle('validation').toFixed(3)];
  return points[0].accuracy === undefined ? losses : [...losses, percent(middle('accuracy'))];
}

experiment('diabetes', progression, { loss: meanSquaredError(), units: 1, epochs: 200 });
experiment('digits', recognition, {
  loss: softmaxCrossEntropy(),
  metrics: { accuracy },
  units: 10,
  epochs: 200,
});
