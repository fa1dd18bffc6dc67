/** Training runs for PyTorch's distributed engine. */
export { type ExchangeCost, type ExchangeOptions, exchangeCost } from './cost.ts';
export { type TrainingJob, trainingJob } from './job.ts';
export { type ExportPlan, planExport } from './plan.ts';
export type { ExportTrainingOptions } from './prepare.ts';
export { JOB_FILES, type TrainedJob, trainedOf } from './trained.ts';
