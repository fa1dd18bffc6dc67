/** Beliefs about how many epochs it takes. */
import { meanSquaredError, parameterCount, sgd } from 'epochal';
import { follow, reached } from '../../../experiments/reach.ts';
import { classifierTrainer, digitParts, firstOf } from '../../../experiments/runs/classifier.ts';
import { trainSize } from '../../../experiments/runs/model_size.ts';
import { curve, progression } from '../../../experiments/runs/more_epochs.ts';
import { trainWithNoise } from '../../../experiments/runs/noisy_labels.ts';
import { percent } from '../../../experiments/table.ts';
import { THRESHOLDS } from '../../views/beliefs.ts';
import type { Experiment } from './seen.ts';

export const moreEpochs: Experiment = function* (turned, seed) {
  const epochs = turned ? 20 : 100;
  const task = { loss: meanSquaredError(), units: 1, epochs };
  const { points, model } = yield* curve(progression(seed), task, seed);
  const best = points.reduce((a, b) => (b.validation < a.validation ? b : a));
  const last = points[points.length - 1];
  const shown = points.filter(
    ({ epoch }) => [5, 10, 15, 20, 50, 100].includes(epoch) || epoch === best.epoch,
  );
  const holds = best === last;
  return {
    model,
    holds,
    verdict: holds
      ? `The validation loss is lowest after the last of ${epochs} epochs, at ${last.validation.toFixed(3)}.`
      : `The validation loss is lowest after ${best.epoch} epochs, at ${best.validation.toFixed(3)}; after ${epochs} it is ${last.validation.toFixed(3)}.`,
    head: ['after epoch', 'training loss', 'validation loss'],
    rows: shown.map((one) => [one.epoch, one.training.toFixed(3), one.validation.toFixed(3)]),
  };
};

export const moreData: Experiment = function* (turned, seed) {
  const { train, validation } = digitParts(seed);
  const rows: (string | number)[][] = [];
  const counts: number[] = [];
  const unit = turned ? 'iteration' : 'epoch';
  const options = { optimizer: sgd({ learningRate: 0.3 }), iterations: 400, batchSize: 16 };
  let trainer = classifierTrainer(options, seed);
  for (const samples of [180, 720]) {
    trainer = classifierTrainer(options, seed);
    const how = { train: firstOf(train, samples), validation, every: 8, until: 0.85 };
    const measured = yield* follow(trainer, how);
    const count = reached([measured], 0.85, unit);
    counts.push(count === 'never' ? Number.POSITIVE_INFINITY : count);
    const when = (['epoch', 'iteration'] as const).map((one) => reached([measured], 0.85, one));
    rows.push([samples, ...when]);
  }
  const [few, many] = counts;
  const holds = many < THRESHOLDS.fewerEpochs * few;
  return {
    model: trainer.model,
    holds,
    verdict: `With four times as many samples it takes ${said(many, unit)} instead of ${said(few, unit)}.`,
    head: ['samples', 'epoch of 85 %', 'iteration of 85 %'],
    rows,
  };
};

export const higherRate: Experiment = function* (turned, seed) {
  const parts = digitParts(seed);
  const rates = [0.1, turned ? 3.2 : 0.4];
  const rows: (string | number)[][] = [];
  const epochs: number[] = [];
  let trainer = classifierTrainer({ optimizer: sgd({ learningRate: 0.1 }), epochs: 1 }, seed);
  for (const learningRate of rates) {
    const options = { optimizer: sgd({ learningRate }), epochs: 25, batchSize: 32 };
    trainer = classifierTrainer(options, seed);
    const measured = yield* follow(trainer, { ...parts, until: 0.95 });
    const epoch = reached([measured], 0.95, 'epoch');
    epochs.push(epoch === 'never' ? Number.POSITIVE_INFINITY : epoch);
    rows.push([learningRate, epoch, percent(measured.at(-1)?.accuracy ?? 0)]);
  }
  const [low, high] = epochs;
  return {
    model: trainer.model,
    holds: high < low,
    verdict: `At ${rates[0]} it takes ${said(low)}, at ${rates[1]} ${said(high)}.`,
    head: ['learning rate', 'epoch of 95 %', 'accuracy at the end'],
    rows,
  };
};

export const largerNetworks: Experiment = function* (turned, seed) {
  const parts = digitParts(seed);
  const small = yield* trainSize([1, 32], 0.1, parts, seed);
  const large = yield* trainSize(turned ? [8, 32] : [1, 128], 0.1, parts, seed);
  const runs = [small, large].map(({ measured, model }, index) => {
    const iteration = reached([measured], 0.95, 'iteration');
    const epochs = iteration === 'never' ? Number.POSITIVE_INFINITY : iteration / 45;
    const parameters = parameterCount(model);
    const name = index === 0 ? '1 x 32' : turned ? '8 x 32' : '1 x 128';
    return { name, parameters, epochs };
  });
  return {
    model: large.model,
    holds: runs[1].epochs > runs[0].epochs,
    verdict: `The ${turned ? 'deeper' : 'wider'} network takes ${said(runs[1].epochs)}, the small one ${said(runs[0].epochs)}.`,
    head: ['hidden layers', 'parameters', 'epochs to 95 %'],
    rows: runs.map((one) => [
      one.name,
      one.parameters,
      Number.isFinite(one.epochs) ? one.epochs.toFixed(1) : 'never',
    ]),
  };
};

export const noisyLabels: Experiment = function* (turned, seed) {
  const epochs = turned ? 5 : 50;
  const shown = [2, 5, 10, 20, 50];
  const parts = digitParts(seed);
  const { points, model } = yield* trainWithNoise(parts, { share: 0.4, epochs, shown }, seed);
  const best = points.reduce((a, b) => (b.accuracy > a.accuracy ? b : a));
  const last = points[points.length - 1];
  const holds = last.accuracy < THRESHOLDS.spoiled;
  return {
    model,
    holds,
    verdict: `After ${epochs} epochs the accuracy is ${percent(last.accuracy)}${holds ? `, less than ${Math.round(100 * THRESHOLDS.spoiled)} %; after ${best.epoch} it was ${percent(best.accuracy)}` : ', in spite of the wrong labels'}.`,
    head: ['after epoch', 'accuracy', 'wrong labels taken over', 'seen through'],
    rows: points.map((one) => [
      one.epoch,
      ...[one.accuracy, one.believed, one.corrected].map(percent),
    ]),
  };
};

function said(count: number, unit = 'epoch'): string {
  if (!Number.isFinite(count)) return `more ${unit}s than were tried`;
  const shown = Number.isInteger(count) ? String(count) : count.toFixed(1);
  return count === 1 ? `1 ${unit}` : `${shown} ${unit}s`;
}
