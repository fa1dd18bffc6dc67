/** The plan: what is known of a training run before it starts, and the same counted while it runs. */
import { cosine, dense, meanSquaredError, sequential, sgd, Trainer } from 'epochal';
import { linearRegression } from 'epochal/data';
import { fingerprint } from 'epochal/learn';
import type { Values } from '../core/fields.ts';
import type { View } from '../core/view.ts';
import { differencesOf, type LedgerLine, type ThePlanResult, thePlan } from '../views/the_plan.ts';

export const thePlanRun: View<ThePlanResult> = {
  ...thePlan,
  *run(values) {
    const { trainer, train } = trainingOf(values);
    const plan = trainer.plan(train, { validation: false });
    const planned = [...plan.ledger()];
    const counted: LedgerLine[] = [];
    const batches: number[] = [];
    for (const event of trainer.run({ train })) {
      if (event.type === 'iterationStart') batches.push(event.indices.length);
      if (event.type !== 'iterationEnd') continue;
      const { epoch, iteration, learningRate } = event;
      counted.push({ epoch, iteration, batchSize: batches[batches.length - 1], learningRate });
      yield;
    }
    const first = counted.filter(({ epoch }) => epoch === 1);
    const compared = [
      {
        quantity: 'iterations in an epoch',
        planned: plan.iterationsPerEpoch,
        counted: first.length,
      },
      {
        quantity: 'samples in the last batch of an epoch',
        planned: plan.lastBatchSize,
        counted: first[first.length - 1].batchSize,
      },
      { quantity: 'complete epochs', planned: plan.epochs, counted: trainer.epoch },
      { quantity: 'iterations', planned: plan.iterations, counted: counted.length },
      {
        quantity: 'samples used, counted each time',
        planned: plan.samplesSeen,
        counted: counted.reduce((sum, { batchSize }) => sum + batchSize, 0),
      },
    ];
    const parameters = trainer.model.parameters().reduce((sum, { size }) => sum + size, 0);
    return {
      text: String(plan),
      compared,
      planned,
      counted,
      differences: differencesOf(planned, counted),
      parameters,
      // Forward and the gradient of the weights; the inputs need none.
      multiplications: 2 * FEATURES * plan.samplesSeen,
      weights: fingerprint(trainer.model),
    };
  },
};

const FEATURES = 4;

function trainingOf({ samples, batchSize, epochs, dropLast, schedule, seed }: Values) {
  const model = sequential({ inputShape: [FEATURES], seed: Number(seed) }, [dense({ units: 1 })]);
  const trainer = new Trainer({
    model,
    loss: meanSquaredError(),
    optimizer: sgd({ learningRate: 0.05 }),
    epochs: Number(epochs),
    batchSize: Number(batchSize),
    dropLast: dropLast === true,
    ...(schedule === 'cosine' && { schedule: cosine() }),
    seed: Number(seed),
  });
  const train = linearRegression({
    samples: Number(samples),
    features: FEATURES,
    seed: Number(seed),
  });
  return { trainer, train };
}
