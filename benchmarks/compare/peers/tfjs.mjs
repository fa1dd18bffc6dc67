/** tfjs with the backend named by the environment: cpu or wasm, with as many threads as the task says. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { batchStart, numbers, productError, report, SAMPLES, task, trainingData } from '../common.mjs';

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs');
const backend = process.env.BACKEND ?? 'cpu';
if (backend === 'wasm') {
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  wasm.setThreadsCount(task.threads ?? 1);
  wasm.setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
}
await tf.setBackend(backend);
await tf.ready();

if (task.kind === 'matmul') {
  const { m, k, n } = task;
  const a = tf.tensor2d(numbers(m * k, 1), [m, k]);
  const source = numbers(k * n, 2);
  // A fresh second operand each time, as in training: its packing is part of the work.
  const once = () => {
    const b = tf.tensor2d(source, [k, n]);
    const c = tf.matMul(a, b);
    const values = c.dataSync();
    b.dispose();
    c.dispose();
    return values;
  };
  await report(() => void once(), () => productError(once(), task));
} else {
  const { sizes, activation, optimizer: kind, batch } = task;
  const { inputs, targets, width, outputs } = trainingData(task);
  const x = tf.tensor2d(inputs, [SAMPLES, width]);
  const y =
    outputs === 1
      ? tf.tensor2d(targets, [SAMPLES, 1])
      : tf.oneHot(tf.tensor1d(targets, 'int32'), outputs).toFloat();
  const layers = sizes.slice(1).map((units, i) => ({
    w: tf.variable(tf.randomNormal([sizes[i], units], 0, Math.sqrt(2 / sizes[i]))),
    b: tf.variable(tf.zeros([units])),
  }));
  const act = activation === 'tanh' ? tf.tanh : tf.relu;
  const optimizer = kind === 'sgd' ? tf.train.sgd(0.01) : tf.train.adam(1e-3);
  let [i, loss] = [0, Number.NaN];
  const once = () => {
    const start = batchStart(i++, batch);
    const cost = tf.tidy(() => {
      const xs = x.slice([start, 0], [batch, width]);
      const ys = y.slice([start, 0], [batch, outputs]);
      return optimizer.minimize(() => {
        let h = xs;
        layers.forEach(({ w, b }, l) => {
          h = h.matMul(w).add(b);
          if (l < layers.length - 1) h = act(h);
        });
        return outputs === 1
          ? tf.losses.meanSquaredError(ys, h)
          : tf.losses.softmaxCrossEntropy(ys, h);
      }, true);
    });
    loss = cost.dataSync()[0];
    cost.dispose();
  };
  await report(once, () => loss);
}
