/** The loss around a point of parameter space, along two directions: a picture of where training went. */
import { checkDataset } from '../data/check_dataset.ts';
import type { Dataset } from '../data/dataset.ts';
import { describe } from '../errors/describe.ts';
import { OptionError } from '../errors/errors.ts';
import { anything, optional, positive, rule, withDefault } from '../errors/options.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { type Loss, lossRule } from '../losses/loss.ts';
import { modelRule } from '../nn/check_model.ts';
import type { Model } from '../nn/sequential.ts';
import { tensor } from '../tensor/create.ts';
import { checkSeed, normals, random, type Seed } from '../tensor/rng.ts';
import { sameShape, sizeOf } from '../tensor/shape.ts';
import { snapshot, type Tensor } from '../tensor/tensor.ts';
import { evaluate } from '../train/evaluate.ts';

/** A change of parameters by name. */
export type Direction = Readonly<Record<string, Tensor>>;

export interface LossSurfaceOptions {
  readonly model: Model;
  readonly loss: Loss;
  /**
   * Two changes of parameters, such as the differences between states of a training run; default two random
   * ones in which the change of each unit has the length of its weights (filter normalization: Li et al.,
   * "Visualizing the Loss Landscape of Neural Nets", 2018).
   */
  readonly directions?: readonly [Direction, Direction];
  /** How far along each direction, both ways; default 1. */
  readonly range?: number;
  /** How many values along each direction, 1001 at most; default 25. An odd number has the point itself in the middle. */
  readonly points?: number;
  /** Of the random directions; default 0. */
  readonly seed?: Seed;
}

export interface LossSurface {
  /** The factors of either direction, from `-range` to `range`. */
  readonly factors: readonly number[];
  readonly directions: readonly [Direction, Direction];
  /** `losses[i][j]`: at `factors[i]` times the second direction and `factors[j]` times the first. */
  readonly losses: readonly (readonly number[])[];
}

/**
 * The loss of a dataset, in evaluation mode, at `parameters + a · first + b · second`. The parameters are put back
 * to the bit, whatever happens.
 * @throws OptionError for a direction that does not fit the model
 */
export function lossSurface(options: LossSurfaceOptions, dataset: Dataset): LossSurface {
  const read = readTrainingOptions<Required<Omit<LossSurfaceOptions, 'directions'>> & Given>(
    'lossSurface',
    options,
    {
      model: modelRule,
      loss: lossRule,
      directions: optional(anything),
      range: withDefault(positive, 1),
      points: withDefault(fewPoints, 25),
      seed: withDefault<Seed>(anything, 0),
    },
  );
  checkSeed('lossSurface.seed', read.seed);
  checkDataset('lossSurface.dataset', dataset);
  const { model, loss, range, points, seed } = read;
  const directions = read.directions ?? [
    randomDirection(model, seed, 0),
    randomDirection(model, seed, 1),
  ];
  for (const direction of directions) checkDirection(model, direction);
  const factors = Array.from({ length: points }, (_, k) =>
    points === 1 ? 0 : range * ((2 * k) / (points - 1) - 1),
  );
  const parameters = model.parameters();
  const before = parameters.map((parameter) => snapshot(parameter));
  try {
    const losses = factors.map((b) =>
      factors.map((a) => {
        parameters.forEach((parameter, k) => {
          parameter.assign(
            moved(
              before[k],
              [a, b],
              directions.map((one) => one[parameter.name]),
            ),
          );
        });
        return evaluate({ model, loss }, dataset).loss;
      }),
    );
    return { factors, directions, losses };
  } finally {
    parameters.forEach((parameter, k) => {
      parameter.assign(before[k]);
    });
  }
}

/** Their square is how often the loss is measured. */
const fewPoints = rule(
  'a whole number from 1 to 1001',
  '25',
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1001,
);

interface Given {
  readonly directions?: readonly [Direction, Direction];
}

function moved(
  at: Tensor,
  factors: readonly number[],
  changes: readonly (Tensor | undefined)[],
): Tensor {
  return changes.reduce(
    (sum: Tensor, change, k) => (change === undefined ? sum : sum.add(change.mul(factors[k]))),
    at,
  );
}

/** Random, and as long as the weights are, unit by unit; biases stay, as in the paper. */
function randomDirection(model: Model, seed: Seed, number: number): Direction {
  const entries = model.parameters().flatMap((parameter): [string, Tensor][] => {
    const { name, shape, dtype } = parameter;
    if (shape.length < 2) return [];
    const next = normals(random(seed, `surface ${number} ${name}`));
    const values = Float64Array.from({ length: sizeOf(shape) }, next);
    const change = tensor(values, { shape, dtype });
    const length = (x: Tensor) => x.square().sum({ axis: 0, keepDims: true }).sqrt();
    return [[name, change.mul(length(snapshot(parameter)).div(length(change)))]];
  });
  return Object.fromEntries(entries);
}

function checkDirection(model: Model, direction: Direction): void {
  const shapes = new Map(model.parameters().map(({ name, shape }) => [name, shape]));
  for (const [name, change] of Object.entries(direction)) {
    const shape = shapes.get(name);
    if (shape !== undefined && sameShape(shape, change.shape)) continue;
    throw new OptionError({
      where: 'lossSurface.directions',
      expected:
        shape === undefined
          ? `parameters of the model: ${[...shapes.keys()].join(', ')}`
          : `shape [${shape.join(', ')}] for ${name}`,
      received: shape === undefined ? describe(name) : `[${change.shape.join(', ')}]`,
      remedy:
        'Make a direction from states of the same model: after.sub(before) for each parameter.',
    });
  }
}
