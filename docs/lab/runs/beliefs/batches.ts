/** Beliefs about the size of batches. */
import { sgd } from 'epochal';
import { digitParts, type Ended, trainAndJudge } from '../../../experiments/runs/classifier.ts';
import { arrivalsOf } from '../../../experiments/runs/generalization.ts';
import { trainByPlan } from '../../../experiments/runs/growing_batches.ts';
import { recognition } from '../../../experiments/runs/more_epochs.ts';
import { percent } from '../../../experiments/table.ts';
import { THRESHOLDS } from '../../views/beliefs.ts';
import type { Experiment } from './seen.ts';

export const smallBatches: Experiment = function* (turned, seed) {
  const parts = digitParts(seed);
  const budget = turned ? { iterations: 100 } : { epochs: 10 };
  const optimizer = sgd({ learningRate: 0.4 });
  const small = yield* trainAndJudge(parts, { optimizer, batchSize: 8, ...budget }, seed);
  const large = yield* trainAndJudge(parts, { optimizer, batchSize: 512, ...budget }, seed);
  const equal = turned ? '100 iterations' : '10 epochs';
  return {
    model: large.model,
    holds: small.loss < large.loss,
    verdict: `After ${equal} the validation loss is ${small.loss.toFixed(3)} with batches of 8, and ${large.loss.toFixed(3)} with batches of 512.`,
    head: ['batch size', 'iterations', 'validation loss', 'accuracy'],
    rows: [row(8, small), row(512, large)],
  };
};

export const generalization: Experiment = function* (turned, seed) {
  const parts = recognition(seed);
  const epochs = turned ? 10 : 1000;
  const rows: (string | number)[][] = [];
  const losses: number[] = [];
  let last: Ended | undefined;
  for (const [batchSize, learningRate] of [
    [4, 0.05],
    [358, 0.8],
  ] as const) {
    if (turned) {
      const options = { optimizer: sgd({ learningRate }), batchSize, epochs };
      last = yield* trainAndJudge(parts, options, seed);
      losses.push(last.loss);
      rows.push([batchSize, epochs, last.loss.toFixed(3), percent(last.accuracy)]);
    } else {
      const how = { batchSize, learningRate, levels: [0.2], epochs };
      const { arrivals, model } = yield* arrivalsOf(parts, how, seed);
      const [arrival] = arrivals;
      last = { ...arrival, iterations: 0, model };
      losses.push(arrival.loss);
      rows.push([batchSize, arrival.epoch, arrival.loss.toFixed(3), percent(arrival.accuracy)]);
    }
  }
  const [small, large] = losses;
  if (last === undefined) throw new Error('Nothing was trained.');
  const holds = small < (1 - THRESHOLDS.lowerLoss) * large;
  return {
    model: last.model,
    holds,
    verdict: `The validation loss is ${small.toFixed(3)} with batches of 4, and ${large.toFixed(3)} with all samples in one batch: ${holds ? 'more' : 'not more'} than a tenth lower.`,
    head: ['batch size', 'in epoch', 'validation loss', 'accuracy'],
    rows,
  };
};

export const powersOfTwo: Experiment = function* (_, seed) {
  const parts = digitParts(seed);
  const runs: { size: number; end: Ended }[] = [];
  for (const size of [31, 32, 33]) {
    const options = { optimizer: sgd({ learningRate: 0.2 }), epochs: 10, batchSize: size };
    runs.push({ size, end: yield* trainAndJudge(parts, options, seed) });
  }
  const best = runs.reduce((a, b) => (b.end.loss < a.end.loss ? b : a));
  return {
    model: runs[runs.length - 1].end.model,
    holds: best.size === 32,
    verdict: `With this seed the batch of ${best.size} has the lowest validation loss: ${best.end.loss.toFixed(3)}.`,
    head: ['batch size', 'iterations', 'validation loss', 'accuracy'],
    rows: runs.map(({ size, end }) => row(size, end)),
  };
};

export const growingBatches: Experiment = function* (turned, seed) {
  const parts = digitParts(seed);
  const sizes = turned ? [128, 32, 8] : [8, 32, 128];
  const rates = [0.4, 0.1, 0.025].map((rate) => `8 at ${rate}`);
  const falling = yield* trainByPlan(rates, parts, seed);
  const changing = yield* trainByPlan(
    sizes.map((size) => `${size} at 0.4`),
    parts,
    seed,
  );
  const holds = changing.validation < (1 + THRESHOLDS.lowerLoss) * falling.validation;
  return {
    model: changing.model,
    holds,
    verdict: `The validation loss is ${changing.validation.toFixed(3)} with batches of ${sizes.join(', ')}, in ${changing.iterations} iterations, and ${falling.validation.toFixed(3)} with the falling rate, in ${falling.iterations}.`,
    head: ['what changes', 'iterations', 'validation loss', 'accuracy'],
    rows: [
      ['rate falls', falling] as const,
      [turned ? 'batches shrink' : 'batches grow', changing] as const,
    ].map(([name, end]) => [
      name,
      end.iterations,
      end.validation.toFixed(3),
      percent(end.accuracy),
    ]),
  };
};

function row(size: number, { iterations, loss, accuracy }: Ended): (string | number)[] {
  return [size, iterations, loss.toFixed(3), percent(accuracy)];
}
