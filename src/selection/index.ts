/** `epochal/selection`: how many epochs, how much data, which setting, and what went wrong. */
import '../autograd/methods.ts';

export type { Axis, AxisComparison, Reached } from './budgets.ts';
export { type CompareRunsOptions, compareRuns, type RunsComparison } from './compare_runs.ts';
export {
  type CrossValidateOptions,
  type CrossValidation,
  crossValidate,
  crossValidationPlan,
} from './cross_validate.ts';
export { type DiagnoseOptions, diagnose } from './diagnose.ts';
export type { Diagnosis, DiagnosisVerdict } from './diagnosis.ts';
export type { Evidence } from './diagnosis_rules.ts';
export type { CurvePoint, Estimate, Recommendation } from './fold_curve.ts';
export { type Fold, type FoldsOptions, folds } from './folds.ts';
export {
  type LearningCurve,
  type LearningCurveOptions,
  type LearningPoint,
  learningCurve,
} from './learning_curve.ts';
export type { LearningRateCurve, LearningRatePoint } from './learning_rate/curve.ts';
export { learningRateFinder, learningRateRangeTest } from './learning_rate/finder.ts';
export type { LearningRateFinderOptions } from './learning_rate/range_test.ts';
export type { SelectionOptions } from './options.ts';
export type { Refit, RefitOptions } from './refit.ts';
export type { FoldRun, ProgressCallback, SelectionEvent } from './run_folds.ts';
export type { RunsPlan } from './runs_plan.ts';
export * from './search/index.ts';
export type { FitScaler, Training, TrainingRequest } from './training.ts';
export {
  type ValidationCurve,
  type ValidationCurveOptions,
  type ValidationPoint,
  validationCurve,
} from './validation_curve.ts';
