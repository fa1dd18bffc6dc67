/** `epochal/charts`: training runs as text for a terminal, and as pictures. */
export { Tensor } from '../autograd/methods.ts';
export type { Scale } from './axis.ts';
export { confusionMatrixChart } from './confusion_matrix_chart.ts';
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
