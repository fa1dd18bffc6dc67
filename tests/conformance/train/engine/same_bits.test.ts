/** The compiled training and the readable one: the same bits, in everything that can be looked at. */
import { describe, expect, it } from 'vitest';
import { fromArrays } from '../../../../src/data/index.ts';
import * as losses from '../../../../src/losses/index.ts';
import { meanSquaredError, softmaxCrossEntropy } from '../../../../src/losses/index.ts';
import * as nn from '../../../../src/nn/index.ts';
import {
  batchNorm,
  dense,
  dropout,
  elu,
  flatten,
  type LayerLike,
  layerNorm,
  leakyRelu,
  logSoftmax,
  relu,
  residual,
  sequential,
  sigmoid,
  softmax,
  softplus,
  tanh,
} from '../../../../src/nn/index.ts';
import { gather, oneHot, pow, sin } from '../../../../src/ops/public.ts';
import * as optimizers from '../../../../src/optimizers/index.ts';
import { adam, lookahead, type Optimizer, rmsprop, sgd } from '../../../../src/optimizers/index.ts';
import { cosine, exponential, stepDecay } from '../../../../src/schedules/index.ts';
import type { Trainer, TrainingEvent } from '../../../../src/train/index.ts';
import { full, type Tensor, tensor, uniform } from '../../../tensors.ts';
import { compareBackends, type Training } from '../../../train/both_backends.ts';
import { classification, network, regression } from '../../../train/tasks.ts';

type Table = Readonly<Record<string, Training>>;

const data = regression();
const classes = classification();
const counts = { ...data, targets: uniform([20, 2], { low: 0, high: 4, seed: 2 }) };

/** 20 samples in batches of 8, so that full batches and a smaller one are traced, and then replayed. */
function training(overrides: Partial<Training> = {}): Training {
  return {
    model: () => network(),
    train: data,
    loss: meanSquaredError(),
    optimizer: adam({ learningRate: 0.05 }),
    epochs: 2,
    batchSize: 8,
    ...overrides,
  };
}

function layers(...between: LayerLike[]): Training {
  return training({
    model: () => network([dense({ units: 4 }), ...between, dense({ units: 2 })]),
  });
}

/** Between layers that give outputs, as the loss wants them, for a number of targets. */
function outputs(units: number, ...last: LayerLike[]): () => nn.Model {
  return () => network([dense({ units: 5 }), tanh(), dense({ units }), ...last]);
}

const isActivation = ([, value]: [string, unknown]) =>
  typeof value === 'function' && 'build' in value;

const LAYERS: Table = {
  ...Object.fromEntries(
    Object.entries(nn)
      .filter(isActivation)
      .map(([name, value]) => [name, layers((value as nn.Activation)())]),
  ),
  'leakyRelu, options': layers(leakyRelu({ negativeSlope: 0.3 })),
  'elu, options': layers(elu({ alpha: 0.7 })),
  'dense without bias': layers(dense({ units: 3, useBias: false })),
  dropout: layers(dropout({ rate: 0.4 })),
  gaussianNoise: layers(nn.gaussianNoise({ standardDeviation: 0.3 })),
  'penalties and constraints': layers(
    dense({
      units: 5,
      weightPenalty: nn.elasticPenalty({ l1: 0.01, l2: 0.1 }),
      biasPenalty: nn.l1Penalty({ strength: 0.1 }),
      weightConstraint: nn.maxNorm({ max: 0.5 }),
      biasConstraint: nn.nonNegative(),
    }),
    residual([
      dense({
        units: 5,
        weightConstraint: nn.unitNorm(),
        biasConstraint: nn.maxNorm({ max: 0.01 }),
      }),
    ]),
  ),
  layerNorm: layers(layerNorm()),
  batchNorm: layers(batchNorm()),
  residual: layers(residual([layerNorm(), dense({ units: 4 }), relu(), batchNorm()])),
  'a function': layers((x) => sin(x).mul(2)),
  'a function that gathers': layers((x) => gather(x, tensor(Int32Array.of(2, 0, 1)), { axis: 1 })),
  'a function that cuts gradients': layers(dense({ units: 1 }), (x) => x.detach()),
  'flatten, and dense on more axes': training({
    train: { ...data, inputs: uniform([20, 2, 3], { seed: 4 }) },
    model: () =>
      sequential({ inputShape: [2, 3], seed: 1 }, [
        dense({ units: 4 }),
        tanh(),
        flatten(),
        dense({ units: 2 }),
      ]),
  }),
};

