/** Hundreds of models that live at the same time, as in an ensemble or a search. Runs in pages and in Node. */
import { adam, dense, relu, sequential, softmaxCrossEntropy, Trainer } from 'epochal';
import { digits, subset } from 'epochal/data';
import { fingerprint } from 'epochal/learn';

const MODELS = 300;
const train = subset(
  digits(),
  Array.from({ length: 32 }, (_, index) => index),
);

const trainers = Array.from({ length: MODELS }, (_, seed) => {
  const model = sequential({ inputShape: [64], seed }, [
    // Every 16th has the same plan.
    dense({ units: 16 + (seed % 16) }),
    relu(),
    dense({ units: 10 }),
  ]);
  const [loss, optimizer] = [softmaxCrossEntropy(), adam()];
  return new Trainer({ model, loss, optimizer, epochs: 2, batchSize: 16, seed });
});
for (const trainer of trainers) await trainer.fit({ train });
// All of them still live, and each can be asked.
for (const { model } of trainers) model.predict(train.inputs);

export const result = {
  weights: trainers.map(({ model }) => fingerprint(model)),
  compiled: trainers.filter(({ backend }) => backend === 'wasm').length,
  obstacles: [...new Set(trainers.map(({ obstacle }) => obstacle))],
};
Object.assign(globalThis, { result });
