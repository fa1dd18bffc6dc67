/** What a plan tells of a training that cannot go well, before its first iteration. */
import { ShapeError } from '../errors/errors.ts';
import { groupOf } from '../optimizers/index.ts';
import { checkRate } from '../tensor/precision.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import type { TrainingPlan } from './plan.ts';

/** Where a training is. */
interface Position {
  readonly iteration: number;
  readonly learningRateScale: number;
}

/**
 * @param position where the training goes on from
 * @throws OptionError for a schedule that is below 0 or not finite, or makes a learning rate infinite;
 * ShapeError for a batch of fewer samples than a layer can learn from
 */
export function checkAhead(
  plan: TrainingPlan,
  options: ResolvedTrainerOptions,
  position: Position,
): void {
  checkRates(plan, options, position);
  checkBatches(plan, options, position.iteration);
}

/** So many counts of a schedule are looked at: all there are, in most trainings. */
const COUNTS = 10_000;

/** Later counts of a long training are told when they come. */
function checkRates(plan: TrainingPlan, options: ResolvedTrainerOptions, position: Position): void {
  const { model, optimizer, schedule } = options;
  const rates = model
    .parameters()
    .map(({ name }) => groupOf(optimizer, name).learningRate * position.learningRateScale);
  const largest = Math.max(...rates);
  const every = schedule?.unit === 'epoch' ? plan.iterationsPerEpoch : 1;
  const counts = schedule === undefined ? 1 : COUNTS;
  const begun = Math.floor(position.iteration / every);
  for (let count = begun; count < begun + counts; count++) {
    const iteration = count * every + 1;
    if (iteration > plan.iterations) return;
    checkRate(largest * plan.factorAt(iteration), iteration, model.dtype);
  }
}

interface Occurring {
  readonly samples: number;
  readonly what: string;
  readonly remedy: string;
}

function checkBatches(
  plan: TrainingPlan,
  { model, batchSize, accumulate }: ResolvedTrainerOptions,
  done: number,
): void {
  const needed = model.layers.map(({ name, layer, built }) => {
    return { name: `${name} (${layer.type})`, least: built.leastSamples?.() ?? 1 };
  });
  if (needed.every(({ least }) => least === 1)) return;
  for (const { samples, what, remedy } of batchesToCome(plan, batchSize, accumulate, done)) {
    const layer = needed.find(({ least }) => samples < least);
    if (layer === undefined) continue;
    throw new ShapeError({
      where: layer.name,
      expected: `at least ${layer.least} samples in a batch of training`,
      received: `${samples}, in ${what}`,
      remedy,
    });
  }
}

/** The sizes of what is computed at a time in the iterations to come. */
function* batchesToCome(
  { iterations, iterationsPerEpoch, lastBatchSize, samples }: TrainingPlan,
  batchSize: number,
  accumulate: number,
  done: number,
): Generator<Occurring> {
  const next = done + 1;
  const nextLast = Math.ceil(next / iterationsPerEpoch) * iterationsPerEpoch;
  // Nobody knows the last batch of a stream without a length; its other batches are full.
  const hasWhole = !(iterationsPerEpoch === 1 || (next === nextLast && next === iterations));
  const most = Math.ceil(batchSize / accumulate);
  const parts = (size: number) => (size <= most ? [size] : [most, size % most || most]);
  if (hasWhole && next <= iterations) {
    const isCut = accumulate > 1;
    for (const part of parts(batchSize)) {
      yield {
        samples: part,
        what: isCut ? `a micro-batch of batches of ${batchSize}` : 'each batch',
        remedy: isCut ? 'Use another batchSize, or another accumulate.' : 'Use a larger batchSize.',
      };
    }
  }
  if (nextLast > iterations || Number.isNaN(nextLast)) return;
  for (const part of parts(lastBatchSize)) {
    yield {
      samples: part,
      what: `the last batch of an epoch: ${samples} samples in batches of ${batchSize}`,
      remedy:
        iterationsPerEpoch > 1 && lastBatchSize < batchSize
          ? 'Use dropLast: true, or another batchSize.'
          : 'Use more samples, or another batchSize.',
    };
  }
}
