/** Precision, recall and F1 from what was predicted of each class, or label. */
import type { Classified } from './classes.ts';

export interface Scores {
  /** Of the samples predicted to be of the class, the part that is: `TP / (TP + FP)`. */
  readonly precision: number;
  /** Of the samples of the class, the part predicted to be: `TP / (TP + FN)`. */
  readonly recall: number;
  /** `2 TP / (2 TP + FP + FN)`, the harmonic mean of both. */
  readonly f1: number;
}

export interface ClassScores extends Scores {
  /** How many samples are of the class; with weights, their sum. */
  readonly support: number;
}

export type Average = 'macro' | 'micro' | 'weighted';

/** Of a class, or a label: how many samples; with weights, their sum. */
interface Tally {
  /** Predicted to be of it, and are. */
  hits: number;
  /** Predicted to be of it. */
  claimed: number;
  /** Of it. */
  support: number;
}

export interface Tallies {
  /** By number of the class. */
  readonly each: readonly Readonly<Tally>[];
  /** Whether a sample may have several, or none. */
  readonly several: boolean;
}

export function tally({
  classes,
  several,
  predicted,
  actual,
  samples,
  weights,
}: Classified): Tallies {
  const each = Array.from({ length: classes }, (): Tally => ({ hits: 0, claimed: 0, support: 0 }));
  actual.forEach((own, i) => {
    const weight = weights.of(Math.floor((i * samples) / actual.length));
    if (several) {
      const label = each[i % classes];
      label.support += weight * own;
      label.claimed += weight * predicted[i];
      label.hits += weight * own * predicted[i];
    } else {
      each[own].support += weight;
      each[predicted[i]].claimed += weight;
      if (own === predicted[i]) each[own].hits += weight;
    }
  });
  return { each, several };
}

/** 0 where there is nothing to divide by, as in scikit-learn with `zero_division=0`. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function scoresOf({ hits, claimed, support }: Tally): ClassScores {
  return {
    precision: ratio(hits, claimed),
    recall: ratio(hits, support),
    f1: ratio(2 * hits, claimed + support),
    support,
  };
}

/** The scores of each class. */
export function classScores({ each }: Tallies): ClassScores[] {
  return each.map(scoresOf);
}

/**
 * The scores of all classes in one, see `AverageOptions`. As in scikit-learn, a class that neither
 * occurs nor is predicted has no part in the mean over classes, while every label has.
 */
export function averageScores({ each, several }: Tallies, average: Average): Scores {
  if (average === 'micro') {
    const sum = (key: keyof Tally) => total(each.map((own) => own[key]));
    const { support: _, ...scores } = scoresOf({
      hits: sum('hits'),
      claimed: sum('claimed'),
      support: sum('support'),
    });
    return scores;
  }
  const counted = each.filter(({ claimed, support }) => several || claimed + support > 0);
  const scored = counted.map(scoresOf);
  const weights = scored.map(({ support }) => (average === 'macro' ? 1 : support));
  const over = (score: keyof Scores) =>
    ratio(total(scored.map((scores, k) => weights[k] * scores[score])), total(weights));
  return { precision: over('precision'), recall: over('recall'), f1: over('f1') };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
