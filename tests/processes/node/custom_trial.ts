/**
 * Training runs with a layer, an optimizer, a loss and an activation that the library does not have. What goes to a
 * thread is data, so there the network and the optimizer are read from JSON, by the names that were defined.
 */
import { iris as dataset, split, standardize } from '../../../src/data/index.ts';
import {
  defineLayer,
  defineOptimizer,
  dense,
  loss,
  modelFromJSON,
  optimizerFromJSON,
  optimizerToJSON,
  sequential,
  sign,
  softmaxCrossEntropy,
  Trainer,
} from '../../../src/index.ts';
import {
  readCheckpoint,
  readModel,
  writeCheckpoint,
  writeModel,
} from '../../../src/persistence/index.ts';
import type { Objective } from '../../../src/selection/index.ts';
import { formulaActivation } from '../../../src/symbolic/index.ts';

const scale = defineLayer('trialScale', {
  options: { initial: 1 },
  build: ({ initial }, { inputShape, parameter }) => {
    const factor = parameter('factor', inputShape);
    return {
      outputShape: inputShape,
      parameters: { factor },
      forward: (x) => x.mul(factor.add(initial)),
    };
  },
});

const signMomentum = defineOptimizer('trialSignMomentum', {
  learningRate: 0.01,
  options: { momentum: 0.9 },
  init: (filled) => ({ velocity: filled(0) }),
  update: ({ gradient, state }, { momentum }) => {
    const velocity = state.velocity.mul(momentum).add(gradient);
    return { direction: sign(velocity), state: { velocity } };
  },
});

const cubed = loss('trialCubed', (outputs, targets) => {
  const each = softmaxCrossEntropy().perSample(outputs, targets);
  return each.mul(each).mul(each);
});

const architecture = (initial: number): string =>
  JSON.stringify(
    sequential({ inputShape: [4], seed: 7 }, [
      dense({ units: 6 }),
      formulaActivation('x * sigmoid(beta * x)', { constants: { beta: 1.5 } }),
      scale({ initial }),
      dense({ units: 3 }),
    ]),
  );

/** Values of a search: texts only, as they go to a thread. */
export const grid = {
  model: [architecture(1), architecture(0.5)],
  optimizer: [0.9, 0.5].map((momentum) =>
    JSON.stringify(optimizerToJSON(signMomentum({ momentum }))),
  ),
};

const { train, validation } = split(dataset(), { validation: 0.3, seed: 7, stratify: true });
const scaler = standardize(train);
const data = { train: scaler.apply(train), validation: scaler.apply(validation) };

/** The validation loss of a training run that stops in the middle, is saved, and continues from what was saved. */
export const custom: Objective<{ model: string; optimizer: string }> = async (
  values,
  { epochs },
) => {
  const make = (total: number) =>
    new Trainer({
      model: modelFromJSON(JSON.parse(values.model)),
      optimizer: optimizerFromJSON(JSON.parse(values.optimizer)),
      loss: cubed,
      epochs: total,
      batchSize: 16,
      seed: 7,
    });
  const first = make(1);
  await first.fit(data);
  const second = make(epochs);
  second.resume(readCheckpoint(writeCheckpoint(first.checkpoint())));
  const history = await second.fit(data);
  const loaded = readModel(writeModel(second.model)).model;
  const same = [second.model, loaded].map((model) => model.predict(data.validation.inputs));
  const [a, b] = same.map((outputs) => outputs.toTypedArray().join());
  if (a !== b || second.backend !== 'wasm') throw new Error('what was loaded is another model');
  return history.validations.at(-1)?.loss ?? Number.NaN;
};