const perClass = { outputs: outputs(3), train: classes };

const LOSSES: Table = {
  meanSquaredError: training({ loss: losses.meanSquaredError() }),
  meanAbsoluteError: training({ loss: losses.meanAbsoluteError() }),
  huber: training({ loss: losses.huber({ delta: 0.5 }) }),
  logCosh: training({ loss: losses.logCosh() }),
  binaryCrossEntropyOfProbabilities: training({
    loss: losses.binaryCrossEntropyOfProbabilities(),
    model: outputs(2, sigmoid()),
    train: { ...data, targets: uniform([20, 2], { low: 0, seed: 3 }) },
  }),
  sigmoidBinaryCrossEntropy: training({
    loss: losses.sigmoidBinaryCrossEntropy(),
    model: outputs(1),
    train: classification({ outputs: 2 }),
  }),
  softmaxCrossEntropy: training({
    loss: losses.softmaxCrossEntropy(),
    model: perClass.outputs,
    train: classes,
  }),
  'softmaxCrossEntropy, options': training({
    loss: losses.softmaxCrossEntropy({ labelSmoothing: 0.1, classWeights: [1, 0.5, 2] }),
    model: perClass.outputs,
    train: classes,
  }),
  'softmaxCrossEntropy, one-hot': training({
    loss: losses.softmaxCrossEntropy(),
    model: perClass.outputs,
    train: { ...classes, targets: oneHot(classes.targets, 3) },
  }),
  negativeLogLikelihood: training({
    loss: losses.negativeLogLikelihood(),
    model: outputs(3, logSoftmax()),
    train: classes,
  }),
  hinge: training({
    loss: losses.hinge(),
    train: { ...data, targets: uniform([20, 2], { seed: 5 }).sign() },
  }),
  squaredHinge: training({
    loss: losses.squaredHinge(),
    train: { ...data, targets: uniform([20, 2], { seed: 5 }).sign() },
  }),
  klDivergence: training({
    loss: losses.klDivergence(),
    model: outputs(3, softmax()),
    train: { ...data, targets: softmax(uniform([20, 3], { seed: 6 })) },
  }),
  poisson: training({ loss: losses.poisson(), model: outputs(2, softplus()), train: counts }),
  expPoisson: training({ loss: losses.expPoisson(), train: counts }),
  cosineSimilarity: training({ loss: losses.cosineSimilarity() }),
  loss: training({
    loss: losses.loss('cubic', (y, t) => pow(y.sub(t).abs(), 3).mean({ axis: 1 })),
  }),
};

const optimized = (optimizer: Optimizer) => training({ optimizer });
const wrapping = new Set(['lookahead']);
const notOptimizers = new Set([
  'defineOptimizer',
  'groupOf',
  'optimizerFromJSON',
  'optimizerToJSON',
]);
const factories = Object.entries(optimizers).filter(
  ([name]) => !notOptimizers.has(name) && !wrapping.has(name),
) as [string, () => Optimizer][];

const OPTIMIZERS: Table = {
  ...Object.fromEntries(factories.map(([name, make]) => [name, optimized(make())])),
  'sgd with momentum': optimized(sgd({ learningRate: 0.1, momentum: 0.9 })),
  'sgd with Nesterov momentum': optimized(
    sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true, l2: 0.01 }),
  ),
  'adam, amsgrad': optimized(adam({ amsgrad: true, weightDecay: 0.1 })),
  lookahead: optimized(lookahead({ optimizer: sgd({ momentum: 0.9 }), syncPeriod: 2 })),
  'lookahead around groups': optimized(
    lookahead({
      optimizer: adam({ groups: [{ parameters: 'layers.0', learningRate: 0.01 }] }),
      syncPeriod: 3,
      alpha: 0.75,
    }),
  ),
  'rmsprop, centered, with momentum': optimized(rmsprop({ centered: true, momentum: 0.5 })),
  'groups with learning rates of their own': optimized(
    sgd({
      learningRate: 0.1,
      momentum: 0.5,
      groups: [
        { parameters: 'layers.0', learningRate: 0.01 },
        { parameters: (name) => name.endsWith('bias'), weightDecay: 0, l2: 0.1 },
      ],
    }),
  ),
};

