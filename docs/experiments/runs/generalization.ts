/** What the validation set says at an equal training loss. */
import type { Split } from '../../../src/data/index.ts';
import { evaluate, type Model, sgd, softmaxCrossEntropy, Trainer } from '../../../src/index.ts';
import { classifier, judge } from './classifier.ts';
import type { InParts } from './finish.ts';

/** On the validation set, when the loss on the whole training set first is at a level or below. */
export interface Arrival {
  readonly epoch: number;
  readonly training: number;
  readonly loss: number;
  readonly accuracy: number;
}

export interface Judging {
  readonly batchSize: number;
  readonly learningRate: number;
  readonly levels: readonly number[];
  readonly epochs: number;
}

export function* arrivalsOf(
  { train, validation }: Split,
  { batchSize, learningRate, levels, epochs }: Judging,
  seed: number,
): InParts<{ arrivals: Arrival[]; model: Model }> {
  const loss = softmaxCrossEntropy();
  const model = classifier(seed);
  const optimizer = sgd({ learningRate });
  const trainer = new Trainer({ model, loss, optimizer, epochs, batchSize, seed });
  const arrivals: Arrival[] = [];
  for (const event of trainer.run({ train })) {
    if (event.type !== 'iterationEnd') continue;
    yield;
    if (event.iteration % 5 !== 0) continue;
    const training = evaluate({ model, loss }, train).loss;
    while (arrivals.length < levels.length && training <= levels[arrivals.length]) {
      arrivals.push({ epoch: event.epoch, training, ...judge(model, validation) });
    }
    if (arrivals.length === levels.length) break;
  }
  return { arrivals, model };
}
