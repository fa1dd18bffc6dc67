/** Are batch sizes that are powers of two better? `npx tsx docs/experiments/powers_of_two.ts` */
import { digits, split } from '../../src/data/index.ts';
import {
  accuracy,
  dense,
  evaluate,
  relu,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
} from '../../src/index.ts';
import { median, percent, printTable } from './table.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7];
const all = digits();
const parts = seeds.map((seed) => split(all, { validation: 0.2, seed, stratify: true }));
const loss = softmaxCrossEntropy();

const rows = [31, 32, 33, 63, 64, 65].map((batchSize) => {
  const ends = seeds.map((seed, index) => {
    const { train, validation } = parts[index];
    const layers = [dense({ units: 32 }), relu(), dense({ units: 10 })];
    const model = sequential({ inputShape: [64], seed }, layers);
    const optimizer = sgd({ learningRate: 0.2 });
    const trainer = new Trainer({ model, loss, optimizer, epochs: 10, batchSize, seed });
    for (const _ of trainer.run({ train }));
    const { metrics, ...judged } = evaluate({ model, loss, metrics: { accuracy } }, validation);
    return { iterations: trainer.iteration, loss: judged.loss, accuracy: metrics.accuracy };
  });
  const losses = ends.map((end) => end.loss).sort((a, b) => a - b);
  return [
    batchSize,
    ends[0].iterations,
    median(losses).toFixed(3),
    `${losses[0].toFixed(3)} to ${losses[losses.length - 1].toFixed(3)}`,
    percent(median(ends.map((end) => end.accuracy))),
  ];
});
const head = ['batch size', 'iterations', 'validation loss', 'of seven seeds', 'accuracy'];
printTable(head, rows);
