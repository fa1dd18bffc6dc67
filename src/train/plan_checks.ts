/** What a plan tells of a training run that cannot go well, before its first iteration. */
import { groupOf } from '../optimizers/index.ts';
import { checkRate } from '../tensor/precision.ts';
import type { ResolvedTrainerOptions } from './options.ts';
import type { TrainingPlan } from './plan.ts';

/** Where a training run is. */
interface Position {
  readonly iteration: number;
  /** Of these, in the epoch under way. */
  readonly iterationInEpoch: number;
  readonly learningRateScale: number;
}

/**
 * @param position where the training continues from
 * @throws OptionError for a schedule that is below 0 or not finite, or makes a learning rate infinite;
 * ShapeError for a batch of fewer samples than a layer can learn from
 */
export function checkAhead(
  plan: TrainingPlan,
  options: ResolvedTrainerOptions,
  position: Position,
): void {
  checkRates(plan, options, position);
  const { batchSize, accumulate } = options;
  const { iteration: done, iterationInEpoch } = position;
  const ahead = { ...plan, batchSize, accumulate, done, iterationInEpoch };
  for (const { built } of options.model.layers) built.checkAhead?.(ahead);
}

/** So many counts of a schedule are looked at: all there are, in most training runs. */
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
