/** From the description of a training run to the Trainer and the data. */

import type { Dataset } from '../../src/data/dataset.ts';
import type { Loss } from '../../src/losses/index.ts';
import * as everyLoss from '../../src/losses/index.ts';
import type { LayerLike, Model } from '../../src/nn/index.ts';
import * as everyLayer from '../../src/nn/index.ts';
import { add, mul } from '../../src/ops/elementwise/arithmetic.ts';
import type { Optimizer } from '../../src/optimizers/index.ts';
import * as everyOptimizer from '../../src/optimizers/index.ts';
import { cosine, exponential, linear, oneCycle, type Schedule } from '../../src/schedules/index.ts';
import { type Random, random } from '../../src/tensor/rng.ts';
import { type Backend, Trainer } from '../../src/train/index.ts';
import { tensor } from '../tensors.ts';
import type { LayerSpec, LossName, TrainingSpec } from './networks.ts';

// Chosen by name, which a namespace should not be.
const losses = { ...everyLoss };
const optimizers = { ...everyOptimizer };
const nn = { ...everyLayer };

export interface Training {
  readonly trainer: Trainer;
  readonly train: Dataset;
  readonly validation: Dataset;
}

export function build(spec: TrainingSpec, backend: Backend): Training {
  const { seed, batchSize, accumulate, dropLast, epochs, clip } = spec;
  const model = buildModel(spec);
  const trainer = new Trainer({
    model,
    loss: buildLoss(spec),
    optimizer: buildOptimizer(spec, model),
    schedule: schedules[spec.schedule],
    ...{ clip, epochs, batchSize, accumulate, dropLast, seed, backend },
  });
  return {
    trainer,
    train: dataset(spec, model, spec.samples, 'train'),
    validation: dataset(spec, model, 7, 'validation'),
  };
}

const schedules: Readonly<Record<TrainingSpec['schedule'], Schedule | undefined>> = {
  none: undefined,
  linear: linear(),
  cosine: cosine({ warmUp: 2 }),
  exponential: exponential({ factor: 0.7 }),
  oneCycle: oneCycle(),
};

function buildModel({ inputShape, seed, layers, outputs, loss, frozen }: TrainingSpec): Model {
  const model = nn.sequential({ inputShape, seed }, [
    ...layers.map(buildLayer),
    nn.dense({ units: outputs }),
    ...lastActivation(loss),
  ]);
  const [first, ...others] = model.parameters();
  if (frozen && others.length > 0) model.freeze(first.name);
  return model;
}

function buildLayer(spec: LayerSpec): LayerLike {
  switch (spec.kind) {
    case 'dense':
      return buildDense(spec);
    case 'activation':
      return nn[spec.name]();
    case 'dropout':
      return nn.dropout({ rate: spec.rate });
    case 'gaussianNoise':
      return nn.gaussianNoise({ standardDeviation: spec.standardDeviation });
    case 'residual':
      return nn.residual(spec.inner.map(buildLayer));
    case 'function':
      return (x) => add(mul(x, x), 0.25);
    default:
      return nn[spec.kind]();
  }
}

function buildDense(spec: Extract<LayerSpec, { kind: 'dense' }>): LayerLike {
  const { units, useBias, penalty, constraint } = spec;
  const penalties = {
    none: undefined,
    l1Penalty: nn.l1Penalty({ strength: 0.01 }),
    l2Penalty: nn.l2Penalty({ strength: 0.1 }),
    elasticPenalty: nn.elasticPenalty({ l1: 0.02, l2: 0.05 }),
  };
  const constraints = {
    none: undefined,
    maxNorm: nn.maxNorm({ max: 0.7 }),
    unitNorm: nn.unitNorm(),
    nonNegative: nn.nonNegative(),
  };
  return nn.dense({
    ...{ units, useBias },
    ...{ weightPenalty: penalties[penalty], biasPenalty: penalties[penalty] },
    ...{ weightConstraint: constraints[constraint], biasConstraint: constraints[constraint] },
  });
}

