/** A batch size that changes while training? `npx tsx docs/experiments/growing_batches.ts` */
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
const all = digits();
const parts = seeds.map((seed) => split(all, { validation: 0.2, seed, stratify: true }));
const loss = softmaxCrossEntropy();

/** Batch size and learning rate of epochs 1 to 5, 6 to 10, 11 to 15. */
const plans = {
  'batches of 8': ['8 at 0.4', '8 at 0.4', '8 at 0.4'],
  'a lower rate': ['8 at 0.4', '8 at 0.1', '8 at 0.025'],
  'larger batches': ['8 at 0.4', '32 at 0.4', '128 at 0.4'],
  'smaller batches': ['128 at 0.4', '32 at 0.4', '8 at 0.4'],
  'batches of 128': ['128 at 0.4', '128 at 0.4', '128 at 0.4'],
  'of 128, rate 0.8': ['128 at 0.8', '128 at 0.8', '128 at 0.8'],
};

function run(plan: readonly string[], index: number) {
  const { train, validation } = parts[index];
  const seed = seeds[index];
  const layers = [dense({ units: 32 }), relu(), dense({ units: 10 })];
  const model = sequential({ inputShape: [64], seed }, layers);
  let iterations = 0;
  for (const [part, how] of plan.entries()) {
    const [batchSize, learningRate] = how.split(' at ').map(Number);
    const optimizer = sgd({ learningRate });
    const options = { model, loss, optimizer, epochs: 5, batchSize, seed: `${seed}/${part}` };
    const trainer = new Trainer(options);
    for (const _ of trainer.run({ train }));
    iterations += trainer.iteration;
  }
  const { metrics, ...judged } = evaluate({ model, loss, metrics: { accuracy } }, validation);
  const training = evaluate({ model, loss }, train).loss;
  return { iterations, training, validation: judged.loss, accuracy: metrics.accuracy };
}

const rows = Object.entries(plans).map(([name, plan]) => {
  const ends = seeds.map((_, index) => run(plan, index));
  const middle = (key: keyof (typeof ends)[number]) => median(ends.map((end) => end[key]));
  return [
    `${name}: ${plan.join(', ')}`,
    middle('iterations'),
    middle('training').toFixed(3),
    middle('validation').toFixed(3),
    percent(middle('accuracy')),
  ];
});
const head = ['15 epochs', 'iterations', 'training loss', 'validation loss', 'accuracy'];
printTable(head, rows);
