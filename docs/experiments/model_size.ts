/** Do larger networks need more epochs? `npx tsx docs/experiments/model_size.ts` */
import { digits, split } from '../../src/data/index.ts';
import {
  dense,
  NonFiniteError,
  parameterCount,
  relu,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
} from '../../src/index.ts';
import { follow, type Measurement, reached } from './reach.ts';
import { printTable } from './table.ts';

const seeds = [1, 2, 3];
const rates = [0.1, 0.2, 0.4, 0.8];
const all = digits();
const parts = seeds.map((seed) => split(all, { validation: 0.2, seed, stratify: true }));

/** Hidden layers, and the units of each. */
type Size = readonly [layers: number, units: number];

const sizes: readonly Size[] = [
  ...[8, 32, 128].map((units) => [1, units] as const),
  ...[2, 4, 8].map((layers) => [layers, 32] as const),
];

function network([layers, units]: Size, seed: number) {
  const hidden = Array.from({ length: layers }, () => [dense({ units }), relu()]);
  return sequential({ inputShape: [64], seed }, [...hidden.flat(), dense({ units: 10 })]);
}

/** Up to 30 epochs, measured five times in each; nothing is reached by a network that diverges. */
async function train(size: Size, learningRate: number, index: number): Promise<Measurement[]> {
  const trainer = new Trainer({
    model: network(size, seeds[index]),
    loss: softmaxCrossEntropy(),
    optimizer: sgd({ learningRate }),
    epochs: 30,
    batchSize: 32,
    seed: seeds[index],
  });
  const every = trainer.plan(parts[index].train).iterationsPerEpoch / 5;
  try {
    return await follow(trainer, { ...parts[index], every, until: 0.95 });
  } catch (error) {
    if (error instanceof NonFiniteError) return [];
    throw error;
  }
}

/** The epochs to 90 % and 95 %, as medians over the seeds. */
async function epochs(size: Size, learningRate: number): Promise<number[]> {
  const runs = await Promise.all(seeds.map((_, index) => train(size, learningRate, index)));
  return [0.9, 0.95].map((target) => {
    const iteration = reached(runs, target, 'iteration');
    return iteration === 'never' ? Number.POSITIVE_INFINITY : iteration / 45;
  });
}

const shown = (count: number) => (Number.isFinite(count) ? count.toFixed(1) : 'never');

const rows: unknown[][] = [];
for (const size of sizes) {
  const byRate: number[][] = [];
  for (const rate of rates) byRate.push(await epochs(size, rate));
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
