/** Are fewer epochs needed when transferring? `npx tsx docs/experiments/transfer.ts` */
import { adam, sequential, softmaxCrossEntropy, Trainer } from '../../src/index.ts';
import { atTheEnd, follow, type Measurement, reached } from './reach.ts';
import { finish } from './runs/finish.ts';
import {
  layersFor,
  learningRate,
  oddOrEven,
  otherDigits,
  recipes,
  type Task,
} from './runs/transfer.ts';
import { percent, printTable } from './table.ts';

const seeds = [1, 2, 3, 4, 5];
const ways = ['from scratch', 'new head only', 'all layers', 'thawed gradually'] as const;

/** Learns the first task, then the second in every way. */
function transfer(task: Task, seed: number): Record<string, Measurement[]> {
  const { first, train, validation, classes } = task;
  const options = { loss: softmaxCrossEntropy(), batchSize: 16, seed };
  const body = sequential({ inputShape: [64], seed }, layersFor(first.classes));
  const before = new Trainer({
    ...options,
    model: body,
    optimizer: adam({ learningRate }),
    epochs: 10,
  });
  for (const _ of before.run({ train: first.train }));
  const results: Record<string, Measurement[]> = {};
  for (const way of ways) {
    const { model, groups, thaw } = recipes[way]({ body, classes, factor: 0.5, seed });
    const optimizer = adam({ learningRate, groups });
    const trainer = new Trainer({ ...options, model, optimizer, epochs: 40 });
    results[way] = finish(follow(trainer, { train, validation, until: 1, listen: thaw }));
  }
  return results;
}

for (const [title, makeTask, samples] of [
  ['0 to 4, then 5 to 9', otherDigits, 100],
  ['all digits, then odd or even', oddOrEven, 50],
] as const) {
  const results = seeds.map((seed) => transfer(makeTask({ samples, seed }), seed));
  const rows = ways.map((name) => {
    const runs = results.map((result) => result[name]);
    const epochs = [0.7, 0.8, 0.9].map((target) => reached(runs, target, 'epoch'));
    return [name, ...epochs, percent(atTheEnd(runs))];
  });
  printTable([title, 'epoch of 70 %', 'of 80 %', 'of 90 %', 'after 40 epochs'], rows);
  console.log();
}
