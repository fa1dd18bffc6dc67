/** One task, then another from few samples: the tasks, and the ways in which a network begins with the second. */
import { digits, split, subset } from '../../../src/data/index.ts';
import {
  type Dataset,
  dense,
  discriminativeRates,
  type GradualUnfreezing,
  gradualUnfreezing,
  type Model,
  type ParameterGroup,
  relu,
  sequential,
  tensor,
  withHead,
} from '../../../src/index.ts';
import { firstOf } from './classifier.ts';

export const learningRate = 2e-3;

/** What is learned first and what is learned then, from few samples. */
export interface Task {
  readonly first: { readonly train: Dataset; readonly classes: number };
  readonly train: Dataset;
  readonly validation: Dataset;
  /** Of the new task. */
  readonly classes: number;
}

export interface TaskSetting {
  /** Of the second task. */
  readonly samples: number;
  /** Of the splits. */
  readonly seed: number;
}

/** Five digits, then the five others. */
export function otherDigits({ samples, seed }: TaskSetting): Task {
  const all = digits();
  const digitOf = Array.from(all.targets.toTypedArray());
  const among = (from: number, to: number) =>
    relabelled(
      subset(
        all,
        digitOf.flatMap((digit, row) => (digit >= from && digit <= to ? [row] : [])),
      ),
      (digit) => digit - from,
    );
  const second = split(among(5, 9), { validation: 0.4, seed });
  const first = { train: among(0, 4), classes: 5 };
  return { first, ...second, train: firstOf(second.train, samples), classes: 5 };
}

/** All ten digits, then whether one that was not among them is odd. */
export function oddOrEven({ samples, seed }: TaskSetting): Task {
  const { train, validation: rest } = split(digits(), { validation: 0.4, seed });
  const odd = relabelled(rest, (digit) => digit % 2);
  const second = split(odd, { validation: 0.5, seed });
  const first = { train, classes: 10 };
  return { first, ...second, train: firstOf(second.train, samples), classes: 2 };
}

/** Other classes, which have no names. */
function relabelled(
  { inputs, targets, size }: Dataset,
  classOf: (digit: number) => number,
): Dataset {
  return { inputs, targets: tensor(Int32Array.from(targets.toTypedArray(), classOf)), size };
}

export function layersFor(classes: number) {
  return [dense({ units: 64 }), relu(), dense({ units: 64 }), relu(), dense({ units: classes })];
}

export interface Ingredients {
  /** What has learned the first task. */
  readonly body: Model;
  readonly classes: number;
  /** The rate of a layer as a part of the next one's. */
  readonly factor: number;
  readonly seed: number;
}

/** What a network begins with, and how it learns. */
export interface Recipe {
  readonly model: Model;
  readonly groups?: readonly ParameterGroup[];
  /** Told every event. */
  readonly thaw?: GradualUnfreezing;
}

export const recipes = {
  'from scratch': ({ classes, seed }: Ingredients): Recipe => ({
    model: sequential({ inputShape: [64], seed: `${seed}/scratch` }, layersFor(classes)),
  }),
  'new head only': (given: Ingredients): Recipe => frozen(given, 2),
  'first layer frozen': (given: Ingredients): Recipe => frozen(given, 1),
  'all layers': (given: Ingredients): Recipe => ({ model: transferred(given) }),
  'rates by depth': byDepth,
  'thawed gradually': (given: Ingredients): Recipe => {
    const recipe = byDepth(given);
    return { ...recipe, thaw: gradualUnfreezing({ model: recipe.model, every: { epochs: 3 } }) };
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

function byDepth(given: Ingredients): Recipe {
  const model = transferred(given);
  return { model, groups: discriminativeRates(model, { learningRate, factor: given.factor }) };
}
