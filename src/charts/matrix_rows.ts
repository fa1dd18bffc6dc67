/** Numbers of a confusion matrix by row. */
import type { ConfusionMatrix } from '../metrics/confusion_matrix.ts';

/** Counts and names are enough. */
export type Matrix = Pick<ConfusionMatrix, 'counts' | 'classNames'>;

export function total(row: readonly number[]): number {
  return row.reduce((sum, count) => sum + count, 0);
}

/** `95.0 %` of a class were found; nothing where there was no sample of it. */
export function recallText(row: readonly number[], k: number): string {
  const all = total(row);
  return all === 0 ? '' : `${((100 * row[k]) / all).toFixed(1)} %`;
}
