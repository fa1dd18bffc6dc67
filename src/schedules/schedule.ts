/**
 * What a schedule is: a pure function from a count to a factor of the optimizer's learning rate. The
 * learning rate itself is said in one place, the optimizer; each of its groups is scaled alike.
 */

/** What a schedule counts. */
export type Unit = 'iteration' | 'epoch';

export interface Schedule {
  readonly name: string;
  /** What is counted. */
  readonly unit: Unit;
  /** What it was made with, by which two schedules of one name are told apart. */
  readonly options?: Readonly<Record<string, unknown>>;
  /**
   * The factor after `count` completed iterations or epochs: 0 for the first.
   * @param total how many there will be, for schedules that stretch over the whole training run
   */
  factor(count: number, total: number): number;
}
