/** Does more data need fewer epochs? `npx tsx docs/experiments/more_data.ts` */
import { sgd } from '../../src/index.ts';
import { follow, reached } from './reach.ts';
import { classifierTrainer, digitParts, firstOf } from './runs/classifier.ts';
import { finish } from './runs/finish.ts';
import { printTable } from './table.ts';

const seeds = [1, 2, 3, 4, 5];
const targets = [0.85, 0.9, 0.95];

const rows: (readonly unknown[])[] = [];
for (const samples of [90, 180, 360, 720, 1437]) {
  const runs = seeds.map((seed) => {
    const { train, validation } = digitParts(seed);
    const options = { optimizer: sgd({ learningRate: 0.3 }), iterations: 400, batchSize: 16 };
    const how = { train: firstOf(train, samples), validation, every: 8, until: 0.95 };
    return finish(follow(classifierTrainer(options, seed), how));
  });
  const when = (unit: 'epoch' | 'iteration') =>
    targets.map((target) => reached(runs, target, unit));
  rows.push([samples, ...when('epoch'), '', ...when('iteration')]);
}
printTable(
  ['samples', 'epoch of 85 %', '90 %', '95 %', '', 'iteration of 85 %', '90 %', '95 %'],
  rows,
);
