/** What is minimized: `--loss` and `--class-weights`, and what follows from them for the network. */
import { balancedClassWeights } from '../../data/index.ts';
import { describe } from '../../errors/describe.ts';
import { nearName } from '../../errors/near_name.ts';
import { nonNegative, readOptions } from '../../errors/options.ts';
import {
  accuracy,
  binaryAccuracy,
  type Dataset,
  huber,
  type Loss,
  logCosh,
  type Metric,
  meanAbsoluteError,
  meanSquaredError,
  r2,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
} from '../../index.ts';
import type { Task } from '../../persistence/index.ts';
import { type Makers, type Named, named } from '../words/named.ts';
import { type Option, readNumber } from '../words/options.ts';
import { quoted } from '../words/quoted.ts';
import { UsageError } from '../words/usage_error.ts';

type Factory = (options: never) => Loss;

/** Losses of outputs as the last dense layer gives them; the first of each task is the default. */
const lossesOf: Readonly<Record<Task, Readonly<Record<string, Factory>>>> = {
  classification: { softmaxCrossEntropy, sigmoidBinaryCrossEntropy },
  regression: {
    meanSquaredError: plain(meanSquaredError),
    meanAbsoluteError: plain(meanAbsoluteError),
    huber,
    logCosh: plain(logCosh),
  },
};

/** A loss that has no options. */
function plain(factory: () => Loss): Factory {
  return (options: object) => {
    readOptions(factory.name, options, {});
    return factory();
  };
}

const EXAMPLES: Readonly<Record<string, string>> = {
  softmaxCrossEntropy: 'softmaxCrossEntropy:labelSmoothing=0.1',
  sigmoidBinaryCrossEntropy: 'sigmoidBinaryCrossEntropy:labelSmoothing=0.1',
  huber: 'huber:delta=0.5',
};

const factories: Readonly<Record<string, Factory>> = Object.assign({}, ...Object.values(lossesOf));

const makers: Makers = Object.fromEntries(
  Object.entries(factories).map(([name, factory]) => [
    name,
    { make: (options) => factory(options as never), example: EXAMPLES[name] ?? name },
  ]),
);

export const lossNames: readonly string[] = Object.keys(factories);

export const lossOption = named(
  'NAME',
  makers,
  'what is minimized. For classes softmaxCrossEntropy (default), or of two classes ' +
    'sigmoidBinaryCrossEntropy; for numbers meanSquaredError (default), meanAbsoluteError, huber, logCosh. ' +
    'Options follow a colon: huber:delta=0.5, softmaxCrossEntropy:labelSmoothing=0.1',
);

/** By name of the class; those that are not named weigh 1. */
export type ClassWeights = 'balanced' | Readonly<Record<string, number>>;

export const classWeightsOption: Option<ClassWeights | undefined> = {
  help:
    'how much the samples of a class count: balanced, so that all classes count alike, however many ' +
    'samples they have; or a weight for each that is not to count once: no=1,yes=5',
  placeholder: 'balanced',
  fallback: undefined,
  read(where, text) {
    if (text === 'balanced') return text;
    const pairs = text.split(',').map((part): [string, number] => {
      const at = part.lastIndexOf('=');
      if (at > 0) return [part.slice(0, at), readNumber(where, nonNegative, part.slice(at + 1))];
      throw new UsageError({
        where,
        expected: 'balanced, or CLASS=WEIGHT,CLASS=WEIGHT',
        received: describe(text),
        remedy: `Write ${where} balanced.`,
      });
    });
    return Object.fromEntries(pairs);
  },
};

export interface ObjectiveValues {
  readonly loss: Named | undefined;
  readonly classWeights: ClassWeights | undefined;
}

export interface Objective {
  readonly loss: Loss;
  readonly metrics: Readonly<Record<string, Metric>>;
  /** How many outputs the network has. */
  readonly outputs: number;
  /** What a model file says about the loss. */
  readonly described: {
    readonly loss: string;
    readonly lossOptions?: Readonly<Record<string, unknown>>;
  };
}

/**
 * @param train what is learned from, whose classes are weighed
 * @throws UsageError for a loss of the other task, and for weights of what is no class
 */
export function objectiveOf(
  task: Task,
  train: Dataset,
  { loss: chosen, classWeights }: ObjectiveValues,
): Objective {
  const losses = lossesOf[task];
  const { name, options } = chosen ?? { name: Object.keys(losses)[0], options: {} };
  if (!Object.hasOwn(losses, name)) throw otherTask(name, task);
  const weights = classWeights === undefined ? undefined : weightsOf(task, train, classWeights);
  const lossOptions = { ...options, ...(weights && { classWeights: weights }) };
  const loss = losses[name](lossOptions as never);
  const described = {
    loss: name,
    ...(Object.keys(lossOptions).length > 0 && { lossOptions }),
  };
  if (task === 'regression') {
    return { loss, described, metrics: { r2 }, outputs: train.targets.shape[1] };
  }
  const { classNames = [] } = train;
  if (name !== 'sigmoidBinaryCrossEntropy') {
    return { loss, described, metrics: { accuracy }, outputs: classNames.length };
  }
  if (classNames.length !== 2) {
    throw new UsageError({
      where: `--loss ${name}`,
      expected: 'two classes, which one output tells apart',
      received: `${classNames.length}`,
      remedy: 'Leave --loss out.',
    });
  }
  return { loss, described, metrics: { accuracy: binaryAccuracy({ threshold: 0 }) }, outputs: 1 };
}

function otherTask(name: string, task: Task): UsageError {
  return new UsageError({
    where: '--loss',
    expected: `a loss of ${task === 'classification' ? 'classes' : 'numbers'}: ${Object.keys(lossesOf[task]).join(', ')}`,
    received: name,
    remedy: 'Choose one of these, or say with --task what is to be predicted.',
  });
}

/** In the order of the classes. */
function weightsOf(task: Task, train: Dataset, weights: ClassWeights): readonly number[] {
  if (task === 'regression') {
    throw new UsageError({
      where: '--class-weights',
      expected: 'classes to predict',
      received: 'numbers',
      remedy: 'Leave it out, or say with --task what is to be predicted.',
    });
  }
  if (weights === 'balanced') return balancedClassWeights(train);
  const { classNames = [] } = train;
  const unknown = Object.keys(weights).find((name) => !classNames.includes(name));
  if (unknown === undefined) return classNames.map((name) => weights[name] ?? 1);
  const near = nearName(unknown, classNames);
  throw new UsageError({
    where: '--class-weights',
    expected: `names of classes: ${classNames.join(', ')}`,
    received: describe(unknown),
    remedy: near === undefined ? 'Choose among these.' : `Did you mean ${quoted(near)}?`,
  });
}
