/** What do wrong labels do? `npx tsx docs/experiments/noisy_labels.ts` */
import { digitParts } from './runs/classifier.ts';
import { finish } from './runs/finish.ts';
import { type Point, trainWithNoise } from './runs/noisy_labels.ts';
import { median, percent, printTable } from './table.ts';

const seeds = [1, 2, 3];
const shown = [2, 5, 10, 20, 50, 100];
const parts = seeds.map(digitParts);

const rows: string[][] = [];
for (const share of [0, 0.2, 0.4, 0.6]) {
  const runs = seeds.map(
    (seed, index) =>
      finish(trainWithNoise(parts[index], { share, epochs: 100, shown }, seed)).points,
  );
  const row = (key: keyof Point) =>
    shown.map((_, i) => percent(median(runs.map((points) => points[i][key]))));
  rows.push([`${100 * share} % wrong: accuracy`, ...row('accuracy')]);
  if (share === 0) continue;
  rows.push(['  wrong labels: taken over', ...row('believed')]);
  rows.push(['  wrong labels: seen through', ...row('corrected')]);
}
printTable(['after epoch', ...shown.map(String)], rows);
