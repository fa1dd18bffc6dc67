/** How a network was trained there, as options of a Trainer with the same updates. */
import { sigmoidBinaryCrossEntropy } from '../../losses/binary_cross_entropy.ts';
import { softmaxCrossEntropy } from '../../losses/cross_entropy.ts';
import type { Loss } from '../../losses/loss.ts';
import { meanSquaredError } from '../../losses/mean_squared_error.ts';
import { l2Penalty, type Penalty } from '../../nn/penalty.ts';
import { adam } from '../../optimizers/adam.ts';
import type { Optimizer } from '../../optimizers/optimizer.ts';
import { sgd } from '../../optimizers/sgd.ts';
import { asData } from '../blueprint.ts';
import type { ImportedTraining } from '../imported.ts';
import { type Estimator, numberOf, plainOf, textOf } from './estimator.ts';
import type { Network } from './network.ts';
import { checkLoss, notCarriedOver } from './settings.ts';

export interface ReadTraining {
  readonly loss: Loss;
  readonly training: ImportedTraining | undefined;
  readonly penalty: Penalty | undefined;
  readonly conventions: readonly string[];
  readonly ignored: readonly string[];
}

/** What 'auto' is at most. */
const AUTO = 200;

export function readTraining(estimator: Estimator, network: Network): ReadTraining {
  checkLoss(estimator);
  const { units, outputs } = network;
  const loss =
    outputs === 'values'
      ? meanSquaredError()
      : outputs === 'classes'
        ? softmaxCrossEntropy()
        : sigmoidBinaryCrossEntropy();
  // There, losses of several outputs are added up, and squares are halved; here, both are means.
  const factor = outputs === 'values' ? 2 / units : outputs === 'labels' ? 1 / units : 1;
  const conventions: string[] = [];
  const ignored: string[] = [];
  if (factor !== 1) {
    const there = outputs === 'values' ? 'half the sum of the squares' : 'the sum of the losses';
    conventions.push(
      `the loss there is ${there} of a sample's outputs: ours is ${factor} times as large, which learning rate or epsilon make up for`,
    );
  }
  const batchSize = batchSizeOf(estimator);
  const alpha = numberOf(estimator, 'alpha') ?? 0;
  const penalty =
    alpha > 0 && batchSize !== undefined
      ? asData(`${estimator.where}, alpha`, () =>
          l2Penalty({ strength: (alpha * factor) / batchSize }),
        )
      : undefined;
  if (penalty !== undefined) {
    conventions.push(
      `alpha ${alpha} there is divided by the samples of a batch: l2Penalty of strength ${penalty.options.strength} at ${batchSize}`,
    );
  } else if (alpha > 0) {
    ignored.push(`alpha ${alpha}, which is divided by the samples of a batch, a number not known`);
  }
  const optimizer = optimizerOf(estimator, factor, conventions);
  const solver = textOf(estimator, 'solver') ?? 'adam';
  if (optimizer === undefined) ignored.push(`solver ${solver}, which there is not here`);
  if (optimizer !== undefined) ignored.push(...notCarriedOver(estimator));
  const epochs = wholeOf(estimator, 'max_iter');
  const shuffle = plainOf(estimator, 'shuffle');
  return {
    ...{ loss, penalty, conventions, ignored },
    training: optimizer && {
      ...{ loss, optimizer },
      ...(batchSize !== undefined && { batchSize }),
      ...(epochs !== undefined && { epochs }),
      ...(typeof shuffle === 'boolean' && { shuffle }),
    },
  };
}

function optimizerOf(
  estimator: Estimator,
  factor: number,
  conventions: string[],
): Optimizer | undefined {
  const solver = textOf(estimator, 'solver') ?? 'adam';
  const learningRate = numberOf(estimator, 'learning_rate_init') ?? 0.001;
  if (solver === 'adam') {
    conventions.push(
      'adam there adds epsilon before the correction for bias, ours after it: apart by less than the first updates',
    );
    return asData(`${estimator.where}, solver`, () =>
      adam({
        learningRate,
        beta1: numberOf(estimator, 'beta_1'),
        beta2: numberOf(estimator, 'beta_2'),
        epsilon: (numberOf(estimator, 'epsilon') ?? 1e-8) * factor,
      }),
    );
  }
  if (solver !== 'sgd') return undefined;
  const momentum = numberOf(estimator, 'momentum') ?? 0.9;
  const nesterov = plainOf(estimator, 'nesterovs_momentum') !== false && momentum > 0;
  return asData(`${estimator.where}, solver`, () =>
    sgd({ learningRate: learningRate / factor, momentum, nesterov }),
  );
}

/** As said, or what 'auto' is: at most 200, and all samples where there are fewer. */
function batchSizeOf(estimator: Estimator): number | undefined {
  const [seen, epochs] = [numberOf(estimator, 't_') ?? 0, numberOf(estimator, 'n_iter_') ?? 0];
  const samples = epochs > 0 && seen > 0 ? Math.round(seen / epochs) : undefined;
  const said = plainOf(estimator, 'batch_size');
  const size = said === 'auto' || said === undefined ? AUTO : wholeOf(estimator, 'batch_size');
  if (samples === undefined || size === undefined) return said === 'auto' ? undefined : size;
  return Math.min(size, samples);
}

function wholeOf(estimator: Estimator, name: string): number | undefined {
  const value = numberOf(estimator, name);
  const isWhole = value !== undefined && Number.isInteger(value) && value > 0 && value < 2 ** 31;
  return isWhole ? value : undefined;
}
