export type { Callback, Control } from './callback.ts';
export { type CheckpointOptions, checkpoint } from './callbacks/checkpoint.ts';
export type { LogOptions } from './callbacks/counted_text.ts';
export { type CsvLogOptions, csvLog } from './callbacks/csv_log.ts';
export {
  type EarlyStopping,
  type EarlyStoppingOptions,
  earlyStopping,
} from './callbacks/early_stopping.ts';
export {
  type GradualUnfreezingOptions,
  gradualUnfreezing,
} from './callbacks/gradual_unfreezing.ts';
export { type JsonLinesOptions, jsonLines } from './callbacks/json_lines.ts';
export {
  type MovingAverage,
  type MovingAverageOptions,
  movingAverage,
} from './callbacks/moving_average.ts';
export { type ProgressBarOptions, progressBar } from './callbacks/progress_bar.ts';
export {
  type ReduceOnPlateau,
  type ReduceOnPlateauOptions,
  type Reduction,
  reduceOnPlateau,
} from './callbacks/reduce_on_plateau.ts';
export { type TensorBoardOptions, tensorBoard } from './callbacks/tensor_board.ts';
export {
  type WhatIfRecord,
  type WhatIfRecorder,
  type WhatIfRecorderOptions,
  whatIfRecorder,
} from './callbacks/what_if_recorder.ts';
export { type EvaluateRequest, type Evaluation, evaluate } from './evaluate.ts';
export type * from './events.ts';
export type { WhatIf } from './hindsight.ts';
export type {
  EpochRecord,
  History,
  HistoryData,
  IterationRecord,
  MetricValues,
  ValidationRecord,
} from './history.ts';
export type { Goal, Measurement } from './monitor.ts';
export type { Backend, Clip, Every, TrainerOptions } from './options.ts';
export type { Patience } from './patience.ts';
export type { LedgerEntry, TrainingPlan } from './plan.ts';
export { type FitRequest, Trainer } from './trainer.ts';
export type { TrainingData } from './training_data.ts';
export type { CallbackState, ResumeOptions, TrainingState } from './training_state.ts';
export type { VegaLite } from './vega_lite.ts';
export { type WhatIfOptions, whatIf } from './what_if.ts';
