/** What several trainings will cost together, before any of them starts. */
import { withText } from '../metrics/table.ts';
import type { TrainingPlan } from '../train/plan.ts';

export interface RunsPlan {
  /** Trainings, each from scratch. */
  readonly runs: number;
  /** Complete epochs, of all runs together. */
  readonly epochs: number;
  /** Updates of all runs together. */
  readonly iterations: number;
  /** Samples used by all runs together, counted each time. */
  readonly samplesSeen: number;
  /** How often a validation part is measured. */
  readonly validations: number;
  toString(): string;
}

export function sumOfPlans(plans: readonly TrainingPlan[]): RunsPlan {
  const sum = (read: (plan: TrainingPlan) => number) =>
    plans.reduce((total, plan) => total + read(plan), 0);
  const plan = {
    runs: plans.length,
    epochs: sum(({ epochs }) => epochs),
    iterations: sum(({ iterations }) => iterations),
    samplesSeen: sum(({ samplesSeen }) => samplesSeen),
    validations: sum(({ validations }) => validations),
  };
  const n = (value: number) => value.toLocaleString('en-US');
  return withText(
    plan,
    () =>
      `${n(plan.runs)} runs = ${n(plan.epochs)} epochs = ${n(plan.iterations)} iterations, ` +
      `${n(plan.samplesSeen)} samples seen, ${n(plan.validations)} validations`,
  );
}
