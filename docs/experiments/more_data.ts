/** Does more data need fewer epochs? `npx tsx docs/experiments/more_data.ts` */
import { digits, split, subset } from '../../src/data/index.ts';
import { dense, relu, sequential, sgd, softmaxCrossEntropy, Trainer } from '../../src/index.ts';
import { follow, type Measurement, reached } from './reach.ts';
import { printTable } from './table.ts';

const seeds = [1, 2, 3, 4, 5];
const all = digits();
const targets = [0.85, 0.9, 0.95];

function learn(samples: number, seed: number): Promise<Measurement[]> {
  const { train, validation } = split(all, { validation: 0.2, seed, stratify: true });
  const layers = [dense({ units: 32 }), relu(), dense({ units: 10 })];
  const trainer = new Trainer({
    model: sequential({ inputShape: [64], seed }, layers),
    loss: softmaxCrossEntropy(),
    optimizer: sgd({ learningRate: 0.3 }),
    iterations: 400,
    batchSize: 16,
    seed,
  });
  const first = Array.from({ length: samples }, (_, sample) => sample);
  return follow(trainer, { train: subset(train, first), validation, every: 8, until: 0.95 });
}

const rows: (readonly unknown[])[] = [];
for (const samples of [90, 180, 360, 720, 1437]) {
  const runs = await Promise.all(seeds.map((seed) => learn(samples, seed)));
  const when = (unit: 'epoch' | 'iteration') =>
    targets.map((target) => reached(runs, target, unit));
  rows.push([samples, ...when('epoch'), '', ...when('iteration')]);
}
printTable(
  ['samples', 'epoch of 85 %', '90 %', '95 %', '', 'iteration of 85 %', '90 %', '95 %'],
  rows,
);
