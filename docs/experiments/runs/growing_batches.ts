/** Epochs 1 to 5, 6 to 10 and 11 to 15 with a batch size and a learning rate of their own. */
import type { Split } from '../../../src/data/index.ts';
import { evaluate, type Model, sgd, softmaxCrossEntropy, Trainer } from '../../../src/index.ts';
import { classifier, judge } from './classifier.ts';
import type { InParts } from './finish.ts';

export interface Planned {
  readonly iterations: number;
  readonly training: number;
  readonly validation: number;
  readonly accuracy: number;
  readonly model: Model;
}

/** @param plan such as `8 at 0.4`: the batch size and the learning rate of each part */
export function* trainByPlan(
  plan: readonly string[],
  { train, validation }: Split,
  seed: number,
): InParts<Planned> {
  const model = classifier(seed);
  const loss = softmaxCrossEntropy();
  let iterations = 0;
  for (const [part, how] of plan.entries()) {
    const [batchSize, learningRate] = how.split(' at ').map(Number);
    const optimizer = sgd({ learningRate });
    const options = { model, loss, optimizer, epochs: 5, batchSize, seed: `${seed}/${part}` };
    const trainer = new Trainer(options);
    for (const event of trainer.run({ train })) if (event.type === 'iterationEnd') yield;
    iterations += trainer.iteration;
  }
  const judged = judge(model, validation);
  const training = evaluate({ model, loss }, train).loss;
  return { iterations, training, validation: judged.loss, accuracy: judged.accuracy, model };
}
