/** Objects that functions return and whose methods users call, made anew for each call. */

import * as data from '../../../../src/data/index.ts';
import * as core from '../../../../src/index.ts';
import { timeline } from '../../../../src/learn/index.ts';
import * as persistence from '../../../../src/persistence/index.ts';
import { dataset, model, trained, trainer } from './calls.ts';

/** A moving average that has seen a training run, its values in the place of the weights. */
function averaged() {
  const own = trainer();
  const average = core.movingAverage({ model: own.model, decay: 0.9 });
  const control = { stop() {}, scaleLearningRate() {}, checkpoint() {} };
  for (const event of own.run({ train: dataset() })) average(event, control);
  return average;
}

export const SPECIMENS: Readonly<Record<string, () => object>> = {
  Tensor: () =>
    core.tensor([
      [1, 2],
      [3, 4],
    ]),
  trainer,
  model,
  history: () => trained().history,
  loss: () => core.meanSquaredError(),
  metric: () => ({ f1: core.f1({ average: 'macro' }) }),
  scaler: () => data.standardize(dataset()),
  random: () => core.random(1, 'a'),
  compiled: () => core.compile((x: core.Tensor) => x.square()),
  summary: () => model().summary(),
  predictor: () => {
    const extras = { loss: core.softmaxCrossEntropy(), scalers: [data.standardize(dataset())] };
    const { predictLabels: _, ...others } = persistence.readModel(
      persistence.writeModel(model(), extras),
    );
    return others;
  },
  labeller: () => {
    const loss = core.sigmoidBinaryCrossEntropy();
    const { predictLabels } = persistence.predictor(model(), { loss });
    return { predictLabels };
  },
  timeline: () => timeline({ training: trainer, train: dataset() }),
  movingAverage: averaged,
  earlyStopping: () =>
    core.earlyStopping({ model: model(), monitor: 'loss', patience: { epochs: 1 } }),
};
