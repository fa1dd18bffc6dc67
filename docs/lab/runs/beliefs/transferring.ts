/** The belief about what was learned before. */
import { adam, sequential, softmaxCrossEntropy, Trainer } from 'epochal';
import { follow, reached } from '../../../experiments/reach.ts';
import {
  layersFor,
  learningRate,
  oddOrEven,
  otherDigits,
  recipes,
} from '../../../experiments/runs/transfer.ts';
import { percent } from '../../../experiments/table.ts';
import type { Experiment } from './seen.ts';

const TARGET = 0.9;
const EPOCHS = 40;
const ways = ['from scratch', 'all layers'] as const;

export const transferring: Experiment = function* (turned, seed) {
  const task = turned ? oddOrEven({ samples: 50, seed }) : otherDigits({ samples: 100, seed });
  const options = { loss: softmaxCrossEntropy(), batchSize: 16, seed };
  const body = sequential({ inputShape: [64], seed }, layersFor(task.first.classes));
  const first = { ...options, model: body, optimizer: adam({ learningRate }), epochs: 10 };
  for (const event of new Trainer(first).run({ train: task.first.train })) {
    if (event.type === 'iterationEnd') yield;
  }
  const rows: (string | number)[][] = [];
  const epochs: number[] = [];
  let model = body;
  for (const way of ways) {
    ({ model } = recipes[way]({ body, classes: task.classes, factor: 0.5, seed }));
    const optimizer = adam({ learningRate });
    const trainer = new Trainer({ ...options, model, optimizer, epochs: EPOCHS });
    const measured = yield* follow(trainer, { ...task, until: 1 });
    const epoch = reached([measured], TARGET, 'epoch');
    epochs.push(epoch === 'never' ? Number.POSITIVE_INFINITY : epoch);
    rows.push([
      way === 'from scratch' ? 'new' : 'transferred',
      epoch,
      percent(measured.at(-1)?.accuracy ?? 0),
    ]);
  }
  const [scratch, transferred] = epochs;
  return {
    model,
    holds: transferred < scratch,
    verdict: `The network that has learned before gets to 90 % ${said(transferred)}, the new one ${said(scratch)}.`,
    head: ['network', 'epoch of 90 %', 'accuracy at the end'],
    rows,
  };
};

function said(epoch: number): string {
  return epoch === Number.POSITIVE_INFINITY ? `not within ${EPOCHS} epochs` : `in epoch ${epoch}`;
}
