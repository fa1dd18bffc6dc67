/** Transfer: one task first, then another from few samples, in six ways. */
import {
  accuracy,
  adam,
  type Dataset,
  dense,
  discriminativeRates,
  type Model,
  type ParameterGroup,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
  tensor,
  withHead,
} from 'epochal';
import { digits, split, subset } from 'epochal/data';
import { fingerprint } from 'epochal/learn';
import type { View } from '../core/view.ts';
import {
  type TransferEpoch,
  type TransferResult,
  transfer,
  WAYS,
  type Way,
  type WaySeen,
} from '../views/transfer.ts';

const learningRate = 2e-3;
/** Epochs until one layer more learns. */
const THAWED_EVERY = 3;
/** Names of the layers of the body that have parameters. */
const BODY = ['layers.0', 'layers.2'];

export const transferRun: View<TransferResult> = {
  ...transfer,
  *run({ task, samples, firstEpochs, epochs, factor, seed }) {
    const options = { loss: softmaxCrossEntropy(), batchSize: 16, seed: Number(seed) };
    const { first, train, validation, classes } = (task === '5 to 9' ? otherDigits : oddOrEven)(
      Number(samples),
    );
    const body = sequential({ inputShape: [64], seed: Number(seed) }, layersFor(first.classes));
    if (Number(firstEpochs) > 0) {
      const own = { model: body, optimizer: adam({ learningRate }), epochs: Number(firstEpochs) };
      for (const event of new Trainer({ ...options, ...own }).run({ train: first.train })) {
        if (event.type === 'iterationEnd') yield;
      }
    }
    const ways: WaySeen[] = [];
    const resultOf = (seen: readonly WaySeen[]): TransferResult => ({
      samples: { first: first.train.size, second: train.size, validation: validation.size },
      ways: [...seen],
      weights: seen.find(({ way }) => way === 'all layers')?.weights ?? '',
    });
    for (const way of WAYS) {
      const recipe = RECIPES[way]({ body, classes, factor: Number(factor), seed: Number(seed) });
      const { model, groups, thaw } = recipe;
      const optimizer = adam({ learningRate, groups });
      const trainer = new Trainer({ ...options, model, optimizer, epochs: Number(epochs) });
      const measured: TransferEpoch[] = [];
      const learning = () =>
        model
          .parameters()
          .reduce((sum, { requiresGrad, size }) => sum + (requiresGrad ? size : 0), 0);
      const seen = (end: Pick<WaySeen, 'moved' | 'weights'>): WaySeen => ({
        ...{ way, epochs: [...measured], learning: learning() },
        ...end,
      });
      for (const event of trainer.run({ train })) {
        if (event.type === 'epochStart') thaw?.(event.epoch);
        if (event.type === 'iterationEnd') yield;
        if (event.type !== 'epochEnd') continue;
        const outputs = model.predict(validation.inputs);
        measured.push({
          epoch: event.epoch,
          accuracy: accuracy(outputs, validation.targets),
        });
        yield resultOf([...ways, seen({ moved: undefined, weights: '' })]);
      }
      ways.push(
        seen({
          moved: way === 'from scratch' ? undefined : BODY.map((one) => moved(body, model, one)),
          weights: fingerprint(model),
        }),
      );
    }
    return resultOf(ways);
  },
};

/** What a network begins with, and how it learns. */
interface Recipe {
  readonly model: Model;
  readonly groups?: readonly ParameterGroup[];
  /** Called before each epoch. */
  readonly thaw?: (epoch: number) => void;
}

interface Ingredients {
  readonly body: Model;
  readonly classes: number;
  readonly factor: number;
  readonly seed: number;
}

const RECIPES: Readonly<Record<Way, (ingredients: Ingredients) => Recipe>> = {
  'from scratch': ({ classes, seed }) => ({
    model: sequential({ inputShape: [64], seed: `${seed}/scratch` }, layersFor(classes)),
  }),
  'new head only': (given) => frozen(given, 2),
  'first layer frozen': (given) => frozen(given, 1),
  'all layers': (given) => ({ model: transferred(given) }),
  'rates by depth': (given) => {
    const model = transferred(given);
    return { model, groups: discriminativeRates(model, { learningRate, factor: given.factor }) };
  },
  'thawed gradually': (given) => {
    const model = transferred(given);
    const groups = discriminativeRates(model, { learningRate, factor: given.factor });
    return {
      model,
      groups,
      // What `gradualUnfreezing` does as a callback of `fit`.
      thaw(epoch) {
        const learning = 1 + Math.floor((epoch - 1) / THAWED_EVERY);
        if (learning <= BODY.length) model.freeze({ first: BODY.length + 1 - learning });
        model.unfreeze({ last: Math.min(learning, BODY.length + 1) });
      },
    };
  },
};

function transferred({ body, classes }: Ingredients): Model {
  return withHead(body, [dense({ units: classes })]);
}

function frozen(given: Ingredients, first: number): Recipe {
  const model = transferred(given);
  model.freeze({ first });
  return { model };
}

function layersFor(classes: number) {
  return [dense({ units: 64 }), relu(), dense({ units: 64 }), relu(), dense({ units: classes })];
}

/** The largest change of a number in a layer. */
function moved(body: Model, model: Model, layer: string): number {
  const before = body.state();
  return Math.max(
    ...Object.entries(model.state())
      .filter(([name]) => name.startsWith(`${layer}.`))
      .map(([name, after]) => after.sub(before[name]).abs().max().item()),
  );
}

interface Task {
  readonly first: { readonly train: Dataset; readonly classes: number };
  readonly train: Dataset;
  readonly validation: Dataset;
  readonly classes: number;
}

/** Five digits, then the five others. */
function otherDigits(samples: number): Task {
  const all = digits();
  const among = (from: number, to: number): Dataset => {
    const rows = Array.from(all.targets.toTypedArray(), (digit, row) => ({ digit, row }))
      .filter(({ digit }) => digit >= from && digit <= to)
      .map(({ row }) => row);
    const chosen = subset(all, rows);
    return { ...chosen, targets: chosen.targets.sub(from), classNames: undefined };
  };
  const second = split(among(5, 9), { validation: 0.4, seed: 7 });
  const first = { train: among(0, 4), classes: 5 };
  return { first, ...second, train: firstOf(second.train, samples), classes: 5 };
}

/** All ten digits, then whether one that was not among them is odd. */
function oddOrEven(samples: number): Task {
  const { train, validation: rest } = split(digits(), { validation: 0.4, seed: 7 });
  const odd = tensor(Int32Array.from(rest.targets.toTypedArray(), (digit) => digit % 2));
  const second = split(
    { ...rest, targets: odd, classNames: undefined },
    { validation: 0.5, seed: 7 },
  );
  const first = { train, classes: 10 };
  return { first, ...second, train: firstOf(second.train, samples), classes: 2 };
}

function firstOf(dataset: Dataset, samples: number): Dataset {
  return subset(dataset, [...Array(samples).keys()]);
}
