/** What `npm start` shows: a network that learns to read handwritten digits. */

import { lossChart } from '../charts/index.ts';
import { digits, split } from '../data/index.ts';
import { takeRows } from '../data/rows.ts';
import { formatTable } from '../formats/text_table.ts';
import {
  accuracy,
  adam,
  confusionMatrix,
  dense,
  progressBar,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
} from '../index.ts';
import { pictures } from './pictures.ts';

const print = (text = '') => process.stdout.write(`${text}\n`);
const heading = (text: string) => print(`\n${text}\n${'═'.repeat(text.length)}`);

const { train, validation } = split(digits(), { validation: 0.2, seed: 7, stratify: true });
const model = sequential({ inputShape: [64], seed: 7 }, [
  dense({ units: 64 }),
  relu(),
  dense({ units: 10 }),
]);
const trainer = new Trainer({
  model,
  loss: softmaxCrossEntropy(),
  optimizer: adam({ learningRate: 3e-3 }),
  metrics: { accuracy },
  epochs: 20,
  batchSize: 32,
  seed: 7,
});

heading('The network');
print(String(model.summary()));

heading('The plan');
print(String(trainer.plan(train)));

heading('The training');
const interactive = process.stdout.isTTY === true;
const bar = progressBar({ write: (text) => process.stdout.write(text), interactive });
const start = performance.now();
const history = await trainer.fit({ train, validation, callbacks: [bar] });
const seconds = (performance.now() - start) / 1000;

heading('The epochs');
print(
  formatTable(
    [
      ['epoch', 'iterations', 'samples seen', 'training loss', 'validation loss', 'accuracy'],
      ...history.epochs.map(({ epoch, iteration, samplesSeen, loss, validation: measured }) => [
        String(epoch),
        String(iteration),
        samplesSeen.toLocaleString('en-US'),
        loss.toFixed(4),
        measured?.loss.toFixed(4) ?? '',
        `${(100 * (measured?.metrics.accuracy ?? 0)).toFixed(1)} %`,
      ]),
    ],
    { left: [], underlined: true },
  ),
);

heading('Both losses');
print(lossChart(history));

const outputs = model.predict(validation.inputs);
heading('Confusion matrix');
print(String(confusionMatrix(outputs, validation.targets)));

heading('A few of the validation set, the wrong ones first');
const predicted = outputs.argmax().toTypedArray();
const actual = validation.targets.toTypedArray();
const order = [...predicted.keys()].sort(
  (a, b) => Number(predicted[a] === actual[a]) - Number(predicted[b] === actual[b]),
);
print(
  pictures(
    order.slice(0, 5).map((row) => ({
      pixels: takeRows(validation.inputs, [row]).toTypedArray(),
      width: 8,
      caption: `${actual[row]} read as ${predicted[row]}`,
    })),
  ),
);

// A product of matrices is two operations for each pair; backward makes two such products.
const weights = model.parameters().filter(({ rank }) => rank === 2);
const flops = 6 * weights.reduce((sum, { size }) => sum + size, 0) * trainer.samplesSeen;
heading('In all');
print(
  [
    `validation accuracy  ${(100 * (history.validations.at(-1)?.metrics.accuracy ?? 0)).toFixed(1)} %`,
    `backend              ${trainer.backend}`,
    `time                 ${seconds.toFixed(2)} s, validation and display included`,
    `samples per second   ${Math.round(trainer.samplesSeen / seconds).toLocaleString('en-US')}`,
    `GFLOP/s              ${(flops / seconds / 1e9).toFixed(2)}, compiling included`,
  ].join('\n'),
);
