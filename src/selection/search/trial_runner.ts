/** One trial at a time: what the objective is told, what becomes of its answer, what is kept for later. */
import { readOutcome, type TrialRequest } from './objective.ts';
import type { ReadSearchOptions } from './options.ts';
import { failureOf, type TrialRecord } from './record.ts';
import type { Values } from './space.ts';

export interface TrialRunnerSetup {
  readonly options: Pick<ReadSearchOptions, 'objective' | 'stopOnFailure'>;
  /** The names of the parameters. */
  readonly parameters: readonly string[];
  readonly maxEpochs: number;
  readonly signal: AbortSignal;
  valuesOf(trial: number): Values;
  seedOf(trial: number): number;
}

export interface TrialRunner {
  /**
   * Calls the objective. Undefined if the search was ended meanwhile: what a training run has reached that
   * was cut short is no result.
   * @throws what the objective throws, with `stopOnFailure`
   */
  run(trial: number, epochs: number): Promise<TrialRecord | undefined>;
  /** Drops what a trial has kept. */
  forget(trial: number): void;
}

/** What a trial has kept, and how far it had come when it was last scored. */
interface Kept {
  slot: { readonly value: unknown } | undefined;
  readonly epochs: number;
  readonly iterations: number;
}

const NOTHING: Kept = { slot: undefined, epochs: 0, iterations: 0 };

export function makeTrialRunner(setup: TrialRunnerSetup): TrialRunner {
  const { options, parameters, maxEpochs, signal, valuesOf, seedOf } = setup;
  const { objective, stopOnFailure } = options;
  const keepers = new Map<number, Kept>();

  async function run(trial: number, epochs: number): Promise<TrialRecord | undefined> {
    const kept = { ...(keepers.get(trial) ?? NOTHING) };
    let from = NOTHING;
    const request: TrialRequest = {
      trial,
      seed: seedOf(trial),
      epochs,
      maxEpochs,
      signal,
      keep<T>(make: () => T): T {
        if (kept.slot === undefined) kept.slot = { value: make() };
        else from = kept;
        return kept.slot.value as T;
      },
    };
    const known = { trial, values: valuesOf(trial), seed: request.seed, epochs };
    try {
      const outcome = await objective(valuesOf(trial), request);
      if (signal.aborted) return undefined;
      const read = readOutcome(trial, outcome, parameters);
      const iterations = read.iterations ?? 0;
      keepers.set(trial, { slot: kept.slot, epochs, iterations });
      return {
        ...known,
        ...read,
        error: undefined,
        trainedEpochs: epochs - from.epochs,
        trainedIterations: iterations - from.iterations,
      };
    } catch (error) {
      keepers.delete(trial);
      if (signal.aborted) return undefined;
      if (stopOnFailure) throw error;
      return {
        ...known,
        score: undefined,
        error: failureOf(error),
        iterations: undefined,
        metrics: {},
        trainedEpochs: epochs - from.epochs,
        trainedIterations: 0,
      };
    }
  }

  return { run, forget: (trial) => keepers.delete(trial) };
}
