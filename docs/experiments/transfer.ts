/** Are fewer epochs needed when transferring? `npx tsx docs/experiments/transfer.ts` */
import { digits, split, subset } from '../../src/data/index.ts';
import {
  adam,
  type Callback,
  type Dataset,
  dense,
  discriminativeRates,
  gradualUnfreezing,
  type Model,
  type ParameterGroup,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
  tensor,
  withHead,
} from '../../src/index.ts';
import { atTheEnd, followWith, type Measurement, reached } from './reach.ts';
import { firstOf } from './runs/classifier.ts';
import { percent, printTable } from './table.ts';

const seeds = [1, 2, 3, 4, 5];
const learningRate = 2e-3;
const all = digits();
const digitOf = Array.from(all.targets.toTypedArray());

/** What is learned first and what is learned then, from few samples. */
interface Task {
  readonly first: Dataset;
  readonly train: Dataset;
  readonly validation: Dataset;
  /** Of the new task. */
  readonly classes: number;
}

/** What a network begins with, and how it learns. */
interface Recipe {
  readonly model: Model;
  readonly groups?: readonly ParameterGroup[];
  readonly callbacks?: readonly Callback[];
}

const layers = (classes: number) => [
  dense({ units: 64 }),
  relu(),
  dense({ units: 64 }),
  relu(),
  dense({ units: classes }),
];

const recipes: Readonly<Record<string, (body: Model, classes: number, seed: number) => Recipe>> = {
  'from scratch': (_, classes, seed) => ({
    model: sequential({ inputShape: [64], seed: `${seed}/scratch` }, layers(classes)),
  }),
  'new head only': (body, classes) => {
    const model = withHead(body, [dense({ units: classes })]);
    model.freeze({ first: 2 });
    return { model };
  },
  'all layers': (body, classes) => ({ model: withHead(body, [dense({ units: classes })]) }),
  'thawed gradually': (body, classes) => {
    const model = withHead(body, [dense({ units: classes })]);
    const groups = discriminativeRates(model, { learningRate, factor: 0.5 });
    return { model, groups, callbacks: [gradualUnfreezing({ model, every: { epochs: 3 } })] };
  },
};

/** Five digits, then five others. */
function otherDigits(seed: number): Task {
  const among = (from: number, to: number) =>
    digitOf.flatMap((digit, sample) => (digit >= from && digit <= to ? [sample] : []));
  const first = relabelled(subset(all, among(0, 4)), 0);
  const rest = split(relabelled(subset(all, among(5, 9)), 5), { validation: 0.4, seed });
  return { first, ...rest, train: firstOf(rest.train, 100), classes: 5 };
}

/** All digits, then whether they are odd. */
function anotherQuestion(seed: number): Task {
  const { train: first, validation: rest } = split(all, { validation: 0.4, seed });
  const odd = Int32Array.from(rest.targets.toTypedArray(), (digit) => digit % 2);
  const parts = split(
    { ...rest, targets: tensor(odd), classNames: undefined },
    { validation: 0.5, seed },
  );
  return { first, ...parts, train: firstOf(parts.train, 50), classes: 2 };
}

function relabelled(dataset: Dataset, lowest: number): Dataset {
  return { ...dataset, targets: dataset.targets.sub(lowest), classNames: undefined };
}

/** Learns the first task, then the second by every recipe. */
async function transfer(task: Task, seed: number): Promise<Record<string, Measurement[]>> {
  const { first, train, validation, classes } = task;
  const options = { loss: softmaxCrossEntropy(), batchSize: 16, seed };
  const classesBefore = first.targets.max().item() + 1;
  const body = sequential({ inputShape: [64], seed }, layers(classesBefore));
  const optimizer = adam({ learningRate });
  await new Trainer({ ...options, model: body, optimizer, epochs: 10 }).fit({ train: first });
  const results: Record<string, Measurement[]> = {};
  for (const [name, make] of Object.entries(recipes)) {
    const { model, groups, callbacks } = make(body, classes, seed);
    const own = adam({ learningRate, groups });
    const trainer = new Trainer({ ...options, model, optimizer: own, epochs: 40 });
    results[name] = await followWith(callbacks ?? [], trainer, { train, validation, until: 1 });
  }
  return results;
}

for (const [title, makeTask] of [
  ['0 to 4, then 5 to 9', otherDigits],
  ['all digits, then odd or even', anotherQuestion],
] as const) {
  const results = await Promise.all(seeds.map((seed) => transfer(makeTask(seed), seed)));
  const rows = Object.keys(recipes).map((name) => {
    const runs = results.map((result) => result[name]);
    const epochs = [0.7, 0.8, 0.9].map((target) => reached(runs, target, 'epoch'));
    return [name, ...epochs, percent(atTheEnd(runs))];
  });
  printTable([title, 'epoch of 70 %', 'of 80 %', 'of 90 %', 'after 40 epochs'], rows);
  console.log();
}
