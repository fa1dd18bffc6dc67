/** Do larger networks need more epochs? `npx tsx docs/experiments/model_size.ts` */
import { parameterCount } from '../../src/index.ts';
import { reached } from './reach.ts';
import { digitParts } from './runs/classifier.ts';
import { finish } from './runs/finish.ts';
import { network, type Size, trainSize } from './runs/model_size.ts';
import { printTable } from './table.ts';

const seeds = [1, 2, 3];
const rates = [0.1, 0.2, 0.4, 0.8];
const parts = seeds.map(digitParts);

const sizes: readonly Size[] = [
  ...[8, 32, 128].map((units) => [1, units] as const),
  ...[2, 4, 8].map((layers) => [layers, 32] as const),
];

/** The epochs to 90 % and 95 %, as medians over the seeds. */
function epochs(size: Size, learningRate: number): number[] {
  const runs = seeds.map(
    (seed, index) => finish(trainSize(size, learningRate, parts[index], seed)).measured,
  );
  return [0.9, 0.95].map((target) => {
    const iteration = reached(runs, target, 'iteration');
    return iteration === 'never' ? Number.POSITIVE_INFINITY : iteration / 45;
  });
}

const shown = (count: number) => (Number.isFinite(count) ? count.toFixed(1) : 'never');

const rows: unknown[][] = [];
for (const size of sizes) {
  const byRate: number[][] = [];
  for (const rate of rates) byRate.push(epochs(size, rate));
  const best = byRate.reduce((found, now, i) => (now[1] < byRate[found][1] ? i : found), 0);
  rows.push([
    size.join(' x '),
    parameterCount(network(size, 1)),
    ...byRate[0].map(shown),
    rates[best],
    ...byRate[best].map(shown),
  ]);
}
printTable(
  ['hidden', 'parameters', 'rate 0.1: to 90 %', 'to 95 %', 'best rate', 'to 90 %', 'to 95 %'],
  rows,
);
