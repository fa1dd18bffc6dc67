import * as e from '../../../dist/index.js';
import { enableThreads } from '../../../dist/threads.js';
import { numbers, productError, report, SAMPLES, task, trainingData } from '../common.mjs';

const { threads = 1 } = task;
if (threads > 1) enableThreads();

if (task.kind === 'matmul') {
  const { m, k, n } = task;
  const a = e.tensor(numbers(m * k, 1), { shape: [m, k] });
  const b = e.tensor(numbers(k * n, 2), { shape: [k, n] });
  let c;
  await report(
    () => {
      c = e.matmul(a, b);
    },
    () => productError(c.toTypedArray(), task),
  );
} else {
  const { sizes, activation, optimizer, batch } = task;
  const { inputs, targets, width, outputs } = trainingData(task);
  const layers = sizes.slice(1).flatMap((units, i) =>
    i < sizes.length - 2 ? [e.dense({ units }), e[activation]()] : [e.dense({ units })],
  );
  const trainer = new e.Trainer({
    model: e.sequential({ inputShape: [width], seed: 1 }, layers),
    loss: outputs === 1 ? e.meanSquaredError() : e.softmaxCrossEntropy(),
    optimizer: optimizer === 'sgd' ? e.sgd({ learningRate: 0.01 }) : e.adam({ learningRate: 1e-3 }),
    iterations: Number.MAX_SAFE_INTEGER,
    batchSize: batch,
    dropLast: true,
    shuffle: false,
    threads,
  });
  const train = {
    inputs: e.tensor(inputs, { shape: [SAMPLES, width] }),
    targets: outputs === 1 ? e.tensor(targets, { shape: [SAMPLES, 1] }) : e.tensor(targets),
    size: SAMPLES,
  };
  const events = trainer.run({ train });
  let loss = Number.NaN;
  await report(
    () => {
      for (;;) {
        const { value } = events.next();
        if (value.type === 'iterationEnd') {
          loss = value.loss;
          return;
        }
      }
    },
    () => loss,
  );
}
