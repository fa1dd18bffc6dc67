/** Transfer: one task first, then another from few samples, in six ways. */
import { accuracy, adam, type Model, sequential, softmaxCrossEntropy, Trainer } from 'epochal';
import { fingerprint } from 'epochal/learn';
import {
  layersFor,
  learningRate,
  oddOrEven,
  otherDigits,
  recipes,
} from '../../experiments/runs/transfer.ts';
import type { View } from '../core/view.ts';
import {
  type TransferEpoch,
  type TransferResult,
  transfer,
  WAYS,
  type WaySeen,
} from '../views/transfer.ts';

/** Which samples are which does not depend on the seed of the run. */
const SPLIT_SEED = 7;
/** Names of the layers of the body that have parameters. */
const BODY = ['layers.0', 'layers.2'];

export const transferRun: View<TransferResult> = {
  ...transfer,
  *run({ task, samples, firstEpochs, epochs, factor, seed }) {
    const options = { loss: softmaxCrossEntropy(), batchSize: 16, seed: Number(seed) };
    const { first, train, validation, classes } = (task === '5 to 9' ? otherDigits : oddOrEven)({
      samples: Number(samples),
      seed: SPLIT_SEED,
    });
    const body = sequential({ inputShape: [64], seed: Number(seed) }, layersFor(first.classes));
    if (Number(firstEpochs) > 0) {
      const own = { model: body, optimizer: adam({ learningRate }), epochs: Number(firstEpochs) };
      for (const event of new Trainer({ ...options, ...own }).run({ train: first.train })) {
        if (event.type === 'iterationEnd') yield;
      }
    }
    const ways: WaySeen[] = [];
    const resultOf = (seen: readonly WaySeen[]): TransferResult => ({
      samples: { first: first.train.size, second: train.size, validation: validation.size },
      ways: [...seen],
      weights: seen.find(({ way }) => way === 'all layers')?.weights ?? '',
    });
    for (const way of WAYS) {
      const recipe = recipes[way]({ body, classes, factor: Number(factor), seed: Number(seed) });
      const { model, groups, thaw } = recipe;
      const optimizer = adam({ learningRate, groups });
      const trainer = new Trainer({ ...options, model, optimizer, epochs: Number(epochs) });
      const measured: TransferEpoch[] = [];
      const learning = () =>
        model
          .parameters()
          .reduce((sum, { requiresGrad, size }) => sum + (requiresGrad ? size : 0), 0);
      const seen = (end: Pick<WaySeen, 'moved' | 'weights'>): WaySeen => ({
        ...{ way, epochs: [...measured], learning: learning() },
        ...end,
      });
      for (const event of trainer.run({ train })) {
        thaw?.(event);
        if (event.type === 'iterationEnd') yield;
        if (event.type !== 'epochEnd') continue;
        const outputs = model.predict(validation.inputs);
        measured.push({
          epoch: event.epoch,
          accuracy: accuracy(outputs, validation.targets),
        });
        yield resultOf([...ways, seen({ moved: undefined, weights: '' })]);
      }
      ways.push(
        seen({
          moved: way === 'from scratch' ? undefined : BODY.map((one) => moved(body, model, one)),
          weights: fingerprint(model),
        }),
      );
    }
    return resultOf(ways);
  },
};

/** The largest change of a number in a layer. */
function moved(body: Model, model: Model, layer: string): number {
  const before = body.state();
  return Math.max(
    ...Object.entries(model.state())
      .filter(([name]) => name.startsWith(`${layer}.`))
      .map(([name, after]) => after.sub(before[name]).abs().max().item()),
  );
}
