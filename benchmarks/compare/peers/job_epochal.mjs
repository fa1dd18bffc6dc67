/** A whole training run as a process: data, network, epochs with validation. Prints the last loss. */
import * as e from '../../../dist/index.js';
import { enableThreads } from '../../../dist/threads.js';
import { task } from '../common.mjs';

const { sizes, samples, validation, batch, epochs, threads } = task;
if (threads > 1) enableThreads();
const width = sizes[0];
const classes = sizes.at(-1);

/** Numbers that look random, as quick to make as to read: the same in each script. */
function set(size) {
  const inputs = new Float32Array(size * width);
  for (let i = 0; i < inputs.length; i++) inputs[i] = ((i * 7919) % 1009) / 1009;
  const targets = new Int32Array(size);
  for (let i = 0; i < size; i++) targets[i] = (i * 31) % classes;
  return { inputs: e.tensor(inputs, { shape: [size, width] }), targets: e.tensor(targets), size };
}

const layers = sizes
  .slice(1)
  .flatMap((units, i) => (i === 0 ? [e.dense({ units })] : [e.relu(), e.dense({ units })]));
const trainer = new e.Trainer({
  model: e.sequential({ inputShape: [width], seed: 1 }, layers),
  loss: e.softmaxCrossEntropy(),
  optimizer: e.adam({ learningRate: 1e-3 }),
  ...{ batchSize: batch, epochs, seed: 1, threads },
});
const history = await trainer.fit({ train: set(samples), validation: set(validation) });
console.log(JSON.stringify({ check: history.epochs.at(-1).loss, threads: trainer.threads }));