/** What brings outputs into the range that a loss takes. */
function lastActivation(loss: LossName): LayerLike[] {
  const found: Partial<Record<LossName, LayerLike>> = {
    negativeLogLikelihood: nn.logSoftmax,
    binaryCrossEntropyOfProbabilities: nn.sigmoid,
    klDivergence: nn.softmax,
    poisson: nn.softplus,
  };
  const layer = found[loss];
  return layer === undefined ? [] : [layer];
}

function buildLoss({ loss, outputs, labelSmoothing, classWeights }: TrainingSpec): Loss {
  const weights = { classWeights: Array.from({ length: outputs }, (_, k) => 0.5 + k / 4) };
  if (loss === 'softmaxCrossEntropy') {
    return losses.softmaxCrossEntropy({
      labelSmoothing: labelSmoothing ? 0.1 : 0,
      ...(classWeights && weights),
    });
  }
  if (loss === 'negativeLogLikelihood') {
    return losses.negativeLogLikelihood(classWeights ? weights : {});
  }
  return losses[loss]();
}

function buildOptimizer(
  { optimizer: [name, options], group, lookahead }: TrainingSpec,
  model: Model,
): Optimizer {
  const last = model.parameters().at(-1)?.name ?? '';
  const groups = group ? [{ parameters: last, learningRate: 0.02, weightDecay: 0.1 }] : [];
  const make = optimizers[name as 'sgd'];
  const optimizer = make({ learningRate: 0.05, ...options, groups });
  return lookahead ? optimizers.lookahead({ optimizer, syncPeriod: 2, alpha: 0.75 }) : optimizer;
}

/** Random inputs and targets that the loss accepts. */
function dataset(spec: TrainingSpec, model: Model, samples: number, stream: string): Dataset {
  const source = random(spec.seed, stream);
  const filled = (shape: readonly number[], draw: (source: Random) => number) => {
    const size = shape.reduce((product, n) => product * n, 1);
    return tensor(
      Float32Array.from({ length: size }, () => draw(source)),
      { shape },
    );
  };
  const weights = filled([samples], ({ uniform }) => uniform() * 2);
  return {
    inputs: filled([samples, ...spec.inputShape], ({ normal }) => normal()),
    targets: targets(spec, [samples, ...model.outputShape], source),
    size: samples,
    ...(spec.sampleWeights && { sampleWeights: weights }),
  };
}

function targets(
  { loss, numbered, outputs }: TrainingSpec,
  shape: readonly number[],
  source: Random,
) {
  const size = shape.reduce((product, n) => product * n, 1);
  const floats = (draw: () => number) =>
    tensor(Float32Array.from({ length: size }, draw), { shape });
  const classes = (count: number, of: readonly number[]) => {
    const length = of.reduce((product, n) => product * n, 1);
    return tensor(
      Int32Array.from({ length }, () => source.integer(count)),
      { shape: of },
    );
  };
  switch (loss) {
    case 'softmaxCrossEntropy':
    case 'negativeLogLikelihood':
      return numbered ? classes(outputs, shape.slice(0, -1)) : distributions(shape, source);
    case 'klDivergence':
      return distributions(shape, source);
    case 'sigmoidBinaryCrossEntropy':
    case 'binaryCrossEntropyOfProbabilities':
      return numbered ? classes(2, shape) : floats(source.uniform);
    case 'hinge':
    case 'squaredHinge':
      return floats(() => 2 * source.integer(2) - 1);
    case 'poisson':
    case 'expPoisson':
      return floats(() => source.integer(5));
    default:
      return floats(source.normal);
  }
}

function distributions(shape: readonly number[], source: Random) {
  const classes = shape[shape.length - 1];
  const rows = shape.slice(0, -1).reduce((product, n) => product * n, 1);
  const values = Array.from({ length: rows }, () => {
    const drawn = Array.from({ length: classes }, () => 0.05 + source.uniform());
    const total = drawn.reduce((sum, value) => sum + value);
    return drawn.map((value) => value / total);
  });
  return tensor(Float32Array.from(values.flat()), { shape });
}
