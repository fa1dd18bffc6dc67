/** Do residual connections make deep networks learn? `npx tsx docs/experiments/depth.ts` */
import { digitParts } from './runs/classifier.ts';
import { blocks, trainDeep } from './runs/depth.ts';
import { finish } from './runs/finish.ts';
import { median, percent, printTable } from './table.ts';

const seeds = [1, 2, 3];
const parts = seeds.map(digitParts);
const depths = [2, 8, 16];

const rows = Object.entries(blocks).map(([name, block]) => {
  const cells = depths.map((depth) => {
    const byRate = [0.02, 0.1].map((learningRate) => {
      const ends = seeds.map((seed, index) =>
        finish(trainDeep(block, depth, learningRate, parts[index], seed)),
      );
      return {
        loss: median(ends.map((end) => end.loss)),
        accuracy: median(ends.map((end) => end.accuracy)),
      };
    });
    const best = byRate.reduce((a, b) => (b.loss < a.loss ? b : a));
    return Number.isFinite(best.loss)
      ? `${best.loss.toFixed(3)}  ${percent(best.accuracy)}`
      : 'diverges';
  });
  return [name, ...cells];
});
printTable(['blocks', ...depths.map(String)], rows);
