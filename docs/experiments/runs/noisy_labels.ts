/** A network that is taught wrong labels, and what it says of the samples that have them. */
import type { Split } from '../../../src/data/index.ts';
import {
  accuracy,
  adam,
  dense,
  type Model,
  relu,
  sequential,
  softmaxCrossEntropy,
  Trainer,
  tensor,
} from '../../../src/index.ts';
import type { InParts } from './finish.ts';

export interface Point {
  readonly epoch: number;
  /** On the validation set, whose labels are right. */
  readonly accuracy: number;
  /** The parts of the samples with a wrong label for which the network says that label, and the right one. */
  readonly believed: number;
  readonly corrected: number;
}

export interface Noise {
  /** So large a part of the training labels is wrong. */
  readonly share: number;
  readonly epochs: number;
  /** The epochs after which it is measured. */
  readonly shown: readonly number[];
}

export function* trainWithNoise(
  { train, validation }: Split,
  { share, epochs, shown }: Noise,
  seed: number,
): InParts<{ points: Point[]; model: Model }> {
  const right = Array.from(train.targets.toTypedArray());
  const wrong = Math.round(share * train.size);
  // The samples are in random order, so the first of them are any. 1 to 9 further is another digit.
  const given = right.map((digit, i) => (i < wrong ? (digit + 1 + ((7 * i) % 9)) % 10 : digit));
  const layers = [dense({ units: 128 }), relu(), dense({ units: 10 })];
  const model = sequential({ inputShape: [64], seed }, layers);
  const trainer = new Trainer({
    model,
    loss: softmaxCrossEntropy(),
    optimizer: adam({ learningRate: 3e-3 }),
    epochs,
    batchSize: 32,
    seed,
  });
  const points: Point[] = [];
  const targets = tensor(Int32Array.from(given));
  for (const event of trainer.run({ train: { ...train, targets } })) {
    if (event.type === 'iterationEnd') yield;
    if (event.type !== 'epochEnd' || !shown.includes(event.epoch)) continue;
    const said = Array.from(model.predict(train.inputs).argmax().toTypedArray()).slice(0, wrong);
    const part = (labels: readonly number[]) =>
      said.filter((label, i) => label === labels[i]).length / wrong;
    points.push({
      epoch: event.epoch,
      accuracy: accuracy(model.predict(validation.inputs), validation.targets),
      believed: part(given),
      corrected: part(right),
    });
  }
  return { points, model };
}