const sampleWeights = uniform([20], { low: 0, high: 2, seed: 7 });
const dropping = () => network([dense({ units: 6 }), dropout({ rate: 0.5 }), dense({ units: 2 })]);
const regularized = () =>
  network([
    nn.gaussianNoise({ standardDeviation: 0.1 }),
    dense({ units: 2, weightPenalty: nn.l2Penalty({ strength: 0.1 }) }),
  ]);
const normalizing = () => network([dense({ units: 4 }), batchNorm(), tanh(), dense({ units: 2 })]);

const OPTIONS: Table = {
  'clip by value': training({ clip: { value: 0.02 } }),
  'clip by norm': training({ clip: { norm: 0.1 } }),
  'clip by global norm': training({ clip: { globalNorm: 0.1 } }),
  'clip in all ways': training({ clip: { value: 0.5, norm: 0.2, globalNorm: 0.1 } }),
  'accumulation in 2': training({ accumulate: 2 }),
  'accumulation of penalties and noise': training({ model: regularized, accumulate: 3 }),
  'accumulation in 3, with smaller parts': training({ accumulate: 3 }),
  'accumulation in single samples': training({ accumulate: 8 }),
  'accumulation, dropout, clip, weights': training({
    model: dropping,
    accumulate: 2,
    clip: { globalNorm: 0.1 },
    train: { ...data, sampleWeights },
  }),
  'accumulation of running statistics': training({ model: normalizing, accumulate: 2 }),
  'sample weights': training({ train: { ...data, sampleWeights } }),
  'a schedule per iteration': training({ schedule: cosine({ warmUp: 2 }) }),
  'a schedule per epoch': training({ schedule: exponential({ factor: 0.5 }) }),
  'a schedule for groups': training({
    optimizer: sgd({ groups: [{ parameters: 'layers.0', learningRate: 0.3 }] }),
    schedule: stepDecay({ every: 2, per: 'iteration', factor: 0.3 }),
  }),
  'batches of 1': training({ batchSize: 1, iterations: 8 }),
  'a batch of everything': training({ batchSize: 100, epochs: 4 }),
  'a fixed order without the remainder': training({ shuffle: false, dropLast: true }),
  'part of an epoch': training({ iterations: 5, epochs: undefined }),
  'validation, and training loss with frozen weights': training({
    model: normalizing,
    validation: regression({ seed: 8, samples: 7 }),
    evaluateTraining: true,
    validateEvery: { iterations: 2 },
    recordIterations: true,
  }),
  'frozen layers': training({
    model: () => {
      const model = normalizing();
      model.freeze('layers.0');
      model.freeze('layers.1.weight');
      return model;
    },
  }),
  'classes, wider than a vector of four': training({
    train: classification({ samples: 37, features: 19, outputs: 11 }),
    model: () =>
      network([dense({ units: 23 }), relu(), dense({ units: 11 })], { features: 19, seed: 3 }),
    loss: softmaxCrossEntropy(),
    batchSize: 13,
  }),
  'a single number in, a single number out': training({
    train: fromArrays({ inputs: [1, 2, 3, 4, 5], targets: [2, 4, 6, 8, 11] }),
    model: () => network([dense({ units: 1 })], { features: 1 }),
    batchSize: 2,
  }),
};

/** What a callback does when an event of a type comes in an iteration. */
function at(
  type: TrainingEvent['type'],
  iteration: number,
  act: (trainer: Trainer) => void,
): Pick<Training, 'onEvent' | 'model' | 'epochs'> {
  return {
    model: normalizing,
    epochs: 3,
    onEvent(event, trainer) {
      const now = 'iteration' in event ? event.iteration : 0;
      if (event.type === type && now === iteration) act(trainer);
    },
  };
}

const weightOf = ({ model }: Trainer): Tensor => model.parameters()[0];
const halve = (trainer: Trainer) => weightOf(trainer).assign(weightOf(trainer).mul(0.5));
const reload = ({ model }: Trainer) => model.loadState(normalizing().state());
const look = ({ model }: Trainer) => {
  model.predict(data.inputs);
};
const PHASES = ['iterationStart', 'forward', 'loss', 'backward', 'update', 'iterationEnd'] as const;

