/** Are batch sizes that are powers of two better? `npx tsx docs/experiments/powers_of_two.ts` */
import { sgd } from '../../src/index.ts';
import { digitParts, trainAndJudge } from './runs/classifier.ts';
import { finish } from './runs/finish.ts';
import { median, percent, printTable } from './table.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7];
const parts = seeds.map(digitParts);

const rows = [31, 32, 33, 63, 64, 65].map((batchSize) => {
  const ends = seeds.map((seed, index) => {
    const options = { optimizer: sgd({ learningRate: 0.2 }), epochs: 10, batchSize };
    return finish(trainAndJudge(parts[index], options, seed));
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
