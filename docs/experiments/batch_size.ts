/** Small batches or large ones? `npx tsx docs/experiments/batch_size.ts` */
import { sgd } from '../../src/index.ts';
import { digitParts, trainAndJudge } from './runs/classifier.ts';
import { finish } from './runs/finish.ts';
import { median, percent, printTable } from './table.ts';

const seeds = [1, 2, 3];
const parts = seeds.map(digitParts);
const batchSizes = [8, 64, 512];

interface Budget {
  readonly epochs?: number;
  readonly iterations?: number;
}

/** Loss and accuracy on the validation set at the end, by the learning rate with the lowest loss. */
function best(batchSize: number, budget: Budget) {
  const byRate = [0.1, 0.4, 1.6].map((learningRate) => {
    const options = { optimizer: sgd({ learningRate }), batchSize, ...budget };
    const ends = seeds.map((seed, index) => finish(trainAndJudge(parts[index], options, seed)));
    return {
      learningRate,
      loss: median(ends.map(({ loss }) => loss)),
      accuracy: median(ends.map((end) => end.accuracy)),
    };
  });
  return byRate.reduce((a, b) => (b.loss < a.loss ? b : a));
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
