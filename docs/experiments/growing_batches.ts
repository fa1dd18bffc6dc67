/** A batch size that changes while training? `npx tsx docs/experiments/growing_batches.ts` */
import { digitParts } from './runs/classifier.ts';
import { finish } from './runs/finish.ts';
import { trainByPlan } from './runs/growing_batches.ts';
import { median, percent, printTable } from './table.ts';

const seeds = [1, 2, 3, 4, 5];
const parts = seeds.map(digitParts);

/** Batch size and learning rate of epochs 1 to 5, 6 to 10, 11 to 15. */
const plans = {
  'batches of 8': ['8 at 0.4', '8 at 0.4', '8 at 0.4'],
  'a lower rate': ['8 at 0.4', '8 at 0.1', '8 at 0.025'],
  'larger batches': ['8 at 0.4', '32 at 0.4', '128 at 0.4'],
  'smaller batches': ['128 at 0.4', '32 at 0.4', '8 at 0.4'],
  'batches of 128': ['128 at 0.4', '128 at 0.4', '128 at 0.4'],
  'of 128, rate 0.8': ['128 at 0.8', '128 at 0.8', '128 at 0.8'],
};

const rows = Object.entries(plans).map(([name, plan]) => {
  const ends = seeds.map((seed, index) => finish(trainByPlan(plan, parts[index], seed)));
  const middle = (key: Exclude<keyof (typeof ends)[number], 'model'>) =>
    median(ends.map((end) => end[key]));
  return [
    `${name}: ${plan.join(', ')}`,
    middle('iterations'),
    middle('training').toFixed(3),
    middle('validation').toFixed(3),
    percent(middle('accuracy')),
  ];
});
const head = ['15 epochs', 'iterations', 'training loss', 'validation loss', 'accuracy'];
printTable(head, rows);
