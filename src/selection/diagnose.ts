/** What a history of losses says about the training, and what to do about it. */
import { describe } from '../errors/describe.ts';
import { DataError, OptionError } from '../errors/errors.ts';
import { naturalNumber, optional, positive, type Rule } from '../errors/options.ts';
import { NonFiniteError } from '../errors/training.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import type { ClassificationReport } from '../metrics/index.ts';
import type { HistoryData } from '../train/history/history.ts';
import { type Diagnosis, type DiagnosisVerdict, diagnosis } from './diagnosis.ts';
import {
  type Curves,
  diverging,
  EPOCHS,
  type Evidence,
  healthy,
  noisy,
  nothingLearned,
  overfitting,
  tooFewEpochs,
  tooLittleCapacity,
} from './diagnosis_rules.ts';
import { type LossPoint, readLossCurve, trainingLosses, validationLosses } from './loss_curve.ts';

export interface DiagnoseOptions {
  /**
   * The loss of a network that has learned nothing, such as `Math.log(10)` for ten classes or the
   * variance of the targets; default the first training loss, which may have fallen much already.
   */
  readonly baseline?: number | undefined;
  /**
   * How many numbers were trained, as `parameterCount(model)` says: a network with more of them than
   * there are samples is not taken for too small.
   */
  readonly parameters?: number | undefined;
  /** The NonFiniteError that `fit` threw, if it did. */
  readonly error?: unknown | undefined;
  /** What `evaluate` says of the classes: its warnings are told beside the verdict. */
  readonly report?: Pick<ClassificationReport, 'warnings'> | undefined;
}

interface Resolved {
  readonly baseline: number | undefined;
  readonly parameters: number | undefined;
  readonly error: NonFiniteError | undefined;
  readonly report: Pick<ClassificationReport, 'warnings'> | undefined;
}

const nonFinite: Rule<never> = {
  expected: 'the NonFiniteError of a training run; another error says nothing about its losses',
  example: 'the error that fit threw',
  accepts: (value) => value instanceof NonFiniteError,
};

const classReport: Rule<never> = {
  expected: 'the report of an evaluation of classes',
  example: 'evaluate({ model, loss }, validation).report',
  accepts: (value) => Array.isArray((value as Partial<ClassificationReport> | null)?.warnings),
};

/** In this order: the first whose conditions all hold is the verdict. */
const RULES: readonly (readonly [DiagnosisVerdict, (curves: Curves) => Evidence[]])[] = [
  ['diverging', diverging],
  ['overfitting', overfitting],
  ['noisy', noisy],
  ['underfitting: too few epochs', tooFewEpochs],
  ['underfitting: nothing learned', nothingLearned],
  ['underfitting: too little capacity', tooLittleCapacity],
  ['healthy', healthy],
];

/**
 * The verdict on a training run, from the losses of its history. The last part of a curve is a quarter of
 * its epochs, three or more; its level is the median there, its trend that of the median slope (Theil and
 * Sen), so that a spike of an epoch or two is none. Noise is the usual size of the changes from one epoch
 * to the next (of the second differences in the last half, over √6). Changes are measured in units of the
 * level plus a tenth of all that was gained. All this is ratios, so that a loss in other units has the
 * same verdict. In this order:
 *
 * - `diverging`: a loss is not finite at the end, or an error said so; or for three epochs or more at the
 *   end half of all that was gained, and a tenth of the lowest loss, is lost again, and it continues rising,
 *   by more than 4 times its noise. Needs 4 epochs.
 * - `overfitting`: the validation loss was lowest before the last part, and its level there, with four
 *   fifths of its epochs, is above its lowest median of five epochs: by more than 0.05 units and 3 times
 *   its noise. Meanwhile the training loss has fallen by more than 4 times its noise. Needs 10 epochs.
 * - `noisy`: the noise of the validation loss is more than 0.05 units. Needs 10 epochs.
 * - `underfitting: too few epochs`: the validation loss falls by more than 0.05 units over the last part,
 *   and 3 times what noise makes of a trend. Needs 5 epochs.
 * - `underfitting: nothing learned`: the training loss is above 0.95 of the baseline, which has to be known:
 *   passed, or the loss of a recorded first iteration; and it does not fall. Needs 10 epochs.
 * - `underfitting: too little capacity`: the training loss is above 0.3 of the baseline, and would still be
 *   after 6 times as many epochs more at the speed of the last part; the validation loss is less than half
 *   as much again; and there are fewer trained numbers than samples, if that is known. Needs 20 epochs.
 * - `healthy`: at the speed of the last part as many epochs more would lower the validation loss by less
 *   than 0.05 of all that was gained; the training loss is below 0.3 of the baseline. Needs 10 epochs.
 * - `undecided`: none of these; there is not enough evidence yet.
 *
 * Without a validation set the training loss stands in for noise and trend; overfitting cannot be seen,
 * and nothing is called healthy. Losses do not show a class that is never predicted: pass the `report` of an
 * evaluation to be told. Limits are rules of thumb: look at the numbers, too. How often they were
 * right in seeded training runs stands in the chapter "How many epochs" of the documents.
 *
 * @param history of a Trainer, or its JSON
 * @throws DataError for a history of fewer than two epochs, unless an error explains it
 * @see Sen, "Estimates of the regression coefficient based on Kendall's tau", 1968
 * @example console.log(`${diagnose(trainer.history, { baseline: Math.log(10) })}`);
 */
