export type {
  RungEndEvent,
  SearchEndEvent,
  SearchEvent,
  SearchStartEvent,
  TrialEndEvent,
} from './events.ts';
export {
  type GridBudget,
  type GridSearchOptions,
  gridSearch,
  gridSearchPlan,
} from './grid_search.ts';
export { mergeSearches } from './merge.ts';
export type { Objective, TrialRequest, TrialScore } from './objective.ts';
export type { SearchOptions } from './options.ts';
export type { PartOptions } from './part.ts';
export type { Rung, SearchPlan } from './plan.ts';
export {
  type RandomBudget,
  type RandomSearchOptions,
  randomSearch,
  randomSearchPlan,
} from './random_search.ts';
export type { Failure, TrialRecord } from './record.ts';
export type { SearchCost, SearchResult } from './result.ts';
export type { EarlierResult, RecordData, SearchData, SearchIdentity } from './search_data.ts';
export {
  type Choice,
  choice,
  type Distribution,
  type Grid,
  type IntegerRange,
  integer,
  logUniform,
  type NumberRange,
  type ParameterValue,
  type Space,
  uniform,
  type Values,
  type ValuesOf,
} from './space.ts';
export {
  type SuccessiveHalvingBudget,
  type SuccessiveHalvingOptions,
  successiveHalving,
  successiveHalvingPlan,
} from './successive_halving.ts';
export type { SearchTable } from './table.ts';
export {
  type TrainerObjectiveOptions,
  type TrialTraining,
  trainerObjective,
} from './trainer_objective.ts';
