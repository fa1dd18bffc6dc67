/** What all searches are told. */
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import {
  anything,
  boolean,
  callable,
  object,
  oneOf,
  optional,
  positiveInteger,
  type Rules,
  withDefault,
} from '../../errors/options.ts';
import { checkSeed, type Seed } from '../../tensor/rng.ts';
import type { Goal } from '../../train/events/monitor.ts';
import { abortSignal } from '../../train/fit_request.ts';
import type { SearchEvent } from './events.ts';
import type { Objective } from './objective.ts';
import type { EarlierResult } from './search_data.ts';
import type { Values } from './space.ts';

export interface SearchOptions<V> {
  readonly objective: Objective<V>;
  /** Decides the values of the trials, and their seeds; default 0. */
  readonly seed?: Seed | undefined;
  /** Which way a score is better; default as the objective says, otherwise `minimum`. */
  readonly goal?: Goal | undefined;
  /**
   * How many trials run at once; default as the objective says, otherwise 1. The result is the same. In
   * one thread it saves time only where the objective waits; `workerObjective` has more of them.
   */
  readonly parallel?: number | undefined;
  /** Whether the first error of an objective ends the search, which then rejects with it; default false. */
  readonly stopOnFailure?: boolean | undefined;
  /**
   * An earlier result of the same search, or its JSON: its trials are not run again. A list of them, such
   * as of parts that were run elsewhere, is merged.
   */
  readonly resume?: EarlierResult | readonly EarlierResult[] | undefined;
  /** Ends the search; the result then has the trials that had ended. */
  readonly signal?: AbortSignal | undefined;
  /** Told what happens. A promise is waited for. */
  readonly progress?: ((event: SearchEvent<V>) => void | Promise<void>) | undefined;
}

/** Options with defaults filled in. */
export interface ReadSearchOptions {
  readonly objective: Objective;
  readonly seed: Seed;
  readonly goal: Goal | undefined;
  readonly parallel: number | undefined;
  readonly stopOnFailure: boolean;
  readonly resume: EarlierResult | readonly EarlierResult[] | undefined;
  readonly signal: AbortSignal | undefined;
  readonly progress: ((event: SearchEvent<Values>) => void | Promise<void>) | undefined;
}

export const searchRules: Rules<ReadSearchOptions> = {
  objective: callable,
  seed: withDefault<Seed>(anything, 0),
  goal: optional(oneOf('minimum', 'maximum')),
  parallel: optional(positiveInteger),
  stopOnFailure: withDefault(boolean, false),
  resume: optional(object),
  signal: optional(abortSignal),
  progress: optional(callable),
};

/** Options that people look for in a search. */
export const MISPLACED_IN_SEARCH: Readonly<Record<string, string>> = {
  threads:
    'Threads belong to the objective: workerObjective(module, { parallel, threads }) of epochal/node, or threads of the Trainer.',
  callbacks: 'Callbacks belong to the objective: trainerObjective({ callbacks }).',
  train: 'Data belong to the objective: trainerObjective({ train, validation }).',
  validation: 'Data belong to the objective: trainerObjective({ train, validation }).',
  training: 'The training belongs to the objective: trainerObjective({ training }).',
  monitor: 'What is scored belongs to the objective: trainerObjective({ monitor }).',
  iterations: 'The budget is counted in epochs.',
};

/**
 * The goal of a search: as asked, as the objective says, or the minimum.
 * @throws OptionError when they contradict each other
 */
export function goalOfSearch(where: string, { goal, objective, seed }: ReadSearchOptions): Goal {
  checkSeed(`${where}.seed`, seed);
  if (goal !== undefined && objective.goal !== undefined && goal !== objective.goal) {
    throw new OptionError({
      where: `${where}.goal`,
      expected: `${describe(objective.goal)}, as the objective has it`,
      received: describe(goal),
      remedy: 'Leave it out.',
    });
  }
  return goal ?? objective.goal ?? 'minimum';
}
