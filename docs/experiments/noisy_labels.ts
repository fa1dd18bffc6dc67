/** What do wrong labels do? `npx tsx docs/experiments/noisy_labels.ts` */
import { digits, split } from '../../src/data/index.ts';
import {
  accuracy,
  adam,
  dense,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
  tensor,
} from '../../src/index.ts';
import { median, percent, printTable } from './table.ts';

const seeds = [1, 2, 3];
const shown = [2, 5, 10, 20, 50, 100];
const all = digits();

interface Point {
  /** On the validation set, whose labels are right. */
  readonly accuracy: number;
  /** The parts of the samples with a wrong label for which the network says that label, and the right one. */
  readonly believed: number;
  readonly corrected: number;
}

/** Measured after each epoch, where so large a part of the training labels is wrong. */
function run(share: number, seed: number): Point[] {
  const { train, validation } = split(all, { validation: 0.2, seed, stratify: true });
  const right = Array.from(train.targets.toTypedArray());
  const wrong = Math.round(share * train.size);
  // The samples are in random order, so the first of them are any. 1 to 9 further is another digit.
  const given = right.map((digit, i) => (i < wrong ? (digit + 1 + ((7 * i) % 9)) % 10 : digit));
  const layers = [dense({ units: 128 }), relu(), dense({ units: 10 })];
  const model = sequential({ inputShape: [64], seed }, layers);
  const trainer = new Trainer({
    model,
    loss: softmaxCrossEntropy(),
    optimizer: adam({ learningRate: 3e-3 }),
    epochs: 100,
    batchSize: 32,
    seed,
  });
  const points: Point[] = [];
  const targets = tensor(Int32Array.from(given));
  for (const event of trainer.run({ train: { ...train, targets } })) {
    if (event.type !== 'epochEnd' || !shown.includes(event.epoch)) continue;
    const said = Array.from(model.predict(train.inputs).argmax().toTypedArray()).slice(0, wrong);
    const part = (labels: readonly number[]) =>
      said.filter((label, i) => label === labels[i]).length / wrong;
    points.push({
      accuracy: accuracy(model.predict(validation.inputs), validation.targets),
      believed: part(given),
      corrected: part(right),
    });
  }
  return points;
}

const rows: string[][] = [];
for (const share of [0, 0.2, 0.4, 0.6]) {
  const runs = seeds.map((seed) => run(share, seed));
  const row = (key: keyof Point) =>
    shown.map((_, i) => percent(median(runs.map((points) => points[i][key]))));
  rows.push([`${100 * share} % wrong: accuracy`, ...row('accuracy')]);
  if (share === 0) continue;
  rows.push(['  wrong labels: taken over', ...row('believed')]);
  rows.push(['  wrong labels: seen through', ...row('corrected')]);
}
printTable(['after epoch', ...shown.map(String)], rows);
