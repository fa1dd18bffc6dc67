/** What a history of losses says about the training, and what to do about it. */
import { describe } from '../errors/describe.ts';
import { DataError, OptionError } from '../errors/errors.ts';
import { naturalNumber, optional, positive, type Rule } from '../errors/options.ts';
import { NonFiniteError } from '../errors/training.ts';
import { readTrainingOptions } from '../errors/training_options.ts';
import { formatTable, withText } from '../formats/text_table.ts';
import type { ClassificationReport } from '../metrics/index.ts';
import type { HistoryData } from '../train/history/history.ts';
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

export type DiagnosisVerdict =
  | 'diverging'
  | 'overfitting'
  | 'noisy'
  | 'underfitting: too few epochs'
  | 'underfitting: nothing learned'
  | 'underfitting: too little capacity'
  | 'healthy'
  | 'undecided';

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

export interface Diagnosis {
  readonly verdict: DiagnosisVerdict;
  /** With `overfitting` the epoch of the lowest validation loss: what came later made it worse. */
  readonly since?: number;
  /** What the training broke off with: a loss that is not finite, or an error. */
  readonly brokeOff?: string;
  /** The conditions of every verdict that was considered, in that order; none if it broke off. */
  readonly evidence: Readonly<Partial<Record<DiagnosisVerdict, readonly Evidence[]>>>;
  /** What to do, in words. */
  readonly remedy: string;
  /** What could not be judged, and why. */
  readonly missing: readonly string[];
  /** What the losses do not show: those of the `report`. */
  readonly warnings: readonly string[];
  /** Verdict, evidence and remedy; print it. */
  toString(): string;
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

const REMEDIES: Readonly<Record<DiagnosisVerdict, string>> = {
  diverging:
    'Lower the learning rate, to a tenth at first; learningRateFinder proposes one. If that does not help, clip gradients (clip: { globalNorm: 1 }), scale the inputs, and look for outliers.',
  overfitting:
    'Stop at that epoch: earlyStopping({ patience: { epochs: 10 }, model }) puts its weights back. To get lower: more data, dropout, weight decay, or a smaller network.',
  noisy:
    'Lower the learning rate, let it decay by a schedule, or take larger batches; movingAverage evens out the weights. If the validation set is small, crossValidate averages over more of them.',
  'underfitting: too few epochs':
    'Train for more epochs, with earlyStopping to end it. If it is slow, a higher learning rate needs fewer; learningRateFinder proposes one.',
  'underfitting: nothing learned':
    'The network is no better than one that always answers the same. Try another learning rate, higher and lower; learningRateFinder proposes one. Scale the inputs, and see whether they say anything about the targets. A network without hidden layers needs one. Some training runs rest here for long before they start: twice the epochs show it.',
  'underfitting: too little capacity':
    'Try more units or another layer, and less dropout or weight decay. If a larger network levels off at the same loss, what is left is noise in the targets, or the inputs do not tell. A plateau looks the same from here: twice the epochs, or a higher learning rate, show whether it ends.',
  healthy:
    'Nothing to do. crossValidate says how certain the number of epochs is, and learningCurve whether more data would help.',
  undecided:
    'What is there fits more than one verdict. Train for more epochs and ask again; a validation set and the baseline make the answer more certain.',
};

/** About the warnings of a report. */
const OF_CLASSES =
  'As to classes: let rare ones count for more, by classWeights: balancedClassWeights(train) or weightedSampling, and see in the confusion matrix what they are taken for.';

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

function diagnosis(found: Omit<Diagnosis, 'remedy' | 'toString'>): Diagnosis {
  const others = found.warnings.length === 0 ? '' : ` ${OF_CLASSES}`;
  const result = { ...found, remedy: `${REMEDIES[found.verdict]}${others}` };
  return withText(result, () => formatDiagnosis(result));
}

/** Verdict, evidence and remedy in lines; the remedy is the last. */
export function formatDiagnosis(found: Omit<Diagnosis, 'toString'>): string {
  const { verdict, brokeOff, evidence, remedy, missing, warnings } = found;
  // Where no verdict holds: of each the condition that speaks against it.
  const against = Object.values(evidence).flatMap((own) =>
    own.filter(({ met }) => !met).slice(0, 1),
  );
  const rows = (evidence[verdict] ?? against).map(({ what, value, limit, wanted, met }) => [
    `  ${what}`,
    number(value),
    `${met ? '' : 'not '}${wanted} ${number(limit)}`,
  ]);
  return [
    heading(found),
    ...(brokeOff === undefined ? [formatTable(rows)] : [`  ${brokeOff}`]),
    ...missing.map((text) => `  not judged: ${text}`),
    ...warnings.map((text) => `  ${text}`),
    remedy,
  ].join('\n');
}

function heading({ verdict, since }: Omit<Diagnosis, 'toString'>): string {
  if (verdict === 'undecided') return 'undecided: not enough evidence yet';
  return since === undefined ? verdict : `${verdict} since epoch ${since}`;
}

function number(value: number): string {
  return Number.isInteger(value) ? `${value}` : value.toFixed(3);
}
