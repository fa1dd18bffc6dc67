/** `epochal/charts`: training runs as text for a terminal, and as pictures. */
export { Tensor } from '../autograd/methods.ts';
export type { Scale } from './axis.ts';
export { type BatchSizeChartOptions, type BatchSizes, batchSizeChart } from './batch_size_chart.ts';
export { confusionMatrixChart } from './confusion_matrix_chart.ts';
export {
  type HistogramChartOptions,
  histogramChart,
  type NamedTensors,
} from './histogram_chart.ts';
export {
  type LearningCurveChartOptions,
  type LearningCurveData,
  learningCurveChart,
} from './learning_curve_chart.ts';
export {
  type LearningRateChartOptions,
  type LearningRates,
  learningRateChart,
} from './learning_rate_chart.ts';
export { type Histories, type LossChartOptions, lossChart } from './loss_chart.ts';
export type { ChartOptions } from './options.ts';
export { type ReportOptions, report } from './report/report.ts';
export {
  type WorstSample,
  type WorstSamplesOptions,
  worstSamples,
} from './report/worst_samples.ts';
export type { Theme } from './svg_style.ts';
export { type TrainingCycleChartOptions, trainingCycleChart } from './training_cycle_chart.ts';
export { type VegaLite, vegaLiteChart } from './vega_lite_chart.ts';
