/** Precision, recall and F1 from counts of which class was taken for which. */

export interface Scores {
  /** Of the samples predicted to be of the class, the part that is: `TP / (TP + FP)`. */
  readonly precision: number;
  /** Of the samples of the class, the part predicted to be: `TP / (TP + FN)`. */
  readonly recall: number;
  /** `2 TP / (2 TP + FP + FN)`, the harmonic mean of both. */
  readonly f1: number;
}

export interface ClassScores extends Scores {
  /** How many samples are of the class. */
  readonly support: number;
}

export type Average = 'macro' | 'micro' | 'weighted';

/** 0 where there is nothing to divide by, as in scikit-learn with `zero_division=0`. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The scores of each class from `counts[actual][predicted]`. */
export function classScores(counts: readonly (readonly number[])[]): ClassScores[] {
  return counts.map((row, k) => {
    const hits = row[k];
    const support = total(row);
    const claimed = total(counts.map((other) => other[k]));
    return {
      precision: ratio(hits, claimed),
      recall: ratio(hits, support),
      f1: ratio(2 * hits, claimed + support),
      support,
    };
  });
}

/** The scores of all classes in one, see `AverageOptions`. */
export function averageScores(counts: readonly (readonly number[])[], average: Average): Scores {
  const each = classScores(counts);
  if (average === 'micro') {
    // Every false positive of one class is a false negative of another, so all three coincide.
    const right = ratio(total(counts.map((row, k) => row[k])), total(counts.map(total)));
    return { precision: right, recall: right, f1: right };
  }
  const weights = each.map(({ support }) => (average === 'macro' ? 1 : support));
  const over = (score: keyof Scores) =>
    ratio(total(each.map((scores, k) => weights[k] * scores[score])), total(weights));
  return { precision: over('precision'), recall: over('recall'), f1: over('f1') };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
