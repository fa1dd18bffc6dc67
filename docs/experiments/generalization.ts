/** Do small batches generalize better, at equal training loss? `npx tsx docs/experiments/generalization.ts` */
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

const seeds = [1, 2, 3, 4, 5];
const levels = [0.2, 0.05, 0.01];
const all = digits();
const loss = softmaxCrossEntropy();

/** On the validation set, when the loss on the whole training set first is at a level or below. */
interface Arrival {
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number;
}

async function run(batchSize: number, learningRate: number, seed: number): Promise<Arrival[]> {
  const { train, validation } = split(all, { validation: 0.2, test: 0.6, seed, stratify: true });
  const layers = [dense({ units: 32 }), relu(), dense({ units: 10 })];
  const model = sequential({ inputShape: [64], seed }, layers);
  const optimizer = sgd({ learningRate });
  const trainer = new Trainer({ model, loss, optimizer, epochs: 1000, batchSize, seed });
  const arrivals: Arrival[] = [];
  for (const event of trainer.run({ train })) {
    if (event.type !== 'iterationEnd' || event.iteration % 5 !== 0) continue;
    const reached = evaluate({ model, loss }, train).loss;
    while (arrivals.length < levels.length && reached <= levels[arrivals.length]) {
      const judged = evaluate({ model, loss, metrics: { accuracy } }, validation);
      const epoch = event.epoch;
      arrivals.push({ epoch, loss: judged.loss, accuracy: judged.metrics.accuracy });
    }
    if (arrivals.length === levels.length) break;
  }
  return arrivals;
}

const rows: unknown[][] = [];
for (const [batchSize, learningRate] of [
  [4, 0.05],
  [32, 0.2],
  [358, 0.8],
] as const) {
  const runs = await Promise.all(seeds.map((seed) => run(batchSize, learningRate, seed)));
  for (const [index, level] of levels.entries()) {
    const middle = (key: keyof Arrival) => median(runs.map((arrivals) => arrivals[index][key]));
    const judged = [middle('loss').toFixed(3), percent(middle('accuracy'))];
    rows.push([index === 0 ? batchSize : '', learningRate, level, middle('epoch'), ...judged]);
  }
}
const head = ['batch size', 'rate', 'training loss', 'in epoch', 'validation loss', 'accuracy'];
printTable(head, rows);
