/**
 * Training runs that this library begins and TensorFlow.js goes on with. `npx tsx tests/interop/tfjs/begun.ts FILE`
 * writes what exportModel makes of them, for tests/fixtures/keras/tfjs_ours.mjs.
 */
import { writeFileSync } from 'node:fs';
import { fromArrays } from '../../../src/data/index.ts';
import {
  adadelta,
  adagrad,
  adam,
  adamax,
  type Loss,
  meanSquaredError,
  type Optimizer,
  rmsprop,
  sgd,
  sigmoidBinaryCrossEntropy,
  softmaxCrossEntropy,
  Trainer,
} from '../../../src/index.ts';
import { exportModel } from '../../../src/interop/index.ts';
import {
  dense,
  elasticPenalty,
  l2Penalty,
  layerNorm,
  type Model,
  sequential,
  tanh,
} from '../../../src/nn/index.ts';

export const INPUTS = [
  [0.5, -1.25, 2, 0.125],
  [3, 0.25, -0.75, 1.5],
  [-0.5, 1, 0.25, -2],
];
export const TARGETS = [
  [1, 0],
  [0.25, -0.5],
  [-1, 0.75],
];
/** Of the runs whose targets are others. */
const OTHER_TARGETS = {
  classifier: [0, 1, 1],
  labels: [
    [1, 0],
    [1, 1],
    [0, 1],
  ],
};

interface Run {
  readonly optimizer: Optimizer;
  readonly loss?: Loss;
  readonly model?: () => Model;
}

const plain = () =>
  sequential({ inputShape: [4], seed: 3 }, [dense({ units: 3 }), tanh(), dense({ units: 2 })]);

export const RUNS: Readonly<Record<string, Run>> = {
  sgd: { optimizer: sgd({ learningRate: 0.0625 }) },
  momentum: { optimizer: sgd({ learningRate: 0.0625, momentum: 0.75 }) },
  nesterov: { optimizer: sgd({ learningRate: 0.0625, momentum: 0.75, nesterov: true }) },
  adam: { optimizer: adam({ learningRate: 0.015625, beta2: 0.95 }) },
  adamax: { optimizer: adamax({ learningRate: 0.015625 }) },
  rmsprop: { optimizer: rmsprop({ learningRate: 0.015625, epsilon: 1e-12 }) },
  rmspropMomentum: {
    optimizer: rmsprop({ learningRate: 0.015625, momentum: 0.5, epsilon: 1e-12 }),
  },
  centered: {
    optimizer: rmsprop({ learningRate: 0.0078125, momentum: 0.5, epsilon: 1e-12, centered: true }),
  },
  adagrad: { optimizer: adagrad({ learningRate: 0.0625, initialAccumulator: 0.125 }) },
  adadelta: { optimizer: adadelta({ learningRate: 0.5, epsilon: 1e-4 }) },
  classifier: {
    optimizer: adam({ learningRate: 0.015625, beta2: 0.95 }),
    loss: softmaxCrossEntropy(),
  },
  labels: { optimizer: sgd({ learningRate: 0.5 }), loss: sigmoidBinaryCrossEntropy() },
  // Variables and parameters do not stand in one row: a layer that does not learn.
  frozen: {
    optimizer: adam({ learningRate: 0.015625, beta2: 0.95 }),
    model: () => {
      const model = sequential({ inputShape: [4], seed: 7 }, [
        dense({ units: 3 }),
        tanh(),
        layerNorm({ epsilon: 1e-3 }),
        dense({ units: 2 }),
      ]);
      model.freeze('layers.0');
      return model;
    },
  },
  penalized: {
    optimizer: sgd({ learningRate: 0.0625, momentum: 0.75 }),
    model: () =>
      sequential({ inputShape: [4], seed: 3 }, [
        dense({
          units: 3,
          weightPenalty: l2Penalty({ strength: 0.25 }),
          biasPenalty: elasticPenalty({ l1: 0.0625, l2: 0.5 }),
        }),
        tanh(),
        dense({ units: 2 }),
      ]),
  },
};

/** A Trainer that has made three updates. */
export async function begun(name: string): Promise<Trainer> {
  const { optimizer, loss = meanSquaredError(), model = plain } = RUNS[name];
  const trainer = new Trainer({
    ...{
      model: model(),
      optimizer,
      loss,
      epochs: 3,
      batchSize: 3,
      shuffle: false,
      backend: 'reference',
    },
  });
  await trainer.fit({ train: dataOf(name) });
  return trainer;
}

export const dataOf = (name: string) =>
  fromArrays({ inputs: INPUTS, targets: OTHER_TARGETS[name as 'labels'] ?? TARGETS });

/** The state of Adamax is none that TensorFlow.js loads; it begins there. */
export function startOf(name: string, trainer: Trainer) {
  if (name === 'adamax') return undefined;
  return { tensors: trainer.optimizerState(), updates: trainer.iteration };
}

export function exported(name: string, trainer: Trainer) {
  const { optimizer, loss = meanSquaredError() } = RUNS[name];
  const training = { optimizer, loss, optimizerState: startOf(name, trainer) };
  const files = exportModel(trainer.model, { to: 'tfjs', training });
  const weights = Buffer.from(files['group1-shard1of1.bin']).toString('base64');
  return { json: JSON.parse(new TextDecoder().decode(files['model.json'])), weights };
}

const [script, path] = process.argv.slice(1);
if (script?.endsWith('begun.ts') && path !== undefined) {
  const runs: Record<string, unknown> = {};
  for (const name of Object.keys(RUNS)) runs[name] = exported(name, await begun(name));
  writeFileSync(
    path,
    `${JSON.stringify({ inputs: INPUTS, targets: TARGETS, otherTargets: OTHER_TARGETS, ...runs })}\n`,
  );
}
