/** Training runs for PyTorch's distributed engine. */
export { type ExchangeCost, type ExchangeOptions, exchangeCost } from './cost.ts';
export { type ExportTrainingOptions, type TrainingJob, trainingJob } from './job.ts';
export { TRAINED_FILES, type TrainedJob, trainedOf } from './trained.ts';
