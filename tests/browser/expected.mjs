/** What the template's page must show: the same training run in Node. */
import { accuracy, adam, dense, relu, sequential, softmaxCrossEntropy, Trainer } from 'epochal';
import { digits, split } from 'epochal/data';

const epochs = 20;
const { train, validation } = split(digits(), { validation: 0.2, seed: 7, stratify: true });
const model = sequential({ inputShape: [64], seed: 7 }, [
  dense({ units: 64 }),
  relu(),
  dense({ units: 10 }),
]);
const loss = softmaxCrossEntropy();
const optimizer = adam({ learningRate: 0.003 });
const trainer = new Trainer({ model, loss, optimizer, metrics: { accuracy }, epochs, seed: 7 });
const { epochs: records } = await trainer.fit({ train, validation });
const last = records[epochs - 1];
const percent = (100 * last.validation.metrics.accuracy).toFixed(1);
console.log(
  JSON.stringify({
    epochs,
    status: `epoch ${epochs} of ${epochs}, loss ${last.loss.toPrecision(3)}, accuracy ${percent} %`,
    digits: model
      .predict(validation.inputs.slice([0, 10]))
      .argmax({ axis: -1 })
      .toArray()
      .map(String),
  }),
);
