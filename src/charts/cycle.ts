/** The cycle of a training run as a value: text_cycle.ts and svg_cycle.ts draw the same one. */

/** A phase of an iteration, and what it does. */
export interface Phase {
  readonly name: 'forward' | 'loss' | 'backward' | 'update';
  readonly does: string;
}

export interface Cycle {
  readonly phases: readonly Phase[];
  /** How often the cycle goes round: `900 iterations`. */
  readonly rounds: string;
  /** How epochs divide these: `45 in each of 20 epochs`. */
  readonly division: string;
  /** The arithmetic of the plan, line by line. */
  readonly counts: readonly string[];
}
