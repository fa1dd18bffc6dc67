/** A diagnosis: the verdict on a training run, the evidence for it, and what to do, in words. */
import { formatTable, withText } from '../formats/text_table.ts';
import type { Evidence } from './diagnosis_rules.ts';

export type DiagnosisVerdict =
  | 'diverging'
  | 'overfitting'
  | 'noisy'
  | 'underfitting: too few epochs'
  | 'underfitting: nothing learned'
  | 'underfitting: too little capacity'
  | 'healthy'
  | 'undecided';

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

export function diagnosis(found: Omit<Diagnosis, 'remedy' | 'toString'>): Diagnosis {
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
