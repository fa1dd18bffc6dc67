/** Beliefs about deep networks. */
import { relu, sgd, sigmoid } from 'epochal';
import { digitParts } from '../../../experiments/runs/classifier.ts';
import { blocks, trainDeep } from '../../../experiments/runs/depth.ts';
import { trainLayers } from '../../../experiments/runs/early_layers.ts';
import { percent } from '../../../experiments/table.ts';
import { THRESHOLDS } from '../../views/beliefs.ts';
import type { Experiment } from './seen.ts';

export const residualConnections: Experiment = function* (turned, seed) {
  const depth = turned ? 2 : 16;
  const parts = digitParts(seed);
  const plain = yield* trainDeep(blocks.plain, depth, 0.1, parts, seed);
  const other = yield* trainDeep(blocks['residual, normalized'], depth, 0.1, parts, seed);
  return {
    model: other.model,
    holds: other.accuracy > plain.accuracy + THRESHOLDS.higherAccuracy,
    verdict: `With ${depth} blocks the plain network has an accuracy of ${percent(plain.accuracy)}, the residual one with normalization ${percent(other.accuracy)}.`,
    head: [`${depth} blocks`, 'training loss', 'accuracy'],
    rows: [
      ['plain', plain.loss.toFixed(3), percent(plain.accuracy)],
      ['residual, normalized', other.loss.toFixed(3), percent(other.accuracy)],
    ],
  };
};

export const earlyLayers: Experiment = function* (turned, seed) {
  const optimizer = sgd({ learningRate: 0.1 });
  const activation = turned ? relu : sigmoid;
  const { gradients, moved, loss, model } = yield* trainLayers(
    activation,
    optimizer,
    digitParts(seed),
    seed,
  );
  const [first] = gradients;
  const last = gradients[gradients.length - 1];
  return {
    model,
    holds: first < last,
    verdict: `The first gradient has a norm of ${first.toFixed(4)} in layer 1 and of ${last.toFixed(4)} in layer 7; after 20 epochs the training loss is ${loss.toFixed(2)}.`,
    head: ['layer', 'norm of the first gradient', 'moved, as a part of its norm'],
    rows: gradients.map((norm, index) => [index + 1, norm.toFixed(4), moved[index].toFixed(3)]),
  };
};
