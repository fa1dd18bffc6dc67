/** What several training runs will cost together, before any of them starts. */
import { counted } from '../formats/counted.ts';
import { withText } from '../formats/text_table.ts';
import type { TrainingPlan } from '../train/plan.ts';

export interface RunsPlan {
  /** Training runs, each from scratch. */
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
  return joinPlans(plans.map((plan) => ({ ...plan, runs: 1 })));
}

export function joinPlans(plans: readonly Omit<RunsPlan, 'toString'>[]): RunsPlan {
  const sum = (name: Exclude<keyof RunsPlan, 'toString'>) =>
    plans.reduce((total, plan) => total + plan[name], 0);
  const joined = {
    runs: sum('runs'),
    epochs: sum('epochs'),
    iterations: sum('iterations'),
    samplesSeen: sum('samplesSeen'),
    validations: sum('validations'),
  };
  const text = () => {
    const { runs, epochs, iterations, samplesSeen, validations } = joined;
    return `${counted(runs, 'run')} = ${counted(epochs, 'epoch')} = ${counted(iterations, 'iteration')}, ${counted(samplesSeen, 'sample')} seen, ${counted(validations, 'validation')}`;
  };
  return withText(joined, text);
}
