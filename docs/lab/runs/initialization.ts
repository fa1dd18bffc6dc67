/** Initialization and depth: a plain and a residual network with the same initial weights, on the real digits. */
import {
  dense,
  type Initializer,
  initializers,
  type Layer,
  type Model,
  NonFiniteError,
  relu,
  residual,
  sequential,
  sgd,
  sigmoid,
  softmaxCrossEntropy,
  type Tensor,
  Trainer,
  tanh,
} from 'epochal';
import { type Dataset, digits, subset } from 'epochal/data';
import { fingerprint } from 'epochal/learn';
import type { Values } from '../core/fields.ts';
import type { View } from '../core/view.ts';
import {
  BINS,
  DECADES,
  type InitializationResult,
  initialization,
  type LayerSeen,
  type Moment,
  NETWORKS,
  type NetworkName,
  type NetworkRun,
} from '../views/initialization.ts';

const UNITS = 32;
const SAMPLES = 400;
const BATCH = 50;

const START: Readonly<Record<string, () => Initializer>> = {
  zeros: () => initializers.zeros(),
  small: () => initializers.normal({ standardDeviation: 0.05 }),
  He: () => initializers.heNormal(),
  Glorot: () => initializers.glorotUniform(),
  'too large': () => initializers.normal({ standardDeviation: 1 }),
};
const ACTIVATION: Readonly<Record<string, () => Layer>> = { relu, tanh, sigmoid };

export const initializationRun: View<InitializationResult> = {
  ...initialization,
  *run(values) {
    const train = subset(
      digits(),
      Int32Array.from({ length: SAMPLES }, (_, sample) => sample),
    );
    const runs: NetworkRun[] = [];
    for (const name of NETWORKS) runs.push(yield* trainOne(name, values, train));
    return { runs, weights: runs[0].weights };
  },
};

export function networkOf(name: NetworkName, { start, activation, depth, seed }: Values): Model {
  const weightInitializer = START[String(start)]();
  const hidden = () => [
    dense({ units: UNITS, weightInitializer }),
    ACTIVATION[String(activation)](),
  ];
  const others = Array.from({ length: Number(depth) - 1 }, () =>
    name === 'plain' ? hidden() : [residual(hidden())],
  );
  return sequential({ inputShape: [64], seed: Number(seed) }, [
    ...hidden(),
    ...others.flat(),
    dense({ units: 10, weightInitializer }),
  ]);
}

function* trainOne(
  name: NetworkName,
  values: Values,
  train: Dataset,
): Generator<undefined, NetworkRun> {
  const model = networkOf(name, values);
  const trainer = new Trainer({
    model,
    loss: softmaxCrossEntropy(),
    optimizer: sgd({ learningRate: Number(values.learningRate) }),
    epochs: Number(values.epochs),
    batchSize: BATCH,
    seed: Number(values.seed),
  });
  const moments: Moment[] = [];
  const losses: number[] = [];
  let activations: readonly Tensor[] = [];
  let loss = Number.NaN;
  let trouble = '';
  try {
    for (const event of trainer.run({ train })) {
      switch (event.type) {
        case 'forward':
          activations = outputsOfBlocks(name, event.activations);
          break;
        case 'loss':
          loss = event.loss;
          break;
        case 'backward': {
          const isFirst = trainer.iteration % (SAMPLES / BATCH) === 0;
          if (isFirst) {
            moments.push({
              epochs: losses.length,
              loss,
              layers: layersSeen(activations, event.gradients),
            });
          }
          break;
        }
        case 'iterationEnd':
          yield;
          break;
        case 'epochEnd':
          losses.push(event.loss);
      }
    }
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    trouble = error.message;
  }
  return { name, moments, losses, trouble, weights: fingerprint(model) };
}

/** Behind each activation; of a residual block what comes out of it. */
function outputsOfBlocks(
  name: NetworkName,
  activations: Readonly<Record<string, Tensor>>,
): readonly Tensor[] {
  const whole = Object.entries(activations).filter(([key]) => /^layers\.\d+$/.test(key));
  const all = whole.map(([, tensor]) => tensor).slice(0, -1);
  return name === 'plain' ? all.filter((_, at) => at % 2 === 1) : all.slice(1);
}

function layersSeen(
  activations: readonly Tensor[],
  gradients: Readonly<Record<string, Tensor>>,
): readonly LayerSeen[] {
  const ofWeights = Object.entries(gradients).filter(([key]) => key.endsWith('.weight'));
  const numbers = activations.map((tensor) => tensor.toTypedArray());
  const range = numbers
    .flatMap((all) => Array.from(all, Math.abs))
    .reduce((a, b) => Math.max(a, b), 0);
  return numbers.map((own, layer) => layerSeen(own, range, ofWeights[layer][1].toTypedArray()));
}

function layerSeen(
  activations: ArrayLike<number>,
  range: number,
  gradients: ArrayLike<number>,
): LayerSeen {
  const counts = new Array<number>(BINS).fill(0);
  const sizes = new Array<number>(BINS).fill(0);
  let [zeros, squares, zeroGradients, gradientSquares] = [0, 0, 0, 0];
  for (const value of Array.from(activations)) {
    counts[binOf((value + range) / (2 * range || 1))] += 1;
    squares += value * value;
    if (value === 0) zeros += 1;
  }
  for (const value of Array.from(gradients)) {
    gradientSquares += value * value;
    const decade = (Math.log10(Math.abs(value)) - DECADES.low) / (DECADES.high - DECADES.low);
    if (value === 0) zeroGradients += 1;
    else sizes[binOf(decade)] += 1;
  }
  return {
    activations: counts,
    range,
    size: Math.sqrt(squares / activations.length),
    zeros: zeros / activations.length,
    differentUnits: differentColumns(activations),
    units: UNITS,
    gradients: sizes,
    zeroGradients,
    gradientNorm: Math.sqrt(gradientSquares),
  };
}

/** The bin of a place from 0 to 1; what lies outside is in the first or last. */
function binOf(place: number): number {
  return Math.min(BINS - 1, Math.max(0, Math.floor(place * BINS)));
}

function differentColumns(values: ArrayLike<number>): number {
  const columns = Array.from({ length: UNITS }, (_, unit) =>
    Array.from({ length: values.length / UNITS }, (__, row) => values[row * UNITS + unit]).join(),
  );
  return new Set(columns).size;
}
