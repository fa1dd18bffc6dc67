/** What people type who come from other libraries, in plain JavaScript, and a part of the answer that they read. */
import * as epochal from 'epochal';
import { fromArrays, split } from 'epochal/data';

const { adam, batchNorm, dense, dropout, earlyStopping, meanSquaredError, sequential } = epochal;
const { Trainer, tensor } = epochal;
const train = fromArrays({ inputs: [[0], [1]], targets: [[0], [1]] });
const model = sequential({ inputShape: [1], seed: 7 }, [dense({ units: 1 })]);
const options = { model, loss: meanSquaredError(), optimizer: adam() };
const trainer = new Trainer({ ...options, epochs: 1 });
const patience = { epochs: 3 };

const typed = [
  [() => dense({ units: 1, activation: 'relu' }), 'dense({ units: 8 }), relu()'],
  [() => dense({ units: 1, bias: false }), 'useBias'],
  [() => dense({ units: 1, kernelInitializer: 'zeros' }), 'weightInitializer'],
  [() => dense({ units: 1, kernel_regularizer: 'l2' }), 'weightPenalty'],
  [() => dropout({ p: 0.5 }), 'rate'],
  [() => adam({ lr: 0.1 }), 'learningRate'],
  [() => batchNorm({ eps: 0.1 }), 'epsilon'],
  [() => earlyStopping({ patience, model, restoreBestWeights: true }), 'restoreBest'],
  [() => earlyStopping({ patience, model, n_iter_no_change: 3 }), 'earlyStopping('],
  [() => earlyStopping({ patience, model, monitor: 'val_accuracy' }), 'validation.accuracy'],
  [() => new Trainer({ ...options, epochs: 1, verbose: 1 }), 'progressBar('],
  [() => new Trainer({ ...options, max_iter: 100 }), 'epochs in the Trainer'],
  [() => new Trainer({ ...options, epochs: 1, lr: 0.1 }), 'adam({ learningRate'],
  [() => trainer.fit({ train, validationData: train }), 'fit({ train, validation'],
  [() => split(train, { testSize: 0.5 }), 'split(dataset, {'],
  [() => tensor([1], { requires_grad: true }), 'parameter(values)'],
  [() => tensor([1]).dispose(), 'Nothing is needed.'],
  [() => model.fit(train), 'new Trainer('],
  [() => model.save('model.json'), 'saveModel('],
  [() => trainer.evaluate(train), 'evaluate('],
  [() => options.optimizer.step(), 'trainer.fit('],
  [() => options.optimizer.zero_grad(), 'zeroGradients('],
  [() => options.loss.backward(), 'loss.mean('],
  [() => trainer.history.history.loss, 'history.epochs'],
  [() => tensor([1]).exp(), 'exp(x)'],
  [() => tensor([1]).T, 'transpose()'],
  [() => model.predictClasses([[1]]), 'predictor(trainer)'],
  [
    () => {
      model.trainable = false;
    },
    "freeze('layers.0')",
  ],
];

for (const [call, expected] of typed) {
  let message = 'no error';
  try {
    await call();
  } catch (error) {
    message = String(error);
  }
  if (/no error|remove it/i.test(message) || !message.includes(expected)) {
    throw new Error(`${call}: expected an answer with ${expected}; received: ${message}`);
  }
}
console.log(typed.length);
