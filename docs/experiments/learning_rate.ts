/** Does a higher learning rate need fewer epochs? `npx tsx docs/experiments/learning_rate.ts` */
import { sgd } from '../../src/index.ts';
import { atTheEnd, follow, reached } from './reach.ts';
import { classifierTrainer, digitParts } from './runs/classifier.ts';
import { finish } from './runs/finish.ts';
import { percent, printTable } from './table.ts';

const seeds = [1, 2, 3, 4, 5];

const rows: (readonly unknown[])[] = [];
for (const learningRate of [0.05, 0.1, 0.2, 0.4, 0.8, 1.2, 1.6, 3.2]) {
  const runs = seeds.map((seed) => {
    const options = { optimizer: sgd({ learningRate }), epochs: 25, batchSize: 32 };
    const parts = digitParts(seed);
    return finish(follow(classifierTrainer(options, seed), { ...parts, until: 0.95 }));
  });
  const arrived = runs.filter((measured) => (measured.at(-1)?.accuracy ?? 0) >= 0.95).length;
  const epochs = [0.9, 0.95].map((target) => reached(runs, target, 'epoch'));
  rows.push([learningRate, ...epochs, `${arrived} of 5`, percent(atTheEnd(runs))]);
}
const head = ['learning rate', 'epoch of 90 %', 'of 95 %', 'arrived', 'accuracy at the end'];
printTable(head, rows);
