/** Are more epochs always better? `npx tsx docs/experiments/more_epochs.ts` */
import { diabetes, digits, type Split, split, standardize } from '../../src/data/index.ts';
import {
  accuracy,
  adam,
  dense,
  meanSquaredError,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
  type TrainerOptions,
} from '../../src/index.ts';

import { median, percent, printTable } from './table.ts';

/** Of the disease of 442 patients a year later, from 265 of them. */
function progression(seed: number): Split {
  const parts = split(diabetes(), { validation: 0.4, seed });
  const scalers = [standardize(parts.train), standardize(parts.train, { of: 'targets' })];
  const [train, validation] = [parts.train, parts.validation].map((part) =>
    scalers.reduce((scaled, scaler) => scaler.apply(scaled), part),
  );
  return { train, validation };
}

const allDigits = digits();

/** Of 1797 digits, from 358 of them. */
function recognition(seed: number): Split {
  const { train, validation } = split(allDigits, {
    validation: 0.2,
    test: 0.6,
    seed,
    stratify: true,
  });
  return { train, validation };
}

interface Point {
  readonly epoch: number;
  readonly training: number;
  readonly validation: number;
  readonly accuracy: number;
}

/** What was measured every 5 epochs up to 200. */
function curve(data: Split, task: Task, seed: number): Point[] {
  const { units, ...measures } = task;
  const inputShape = data.train.inputs.shape.slice(1);
  const layers = [dense({ units: 32 }), relu(), dense({ units })];
  const trainer = new Trainer({
    ...measures,
    model: sequential({ inputShape, seed }, layers),
    optimizer: adam({ learningRate: 3e-3 }),
    epochs: 200,
    batchSize: 32,
    seed,
    validateEvery: { epochs: 5 },
  });
  for (const _ of trainer.run(data));
  const { epochs, validations } = trainer.history;
  return validations.map(({ epoch, loss, metrics }) => ({
    epoch,
    training: epochs[epoch - 1].loss,
    validation: loss,
    accuracy: metrics.accuracy,
  }));
}

type Task = Pick<TrainerOptions, 'loss' | 'metrics'> & { readonly units: number };

const seeds = [1, 2, 3, 4, 5];
const shown = [5, 10, 20, 50, 100, 200];

function experiment(name: string, make: (seed: number) => Split, task: Task): void {
  const curves = seeds.map((seed) => curve(make(seed), task, seed));
  const best = curves.map((points) =>
    points.reduce((a, b) => (b.validation < a.validation ? b : a)),
  );
  const rows = shown.map((epoch) => {
    const points = curves.map((own) => own[epoch / 5 - 1]);
    return [epoch, ...cells(points)];
  });
  rows.push(['best of each seed', ...cells(best)]);
  const head = [`${name}: epoch`, 'training loss', 'validation loss'];
  if (task.metrics !== undefined) head.push('accuracy');
  printTable(head, rows);
  console.log(`best at epochs ${best.map(({ epoch }) => epoch).join(', ')}\n`);
}

function cells(points: readonly Point[]): string[] {
  const middle = (key: keyof Point) => median(points.map((point) => point[key]));
  const losses = [middle('training').toFixed(3), middle('validation').toFixed(3)];
  return points[0].accuracy === undefined ? losses : [...losses, percent(middle('accuracy'))];
}

experiment('diabetes', progression, { loss: meanSquaredError(), units: 1 });
experiment('digits', recognition, {
  loss: softmaxCrossEntropy(),
  metrics: { accuracy },
  units: 10,
});
