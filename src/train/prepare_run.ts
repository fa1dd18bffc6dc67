/** What comes before the first event of a run: its plan, and the refusal of what does not fit, before anything is computed. */
import type { Dataset } from '../data/dataset.ts';
import type { SampleStream } from '../data/stream/stream.ts';
import { randomKey } from '../tensor/rng.ts';
import type { Callback } from './callbacks/callback.ts';
import { prepareData } from './data/prepared_data.ts';
import { checkSameSamples, samplesOf, type TrainingData } from './data/training_data.ts';
import type { TrainingPlan } from './plan.ts';
import { checkAhead } from './plan_checks.ts';
import { planTraining } from './plan_training.ts';
import { isComplete, type Parts, type Run } from './run.ts';
import { nothingLeft } from './totals.ts';

/** Who drains a run. */
interface Drain {
  /** Whether it waits, and lets other tasks have their turn. */
  readonly interruptible: boolean;
  readonly callbacks?: readonly Callback[];
}

/** @throws what does not fit */
export function prepareRun(
  parts: Parts,
  given: TrainingData,
  { interruptible, callbacks }: Drain,
): Run {
  const { options, progress, learner, continuity, activity } = parts;
  activity.refuseAnother('Trainer.run');
  const data = prepareData(options, given);
  if (progress.iteration > 0) checkSameSamples(progress.samples, data.train);
  continuity.checkData(data);
  const plan = planOf(parts, data.train, data.validation.length > 0);
  if (activity.isFinished && isComplete({ progress, plan })) throw nothingLeft(options, progress);
  checkAhead(plan, options, progress);
  learner.engine(progress.iteration);
  progress.samples = Number.isNaN(plan.samples) ? null : plan.samples;
  activity.stop = undefined;
  return {
    ...parts,
    plan,
    data,
    drawBase: randomKey(options.seed, 'dropout'),
    interruptible,
    begun: () => continuity.begin(data, callbacks),
  };
}

/**
 * The plan from where the training is.
 * @throws OptionError when there is not a single batch
 */
export function planOf(
  { options, progress }: Pick<Parts, 'options' | 'progress'>,
  train: Dataset | SampleStream,
  validation: boolean,
): TrainingPlan {
  const { stretches, rateScales } = progress;
  return planTraining({
    ...options,
    samples: samplesOf(train),
    stretches: [...stretches],
    rateScales: [...rateScales],
    validation,
    learningRate: options.optimizer.learningRate,
  });
}
