/** Random training runs as plain data, so that fast-check can draw and shrink them and a failure shows them. */
import fc from 'fast-check';
import * as losses from '../../src/losses/all.ts';
import * as activations from '../../src/nn/activations/index.ts';
import { optimizerNames } from '../../src/optimizers/from_json.ts';

export type ActivationName = keyof typeof activations;
export const ACTIVATIONS = Object.keys(activations) as ActivationName[];
export const LOSSES = Object.keys(losses) as LossName[];

export type LossName = keyof typeof losses;

export type LayerSpec =
  | {
      readonly kind: 'dense';
      readonly units: number;
      readonly useBias: boolean;
      readonly penalty: PenaltyName;
      readonly constraint: ConstraintName;
    }
  | { readonly kind: 'activation'; readonly name: ActivationName }
  | { readonly kind: 'dropout'; readonly rate: number }
  | { readonly kind: 'gaussianNoise'; readonly standardDeviation: number }
  | { readonly kind: 'batchNorm' | 'layerNorm' | 'flatten' | 'function' }
  | { readonly kind: 'residual'; readonly inner: readonly LayerSpec[] };

export type PenaltyName = 'none' | 'l1Penalty' | 'l2Penalty' | 'elasticPenalty';
export type ConstraintName = 'none' | 'maxNorm' | 'unitNorm' | 'nonNegative';

/** The name of an optimizer, and its options. */
export type OptimizerSpec = readonly [name: string, options: Readonly<Record<string, unknown>>];

export interface TrainingSpec {
  readonly seed: number;
  readonly inputShape: readonly number[];
  readonly layers: readonly LayerSpec[];
  readonly outputs: number;
  readonly loss: LossName;
  /** Classes as whole numbers, for the losses that take them. */
  readonly numbered: boolean;
  readonly labelSmoothing: boolean;
  readonly classWeights: boolean;
  readonly sampleWeights: boolean;
  readonly optimizer: OptimizerSpec;
  readonly group: boolean;
  /** Whether the optimizer looks ahead. */
  readonly lookahead: boolean;
  readonly schedule: 'none' | 'linear' | 'cosine' | 'exponential' | 'oneCycle';
  readonly clip: { readonly value?: number; readonly norm?: number; readonly globalNorm?: number };
  readonly frozen: boolean;
  readonly samples: number;
  readonly batchSize: number;
  readonly accumulate: number;
  readonly dropLast: boolean;
  readonly epochs: number;
}

const oneOf = <const T>(...values: T[]) => fc.constantFrom(...values);

const activation: fc.Arbitrary<LayerSpec> = fc.record({
  kind: fc.constant('activation'),
  name: fc.constantFrom(...ACTIVATIONS),
});

const dense: fc.Arbitrary<LayerSpec> = fc.record({
  kind: fc.constant('dense'),
  units: fc.integer({ min: 1, max: 18 }),
  useBias: fc.boolean(),
  penalty: oneOf('none', 'none', 'l1Penalty', 'l2Penalty', 'elasticPenalty'),
  constraint: oneOf('none', 'none', 'none', 'maxNorm', 'unitNorm', 'nonNegative'),
});

const dropout: fc.Arbitrary<LayerSpec> = fc.record({
  kind: fc.constant('dropout'),
  rate: oneOf(0, 0.1, 0.5, 0.8),
});

const noise: fc.Arbitrary<LayerSpec> = fc.record({
  kind: fc.constant('gaussianNoise'),
  standardDeviation: oneOf(0, 0.1, 2),
});

const plain: fc.Arbitrary<LayerSpec> = fc.record({
  kind: oneOf('batchNorm', 'layerNorm', 'flatten', 'function'),
});

const keepsShape = fc.oneof(
  activation,
  dropout,
  noise,
  plain.filter(({ kind }) => kind !== 'flatten'),
);

const residual: fc.Arbitrary<LayerSpec> = fc.record({
  kind: fc.constant('residual'),
  inner: fc.array(keepsShape, { minLength: 1, maxLength: 2 }),
});

const layer = fc.oneof(
  { arbitrary: dense, weight: 4 },
  { arbitrary: activation, weight: 4 },
  { arbitrary: dropout, weight: 1 },
  { arbitrary: noise, weight: 1 },
  { arbitrary: plain, weight: 2 },
  { arbitrary: residual, weight: 1 },
);

const optimizer: fc.Arbitrary<OptimizerSpec> = oneOf<OptimizerSpec>(
  ...optimizerNames.map((name): OptimizerSpec => [name, {}]),
  ['sgd', { momentum: 0.9 }],
  ['sgd', { momentum: 0.8, nesterov: true, l2: 0.01 }],
  ['adam', { amsgrad: true, l2: 0.1 }],
  ['adamW', { weightDecay: 0.1 }],
  ['nadam', { weightDecay: 0.01 }],
  ['adagrad', { initialAccumulator: 0.1 }],
  ['rmsprop', { centered: true, momentum: 0.9 }],
  ['lion', { weightDecay: 0.1 }],
  ['lamb', { weightDecay: 0.01 }],
);

const clip = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      value: oneOf(0.01, 0.5),
      norm: oneOf(0.05, 1),
      globalNorm: oneOf(0.1, 2),
    },
    { requiredKeys: [] },
  ),
);

/** Batch normalization has no variance of a single sample, so no batch may end up with one. */
function withoutLoneSample(spec: TrainingSpec): TrainingSpec {
  const normalizes = JSON.stringify(spec.layers).includes('batchNorm');
  if (!normalizes || spec.inputShape.length > 1) return spec;
  const batchSize = Math.max(4, spec.batchSize);
  const lone = spec.samples % batchSize === 1;
  return { ...spec, batchSize, accumulate: 1, samples: spec.samples + (lone ? 1 : 0) };
}

export const training: fc.Arbitrary<TrainingSpec> = fc
  .record({
    seed: fc.integer({ min: 0, max: 1e6 }),
    inputShape: fc.oneof(
      { arbitrary: fc.tuple(fc.integer({ min: 1, max: 20 })), weight: 3 },
      {
        arbitrary: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 })),
        weight: 1,
      },
    ),
    layers: fc.array(layer, { maxLength: 5 }),
    outputs: fc.integer({ min: 2, max: 6 }),
    loss: fc.constantFrom(...LOSSES),
    numbered: fc.boolean(),
    labelSmoothing: fc.boolean(),
    classWeights: fc.boolean(),
    sampleWeights: fc.boolean(),
    optimizer,
    group: fc.boolean(),
    lookahead: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
    schedule: oneOf('none', 'linear', 'cosine', 'exponential', 'oneCycle'),
    clip,
    frozen: fc.boolean(),
    samples: fc.integer({ min: 2, max: 40 }),
    batchSize: fc.integer({ min: 1, max: 20 }),
    accumulate: fc.integer({ min: 1, max: 3 }),
    dropLast: fc.boolean(),
    epochs: fc.integer({ min: 2, max: 3 }),
  })
  .map(({ batchSize, samples, ...spec }) => {
    const size = Math.min(Math.max(batchSize, spec.accumulate), samples);
    const accumulate = Math.min(spec.accumulate, size);
    return withoutLoneSample({ ...spec, samples, batchSize: size, accumulate });
  });
