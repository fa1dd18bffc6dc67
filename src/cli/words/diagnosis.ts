/** What to do about a training run, in words of the options of commands. */
import type { DiagnosisVerdict } from '../../selection/diagnosis.ts';

/**
 * About the warnings of a report.
 * @param weighted whether classes count for more or less already
 */
export function aboutClasses(weighted: boolean): string {
  const rare = weighted
    ? 'of rare ones more rows help'
    : 'rare ones count for as much as others with --class-weights balanced';
  return `As to classes: ${rare}; the confusion matrix shows what they are taken for.`;
}

export const REMEDIES: Readonly<Record<DiagnosisVerdict, string>> = {
  diverging:
    'Lower --learning-rate, to a tenth at first. If that does not help, clip gradients (--clip 1), and look for outliers.',
  overfitting:
    'Stop at that epoch: --early-stopping 10 puts its weights back. To get lower: more data, --dropout 0.2, --weight-decay 0.01, or fewer units in --hidden.',
  noisy:
    'Lower --learning-rate, or raise --batch-size. If the validation part is small, epochal find-epochs averages over more of them.',
  'underfitting: too few epochs':
    'Raise --epochs, with --early-stopping 10 to end it. If it is slow, a higher --learning-rate needs fewer.',
  'underfitting: nothing learned':
    'The network is no better than one that always answers the same. Try another --learning-rate, higher and lower. See whether the columns say anything about the target. A network without hidden layers needs one: --hidden 32. Some networks rest here for long before they start: twice the --epochs show it.',
  'underfitting: too little capacity':
    'Try more units or another layer (--hidden 64,64), and less --dropout or --weight-decay. If a larger network levels off at the same loss, what is left is noise in the target, or the columns do not tell. A plateau looks the same from here: twice the --epochs, or a higher --learning-rate, show whether it ends.',
  healthy: 'Nothing to do. epochal find-epochs says how certain the number of epochs is.',
  undecided:
    'What is there fits more than one verdict. Raise --epochs and ask again; a validation part (--validation 0.2) makes the answer more certain.',
};
