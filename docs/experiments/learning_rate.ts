/** Does a higher learning rate need fewer epochs? `npx tsx docs/experiments/learning_rate.ts` */
import { digits, split } from '../../src/data/index.ts';
import { dense, relu, sequential, sgd, softmaxCrossEntropy, Trainer } from '../../src/index.ts';
import { atTheEnd, follow, type Measurement, reached } from './reach.ts';
import { percent, printTable } from './table.ts';

const seeds = [1, 2, 3, 4, 5];
const all = digits();

function train(learningRate: number, seed: number): Promise<Measurement[]> {
  const parts = split(all, { validation: 0.2, seed, stratify: true });
  const layers = [dense({ units: 32 }), relu(), dense({ units: 10 })];
  const trainer = new Trainer({
    model: sequential({ inputShape: [64], seed }, layers),
    loss: softmaxCrossEntropy(),
    optimizer: sgd({ learningRate }),
    epochs: 25,
    batchSize: 32,
    seed,
  });
  return follow(trainer, { ...parts, until: 0.95 });
}

const rows: (readonly unknown[])[] = [];
for (const learningRate of [0.05, 0.1, 0.2, 0.4, 0.8, 1.2, 1.6, 3.2]) {
  const runs = await Promise.all(seeds.map((seed) => train(learningRate, seed)));
  const arrived = runs.filter((measured) => (measured.at(-1)?.accuracy ?? 0) >= 0.95).length;
  const epochs = [0.9, 0.95].map((target) => reached(runs, target, 'epoch'));
  rows.push([learningRate, ...epochs, `${arrived} of 5`, percent(atTheEnd(runs))]);
}
const head = ['learning rate', 'epoch of 90 %', 'of 95 %', 'arrived', 'accuracy at the end'];
printTable(head, rows);
