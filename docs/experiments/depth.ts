/** Do residual connections make deep networks learn? `npx tsx docs/experiments/depth.ts` */
import { digits, split } from '../../src/data/index.ts';
import {
  accuracy,
  dense,
  evaluate,
  type Layer,
  layerNorm,
  NonFiniteError,
  relu,
  residual,
  sequential,
  sgd,
  softmaxCrossEntropy,
  Trainer,
} from '../../src/index.ts';
import { median, percent, printTable } from './table.ts';

const seeds = [1, 2, 3];
const all = digits();
const parts = seeds.map((seed) => split(all, { validation: 0.2, seed, stratify: true }));
const loss = softmaxCrossEntropy();
const depths = [2, 8, 16];

const blocks: Readonly<Record<string, () => Layer[]>> = {
  plain: () => [dense({ units: 24 }), relu()],
  'plain, normalized': () => [layerNorm(), dense({ units: 24 }), relu()],
  residual: () => [residual([dense({ units: 24 }), relu()])],
  'residual, normalized': () => [residual([layerNorm(), dense({ units: 24 }), relu()])],
};

/** Loss on the training part and accuracy on the other, after 10 epochs; of guesses where it diverged. */
function train(block: () => Layer[], depth: number, learningRate: number, index: number) {
  const { train, validation } = parts[index];
  const body = Array.from({ length: depth }, block).flat();
  const layers = [dense({ units: 24 }), relu(), ...body, dense({ units: 10 })];
  const seed = seeds[index];
  const model = sequential({ inputShape: [64], seed }, layers);
  const optimizer = sgd({ learningRate });
  const trainer = new Trainer({ model, loss, optimizer, epochs: 10, batchSize: 32, seed });
  try {
    for (const _ of trainer.run({ train }));
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    return { loss: Number.POSITIVE_INFINITY, accuracy: 0.1 };
  }
  const { metrics } = evaluate({ model, loss, metrics: { accuracy } }, validation);
  return { loss: evaluate({ model, loss }, train).loss, accuracy: metrics.accuracy };
}

const rows = Object.entries(blocks).map(([name, block]) => {
  const cells = depths.map((depth) => {
    const byRate = [0.02, 0.1].map((learningRate) => {
      const ends = seeds.map((_, index) => train(block, depth, learningRate, index));
      return {
        loss: median(ends.map((end) => end.loss)),
        accuracy: median(ends.map((end) => end.accuracy)),
      };
    });
    const best = byRate.reduce((a, b) => (b.loss < a.loss ? b : a));
    return Number.isFinite(best.loss)
      ? `${best.loss.toFixed(3)}  ${percent(best.accuracy)}`
      : 'diverges';
  });
  return [name, ...cells];
});
printTable(['blocks', ...depths.map(String)], rows);
