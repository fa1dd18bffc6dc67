/** What a plan tells of a training that cannot go well, before its first iteration. */
import { groupOf } from '../optimizers/index.ts';
import { checkRate } from '../tensor/precision.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import type { TrainingPlan } from './plan.ts';

/** Where a training is. */
interface Position {
  readonly iteration: number;
  /** Of these, in the epoch under way. */
  readonly iterationInEpoch: number;
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
<<<<<<< HEAD
  checkBatches(plan, options, position);
=======
  const { batchSize, accumulate } = options;
  const ahead = { ...plan, batchSize, accumulate, done: position.iteration };
  for (const { built } of options.model.layers) built.checkAhead?.(ahead);
>>>>>>> finite
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
  const byEpoch = schedule?.unit === 'epoch';
  const every = byEpoch ? plan.iterationsPerEpoch : 1;
  const counts = schedule === undefined ? 1 : COUNTS;
  const begun = position.iteration - (byEpoch ? position.iterationInEpoch : 0);
  for (let count = 0; count < counts; count++) {
    const iteration = begun + count * every + 1;
    if (iteration > plan.iterations) return;
    checkRate(largest * plan.factorAt(iteration), iteration, model.dtype);
  }
}
<<<<<<< HEAD

function checkBatches(
  plan: TrainingPlan,
  { model, batchSize, accumulate }: ResolvedTrainerOptions,
  position: Position,
): void {
  const needed = model.layers.map(({ name, layer, built }) => {
    return { name: `${name} (${layer.type})`, least: built.leastSamples?.() ?? 1 };
  });
  if (needed.every(({ least }) => least === 1)) return;
  for (const [samples, where] of batchesToCome(plan, batchSize, accumulate, position)) {
    const layer = needed.find(({ least }) => samples < least);
    if (layer === undefined) continue;
    throw new ShapeError({
      where: layer.name,
      expected: `at least ${layer.least} samples at a time in training`,
      received: `${samples}, in ${where}`,
      remedy:
        'Use another batchSize or accumulate, or dropLast: true if it is the last batch only.',
    });
  }
}

/** What is computed at a time in the iterations to come: how many samples, and where. */
function* batchesToCome(
  { iterations, iterationsPerEpoch, lastBatchSize }: TrainingPlan,
  batchSize: number,
  accumulate: number,
  { iteration: done, iterationInEpoch }: Position,
): Generator<readonly [samples: number, where: string]> {
  const next = done + 1;
  const last = done - (iterationInEpoch % iterationsPerEpoch) + iterationsPerEpoch;
  const most = Math.ceil(batchSize / accumulate);
  const smallest = (size: number) => (size <= most ? size : size % most || most);
  // Nobody knows the last batch of a stream without a length; its other batches are full.
  if (iterationsPerEpoch !== 1 && next <= iterations && !(next === last && next === iterations)) {
    yield [smallest(batchSize), `a batch of ${batchSize}`];
  }
  if (last <= iterations) yield [smallest(lastBatchSize), `a last batch of ${lastBatchSize}`];
}
=======
>>>>>>> finite
