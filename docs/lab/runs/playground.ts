/** Playground: a run that the reader paces, looked at while it trains. */
import {
  adam,
  dense,
  dropout,
  gelu,
  type Layer,
  type Loss,
  meanSquaredError,
  type Optimizer,
  relu,
  sequential,
  sgd,
  sigmoid,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
  Trainer,
  tanh,
} from 'epochal';
import {
  blobs,
  circles,
  type Dataset,
  type GeneratorOptions,
  moons,
  spirals,
  split,
  standardize,
  xor,
} from 'epochal/data';
import { fingerprint } from 'epochal/learn';
import type { CsvReport, CsvSchema } from 'epochal/persistence';
import type { Values } from '../core/fields.ts';
import { type Outcome, Session, type View } from '../core/view.ts';
import {
  type EpochRead,
  type Goal,
  type Look,
  type PlaygroundQuestion,
  type PlaygroundResult,
  playground,
} from '../views/playground.ts';
import { gridOf, planeOf, probabilities } from './plane.ts';

type Answer = Look | Promise<Look>;
type Seen = Outcome<PlaygroundResult, PlaygroundQuestion, Answer>;
type PlaygroundView = View<PlaygroundResult, PlaygroundQuestion, Answer>;

/** The data of a run, and what is known of a table that they were read from. */
export interface ReadData {
  readonly dataset: Dataset;
  readonly schema?: CsvSchema;
  readonly report?: CsvReport;
}

export const playgroundRun: PlaygroundView = {
  ...playground,
  run: (values) => run(values, generated(values)),
};

/** The points of the plane that the settings ask for. */
export function generated({ data, samples, noise, seed }: Values): ReadData {
  const options = { samples: Number(samples), noise: Number(noise), seed: Number(seed) };
  return { dataset: SETS[String(data)](options) };
}

export function* run(
  values: Values,
  { dataset, schema, report }: ReadData,
): Generator<Seen | undefined, Seen> {
  const seed = Number(values.seed);
  const goal = goalOf(dataset);
  // The classes of a table may be rare.
  const stratify = report !== undefined && goal.kind !== 'number';
  const parts = split(dataset, { validation: 0.25, seed, stratify });
  const scaler = standardize(parts.train);
  const [train, validation] = [scaler.apply(parts.train), scaler.apply(parts.validation)];
  const features = train.inputs.shape[1];
  const model = sequential({ inputShape: [features], seed }, layersOf(values, goal));
  const loss = LOSSES[goal.kind]();
  const trainer = new Trainer({
    model,
    loss,
    optimizer: OPTIMIZERS[String(values.optimizer)](Number(values.learningRate)),
    epochs: Number(values.epochs),
    batchSize: Number(values.batchSize),
    evaluateTraining: true,
    seed,
  });
  const plane = goal.kind === 'two' ? planeOf(train) : undefined;
  const grid = plane && gridOf(plane.area, model);
  const readings: EpochRead[] = [];
  const look = (): Look => ({
    ...{ iteration: trainer.iteration, epoch: trainer.epoch, readings },
    map: grid && probabilities(model.predict(grid)),
    weights: fingerprint(model),
  });
  /** What writes files is loaded when one is asked for. */
  async function lookWithFile(): Promise<Look> {
    const { writeModel } = await import('epochal/persistence');
    const file = writeModel(model, { loss, scalers: [scaler], ...(schema && { schema }) });
    return { ...look(), file };
  }
  const answer = (question: PlaygroundQuestion) => (question === 'file' ? lookWithFile() : look());
  const iterationsPerEpoch = Math.ceil(train.inputs.shape[0] / Number(values.batchSize));
  const session = () =>
    new Session<PlaygroundResult, PlaygroundQuestion, Answer>(
      {
        ...{ iterationsPerEpoch, features, goal, weights: fingerprint(model) },
        iterations: iterationsPerEpoch * Number(values.epochs),
        report: report?.toString(),
        plane,
      },
      { answer },
    );
  yield session();
  for (const event of trainer.run({ train, validation })) {
    if (event.type === 'epochEnd') {
      const { loss: held, trainingLoss } = trainer.history.validations[event.epoch - 1];
      readings.push({
        iteration: event.iteration,
        training: Number(trainingLoss),
        validation: held,
      });
    }
    if (event.type === 'iterationEnd') yield;
  }
  return session();
}

function goalOf({ targets, classNames }: Dataset): Goal {
  if (targets.dtype !== 'int32') return { kind: 'number' };
  const classes = classNames?.length ?? 2;
  return classes > 2 ? { kind: 'several', classes } : { kind: 'two' };
}

function layersOf({ layers, units, activation, dropout: rate }: Values, goal: Goal): Layer[] {
  const hidden = () => [
    dense({ units: Number(units) }),
    ACTIVATIONS[String(activation)](),
    ...(rate === '0' ? [] : [dropout({ rate: Number(rate) })]),
  ];
  const last = dense({ units: goal.kind === 'several' ? goal.classes : 1 });
  return [...Array.from({ length: Number(layers) }, hidden).flat(), last];
}

const SETS: Readonly<Record<string, (options: GeneratorOptions) => Dataset>> = {
  ...{ moons, circles, spirals, xor },
  blobs: (options) => blobs({ ...options, classes: 2 }),
};

const ACTIVATIONS: Readonly<Record<string, () => Layer>> = { relu, tanh, sigmoid, gelu };

const LOSSES: Readonly<Record<Goal['kind'], () => Loss>> = {
  two: sigmoidBinaryCrossEntropy,
  several: softmaxCrossEntropy,
  number: meanSquaredError,
};

const OPTIMIZERS: Readonly<Record<string, (learningRate: number) => Optimizer>> = {
  sgd: (learningRate) => sgd({ learningRate }),
  momentum: (learningRate) => sgd({ learningRate, momentum: 0.9 }),
  adam: (learningRate) => adam({ learningRate }),
};
