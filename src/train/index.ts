export type { Callback, Control } from './callbacks/callback.ts';
export { type CheckpointOptions, checkpoint } from './callbacks/checkpoint.ts';
export {
  type GradualUnfreezing,
  type GradualUnfreezingOptions,
  gradualUnfreezing,
} from './callbacks/gradual_unfreezing.ts';
export {
  type MovingAverage,
  type MovingAverageOptions,
  movingAverage,
} from './callbacks/moving_average.ts';
export type { TrainingData } from './data/training_data.ts';
export { type EvaluateRequest, type Evaluation, evaluate, type Judgement } from './evaluate.ts';
export type * from './events/events.ts';
export type { Goal, Measurement } from './events/monitor.ts';
export type { FitRequest } from './fit_request.ts';
export type {
  EpochRecord,
  History,
  HistoryData,
  IterationRecord,
  MetricValues,
  ValidationRecord,
} from './history/history.ts';
export type { Every } from './interval.ts';
export type { LogOptions } from './logs/counted_text.ts';
export { type CsvLogOptions, csvLog } from './logs/csv_log.ts';
export { type JsonLinesOptions, jsonLines } from './logs/json_lines.ts';
export { type ProgressBarOptions, progressBar } from './logs/progress_bar.ts';
export { type TensorBoardOptions, tensorBoard } from './logs/tensor_board/tensor_board.ts';
export type { Backend, Clip, TrainerOptions } from './options.ts';
export type { LedgerEntry, TrainingPlan } from './plan.ts';
export type { CallbackState, ResumeOptions, TrainingState } from './state/training_state.ts';
export {
  type EarlyStopping,
  type EarlyStoppingOptions,
  earlyStopping,
} from './stopping/early_stopping.ts';
export type { WhatIf } from './stopping/hindsight.ts';
export type { Patience } from './stopping/patience.ts';
export {
  type RateReduction,
  type ReduceOnPlateau,
  type ReduceOnPlateauOptions,
  reduceOnPlateau,
} from './stopping/reduce_on_plateau.ts';
export { type WhatIfOptions, whatIf } from './stopping/what_if.ts';
export {
  type WhatIfRecord,
  type WhatIfRecorder,
  type WhatIfRecorderOptions,
  whatIfRecorder,
} from './stopping/what_if_recorder.ts';
export { Trainer } from './trainer.ts';