/** Iteration 2 is traced or replayed, as the case may be; 5 is replayed for certain. */
const INTERFERENCES: Table = Object.fromEntries(
  PHASES.flatMap((type): [string, Training][] => [
    [`a weight is overwritten at ${type}`, training(at(type, 5, halve))],
    [`a state is loaded at ${type}`, training(at(type, 5, reload))],
    [`predictions are asked for at every ${type}`, training(predicting(type))],
    [`a layer is frozen at ${type}`, training(at(type, 5, (t) => t.model.freeze('layers.0')))],
    [`weights change at ${type} of the first iteration`, training(at(type, 1, halve))],
  ]),
);

function predicting(type: TrainingEvent['type']): Partial<Training> {
  return {
    model: normalizing,
    epochs: 3,
    onEvent: (event, trainer) => {
      if (event.type === type) look(trainer);
    },
  };
}

function checkAll(table: Table): void {
  it.each(Object.entries(table))('%s', (_, one) => {
    const { difference, iterations, plans } = compareBackends(one);
    expect(difference).toBeUndefined();
    // Otherwise the reference would have been compared with itself.
    expect(plans).toBeGreaterThan(0);
    expect(iterations).toBeGreaterThan(plans);
  });
}

describe('compiled training has the bits of the reference with', () => {
  describe('the layer', () => checkAll(LAYERS));
  describe('the loss', () => checkAll(LOSSES));
  describe('the optimizer', () => checkAll(OPTIMIZERS));
  describe('options:', () => checkAll(OPTIONS));
  describe('callbacks that interfere:', () => checkAll(INTERFERENCES));

  it('every loss that there is', () => {
    expect(Object.keys(losses).filter((name) => !(name in LOSSES))).toEqual([]);
  });

  it('a layer that is frozen and thawed, its state waiting', () => {
    const { difference } = compareBackends(
      training({
        model: normalizing,
        epochs: 5,
        onEvent(event, { model }) {
          if (event.type !== 'epochEnd') return;
          if (event.epoch === 1) model.freeze('layers.3');
          if (event.epoch === 3) model.unfreeze();
        },
      }),
    );
    expect(difference).toBeUndefined();
  });

  it('a captured tensor that changes between iterations', () => {
    const scales: Tensor[] = [];
    const { difference } = compareBackends(
      training({
        model() {
          const scale = full([4], 1);
          scales.push(scale);
          return network([dense({ units: 4 }), (x) => x.mul(scale), dense({ units: 2 })]);
        },
        onEvent(event, trainer) {
          if (event.type !== 'iterationEnd') return;
          const own = scales[trainer.options.backend === 'wasm' ? 0 : 1];
          own.assign(own.mul(0.9));
        },
      }),
    );
    expect(difference).toBeUndefined();
  });

  it('a loss that looks at values, which cannot be compiled', () => {
    const curious = losses.loss('curious', (y, t) => {
      const errors = y.sub(t).square().mean({ axis: 1 });
      return errors.mean().item() > 0.1 ? errors : errors.mul(2);
    });
    const { difference, plans, iterations } = compareBackends(training({ loss: curious }));
    expect({ difference, plans, iterations }).toEqual({ plans: 0, iterations: 6 });
  });
});

/** The place of the number that is furthest from 0. */
const largest = (values: ArrayLike<number>) => {
  const sizes = Array.from(values, Math.abs);
  return sizes.indexOf(Math.max(...sizes));
};

describe('the comparison itself', () => {
  it('sees one bit', () => {
    const seen: string[] = [];
    const { difference } = compareBackends(
      training({
        onEvent(event, trainer) {
          if (event.type !== 'iterationEnd' || event.iteration !== 4) return;
          seen.push(trainer.options.backend);
          if (trainer.options.backend !== 'wasm') return;
          const weight = weightOf(trainer);
          const bits = new Int32Array(Float32Array.from(weight.toTypedArray()).buffer);
          bits[largest(weight.toTypedArray())] ^= 1; // of others, roundings may leave nothing
          weight.assign(new Float32Array(bits.buffer));
        },
      }),
    );
    expect(seen).toEqual(['wasm', 'reference']);
    expect(difference).toMatch(/^iteration 5, forward, .* elements differ$/);
  });
});
