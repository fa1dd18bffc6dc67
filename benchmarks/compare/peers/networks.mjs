/** Libraries that train sample by sample: brain.js and convnetjs, on a batch as one unit of work. */
import { createRequire } from 'node:module';
import { batchStart, report, task, trainingData } from '../common.mjs';

const require = createRequire(import.meta.url);
const { sizes, activation, optimizer, batch } = task;
const { inputs, targets, width, outputs } = trainingData(task);

function brain() {
  const { NeuralNetwork } = require('brain.js');
  const net = new NeuralNetwork({
    hiddenLayers: sizes.slice(1, -1),
    activation,
    learningRate: 0.001,
  });
  const sample = (row) => {
    const output = new Float32Array(outputs);
    if (outputs === 1) output[0] = targets[row] > 0 ? 1 : 0;
    else output[targets[row]] = 1;
    return { input: Array.from(inputs.subarray(row * width, (row + 1) * width)), output: Array.from(output) };
  };
  const rows = Array.from({ length: 1024 }, (_, row) => sample(row));
  return (start) => {
    const result = net.train(rows.slice(start, start + batch), { iterations: 1, errorThresh: 1e-12, logPeriod: 1e9 });
    return result.error;
  };
}

function convnet() {
  const { Net, Trainer, Vol } = require('convnetjs');
  const net = new Net();
  const last =
    outputs === 1 ? { type: 'regression', num_neurons: 1 } : { type: 'softmax', num_classes: outputs };
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: width },
    ...sizes.slice(1, -1).map((units) => ({ type: 'fc', num_neurons: units, activation })),
    last,
  ]);
  const method = optimizer === 'adam' ? 'adadelta' : 'sgd';
  const trainer = new Trainer(net, { method, batch_size: batch, learning_rate: 0.001, momentum: 0 });
  const vols = Array.from({ length: 1024 }, (_, row) =>
    new Vol(Array.from(inputs.subarray(row * width, (row + 1) * width))),
  );
  return (start) => {
    let loss = 0;
    for (let row = start; row < start + batch; row++) {
      const target = outputs === 1 ? [targets[row]] : targets[row];
      loss += trainer.train(vols[row], target).loss / batch;
    }
    return loss;
  };
}

const iterate = process.env.LIBRARY === 'brain.js' ? brain() : convnet();
let [i, loss] = [0, Number.NaN];
await report(
  () => {
    loss = iterate(batchStart(i++, batch));
  },
  () => loss,
);
