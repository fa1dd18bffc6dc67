/** What a history of losses says about the training, and what to do about it. */
import { describe } from '../errors/describe.ts';
import { DataError, OptionError } from '../errors/errors.ts';
import { optional, positive, type Rule, readOptions } from '../errors/options.ts';
import { NonFiniteError } from '../errors/training.ts';
import { formatTable, withText } from '../metrics/table.ts';
import type { HistoryData } from '../train/history.ts';
import {
  type Curves,
  diverging,
  type Evidence,
  noisy,
  overfitting,
  tooFewEpochs,
  tooLittleCapacity,
} from './diagnosis_rules.ts';
import { readLossCurve, trainingLosses, validationLosses } from './loss_curve.ts';

export type DiagnosisVerdict =
  | 'diverging'
  | 'overfitting'
  | 'noisy'
  | 'underfitting: too few epochs'
  | 'underfitting: too little capacity'
  | 'healthy'
  | 'undecided';

export interface DiagnoseOptions {
  /**
   * The loss of a network that has learned nothing, such as `Math.log(10)` for ten classes or the
   * variance of the targets; default the first training loss, which may have fallen much already.
   */
  readonly baseline?: number;
  /** The NonFiniteError that `fit` threw, if it did. */
  readonly error?: unknown;
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
  /** Verdict, evidence and remedy; print it. */
  toString(): string;
}

interface Resolved {
  readonly baseline: number | undefined;
  readonly error: NonFiniteError | undefined;
}

const nonFinite: Rule<never> = {
  expected: 'the NonFiniteError of a training; another error says nothing about its losses',
  example: 'the error that fit threw',
  accepts: (value) => value instanceof NonFiniteError,
};

/** In this order: the first whose conditions all hold is the verdict. */
const RULES: readonly (readonly [DiagnosisVerdict, (curves: Curves) => Evidence[]])[] = [
  ['diverging', diverging],
  ['overfitting', overfitting],
  ['noisy', noisy],
  ['underfitting: too few epochs', tooFewEpochs],
  ['underfitting: too little capacity', tooLittleCapacity],
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
  'underfitting: too little capacity':
    'More epochs will not help. Try more units or another layer, a lower learning rate for a start that went wrong, less dropout or weight decay. If a larger network comes to rest at the same loss, what is left is noise in the targets, or the inputs do not tell.',
  healthy:
    'Nothing to do. crossValidate says how certain the number of epochs is, and learningCurve whether more data would help.',
  undecided:
    'Pass a validation set: fit({ train, validation }). The training loss alone does not show whether the network has learned or memorized.',
};

/**
 * The verdict on a training, from the losses of its history. The last part of a curve is a quarter of
 * its epochs, three or more; its level is the mean there, its trend that of the least-squares line. Noise
 * is the deviation from one epoch to the next (of the second differences in the last half, over √6).
 * Changes are measured in units of the level plus a tenth of all that was gained. All this is ratios, so
 * that a loss in other units has the same verdict. In this order:
 *
 * - `diverging`: a loss is not finite, or an error said so; or the training loss rises at the end, by
 *   more than 0.1 units, half of all that was gained, and 4 times its noise above its lowest.
 * - `overfitting`: the validation loss was lowest before the last part, and its level there is above its
 *   lowest mean of five epochs by more than 0.05 units and 3 times its noise, while the training loss
 *   has fallen by more than 4 times its noise.
 * - `noisy`: the noise of the validation loss is more than 0.05 units.
 * - `underfitting: too few epochs`: the validation loss falls by more than 0.05 units and 3 times its
 *   noise over the last part.
 * - `underfitting: too little capacity`: the training loss has come to rest above 0.3 of the baseline,
 *   and the validation loss is less than half as much again.
 * - `healthy`: none of these.
 *
 * Without a validation set the training loss stands in for noise and trend, overfitting cannot be seen,
 * and what would be healthy is `undecided`. Limits are rules of thumb: look at the numbers, too.
 *
 * @param history of a Trainer, or its JSON
 * @throws DataError for a history of fewer than two epochs, unless an error explains it
 * @example console.log(`${diagnose(trainer.history, { baseline: Math.log(10) })}`);
 */
export function diagnose(history: HistoryData, options?: DiagnoseOptions): Diagnosis {
  const { baseline, error } = readOptions<Resolved>('diagnose', options, {
    baseline: optional(positive),
    error: optional(nonFinite),
  });
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
  const broken = [...training, ...validation].find(({ loss }) => !Number.isFinite(loss));
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
  const curves: Curves = {
    training: readLossCurve(training),
    validation: validation.length < 2 ? undefined : readLossCurve(validation),
    baseline: baseline ?? firstLoss(history, training[0].loss),
  };
  return judge(curves);
}

/** Of the first iteration where the history has it, and of the first epoch otherwise. */
function firstLoss({ iterations, epochs }: HistoryData, reEvaluated: number): number {
  return iterations?.[0]?.loss ?? Math.max(epochs[0].loss, reEvaluated);
}

function judge(curves: Curves): Diagnosis {
  const evidence: Partial<Record<DiagnosisVerdict, Evidence[]>> = {};
  let found: DiagnosisVerdict | undefined;
  for (const [verdict, conditions] of RULES) {
    const own = conditions(curves);
    if (own.length === 0) continue;
    evidence[verdict] = own;
    if (found === undefined && own.every(({ met }) => met)) found = verdict;
  }
  const { validation } = curves;
  const missing =
    validation === undefined
      ? ['overfitting: it shows in a validation loss, measured in two epochs or more']
      : [];
  const verdict = found ?? (validation === undefined ? 'undecided' : 'healthy');
  const since = verdict === 'overfitting' ? validation?.lowest.epoch : undefined;
  return diagnosis({ verdict, evidence, missing, ...(since !== undefined && { since }) });
}

function brokenOff(what: string): Diagnosis {
  return diagnosis({ verdict: 'diverging', brokeOff: what, evidence: {}, missing: [] });
}

function diagnosis(found: Omit<Diagnosis, 'remedy' | 'toString'>): Diagnosis {
  const result = { ...found, remedy: REMEDIES[found.verdict] };
  return withText(result, () => formatDiagnosis(result));
}

function formatDiagnosis(found: Diagnosis): string {
  const { verdict, since, brokeOff, evidence, remedy, missing } = found;
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
    `${verdict}${since === undefined ? '' : ` since epoch ${since}`}`,
    ...(brokeOff === undefined ? [formatTable(rows)] : [`  ${brokeOff}`]),
    ...missing.map((text) => `  not judged: ${text}`),
    remedy,
  ].join('\n');
}

function number(value: number): string {
  return Number.isInteger(value) ? `${value}` : value.toFixed(3);
}
