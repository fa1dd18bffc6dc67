/** Small batches or large ones? `npx tsx docs/experiments/batch_size.ts` */
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

const seeds = [1, 2, 3];
const all = digits();
const parts = seeds.map((seed) => split(all, { validation: 0.2, seed, stratify: true }));
const batchSizes = [8, 64, 512];

interface Budget {
  readonly epochs?: number;
  readonly iterations?: number;
}

/** Loss and accuracy on the validation set at the end, by the learning rate with the lowest loss. */
function best(batchSize: number, budget: Budget) {
  const byRate = [0.1, 0.4, 1.6].map((learningRate) => {
    const ends = seeds.map((seed, index) =>
      train(index, { batchSize, ...budget }, learningRate, seed),
    );
    return {
      learningRate,
      loss: median(ends.map(({ loss }) => loss)),
      accuracy: median(ends.map(({ metrics }) => metrics.accuracy)),
    };
  });
  return byRate.reduce((a, b) => (b.loss < a.loss ? b : a));
}

function train(
  index: number,
  how: Budget & { batchSize: number },
  learningRate: number,
  seed: number,
) {
  const layers = [dense({ units: 32 }), relu(), dense({ units: 10 })];
  const model = sequential({ inputShape: [64], seed }, layers);
  const loss = softmaxCrossEntropy();
  const trainer = new Trainer({ model, loss, optimizer: sgd({ learningRate }), ...how, seed });
  for (const _ of trainer.run({ train: parts[index].train }));
  return evaluate({ model, loss, metrics: { accuracy } }, parts[index].validation);
}

for (const [name, budget] of [
  ['10 epochs', { epochs: 10 }],
  ['100 iterations', { iterations: 100 }],
] as const) {
  const samples = parts[0].train.size;
  const rows = batchSizes.map((batchSize) => {
    const iterations = Math.ceil(samples / batchSize) * 10;
    const spent =
      'epochs' in budget
        ? `${iterations} iterations`
        : `${((100 * batchSize) / samples).toFixed(1)} passes`;
    const { learningRate, loss, accuracy: share } = best(batchSize, budget);
    return [batchSize, spent, learningRate, loss.toFixed(3), percent(share)];
  });
  printTable(
    [`${name}: batch size`, 'which are', 'best rate', 'validation loss', 'accuracy'],
    rows,
  );
  console.log();
}
