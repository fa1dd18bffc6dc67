/** `meanSquaredError` and `meanAbsoluteError` are metrics too: see `losses/loss_and_metric.ts`. */
export {
  type AccuracyOptions,
  accuracy,
  type BinaryAccuracyOptions,
  binaryAccuracy,
  type TopKAccuracyOptions,
  topKAccuracy,
} from './accuracy.ts';
export { type ClassificationReport, classificationReport } from './classification_report.ts';
export {
  type ConfusionMatrix,
  type ConfusionMatrixOptions,
  confusionMatrix,
} from './confusion_matrix.ts';
export type { Metric, MetricContext, MetricWithOptions } from './metric.ts';
export { type AverageOptions, f1, precision, recall } from './precision_recall.ts';
export { r2, rootMeanSquaredError } from './regression.ts';
export { type RocAucOptions, rocAuc } from './roc_auc.ts';
export type { Average, ClassScores, Scores } from './scores.ts';