export function diagnose(history: HistoryData, options?: DiagnoseOptions): Diagnosis {
  const { baseline, parameters, error, report } = readTrainingOptions<Resolved>(
    'diagnose',
    options,
    {
      baseline: optional(positive),
      parameters: optional(naturalNumber),
      error: optional(nonFinite),
      report: optional(classReport),
    },
  );
  if (!Array.isArray(history?.epochs)) {
    throw new OptionError({
      where: 'diagnose.history',
      expected: 'a history, such as trainer.history',
      received: describe(history),
      remedy: 'Pass trainer.history.',
    });
  }
  const training = trainingLosses(history);
  const validation = validationLosses(history);
  const broken = [training, validation]
    .map((points) => points.at(-1))
    .find((last) => last !== undefined && !Number.isFinite(last.loss));
  if (broken !== undefined) return brokenOff(`a loss of epoch ${broken.epoch} is not finite`);
  if (error !== undefined) return brokenOff(String(error));
  if (training.length < 2) {
    throw new DataError({
      where: 'diagnose',
      expected: 'a history of two complete epochs or more',
      received: String(training.length),
      remedy: 'If the training ended with an error, pass it: diagnose(history, { error }).',
    });
  }
  const measured = validation.filter(isFinitePoint);
  const curves = {
    training: readLossCurve(training.filter(isFinitePoint)),
    validation: measured.length < 2 ? undefined : readLossCurve(measured),
    baseline: baseline ?? firstLoss(history, training[0].loss),
    baselineIsKnown: baseline !== undefined || history.iterations?.[0] !== undefined,
    numbersPerSample: parameters && parameters / samplesOf(history),
  };
  return judge(curves, report?.warnings ?? []);
}

/** A loss that overflowed for one epoch is a spike. */
const isFinitePoint = ({ loss }: LossPoint) => Number.isFinite(loss);

/** How many samples an epoch has. */
function samplesOf({ epochs: [{ samplesSeen, epoch }] }: HistoryData): number {
  return samplesSeen / epoch;
}

/** Of the first iteration where the history has it, and of the first epoch otherwise. */
function firstLoss({ iterations, epochs }: HistoryData, reEvaluated: number): number {
  return iterations?.[0]?.loss ?? Math.max(epochs[0].loss, reEvaluated);
}

function judge(curves: Curves, warnings: readonly string[]): Diagnosis {
  const evidence: Partial<Record<DiagnosisVerdict, Evidence[]>> = {};
  let found: DiagnosisVerdict | undefined;
  for (const [verdict, conditions] of RULES) {
    const own = conditions(curves);
    if (own.length === 0) continue;
    evidence[verdict] = own;
    if (found === undefined && own.every(({ met }) => met)) found = verdict;
  }
  const { validation } = curves;
  const verdict = found ?? 'undecided';
  const missing = notJudged(curves);
  const since = verdict === 'overfitting' ? validation?.lowest.epoch : undefined;
  return diagnosis({ verdict, evidence, missing, warnings, ...(since !== undefined && { since }) });
}

function notJudged({ training, validation }: Curves): string[] {
  const { length } = (validation ?? training).points;
  const few = `in ${length === 1 ? 'one epoch' : `${length} epochs`}, fewer than`;
  return [
    ...(validation === undefined
      ? ['overfitting: it shows in a validation loss, measured in two epochs or more']
      : []),
    ...(length <= EPOCHS.trend
      ? [`rest and noise: losses were measured ${few} ${EPOCHS.trend + 1}`]
      : length <= EPOCHS.rest
        ? [`capacity: losses were measured ${few} ${EPOCHS.rest + 1}`]
        : []),
  ];
}

function brokenOff(what: string): Diagnosis {
  return diagnosis({
    verdict: 'diverging',
    brokeOff: what,
    evidence: {},
    missing: [],
    warnings: [],
  });
}
