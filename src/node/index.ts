import '../autograd/methods.ts';

export {
  type ExchangeCost,
  type ExchangeOptions,
  type ExportPlan,
  type ExportTrainingOptions,
  exchangeCost,
  planExport,
  type TrainedJob,
} from '../torchrun/index.ts';
export { type LoadCheckpointOptions, loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
export { FileError } from './file_error.ts';
export type { AppendingFileSystem } from './growing_file.ts';
export { exportModelFile, importModelFile } from './interop.ts';
export {
  loadCsv,
  loadCsvWith,
  loadIdx,
  loadModel,
  loadNpy,
  loadNpz,
  loadSafetensors,
  readBytes,
} from './load.ts';
export {
  type EventFile,
  eventFile,
  type LogFile,
  type LogFileOptions,
  logFile,
} from './log_file.ts';
export {
  type SaveOptions,
  saveCsv,
  saveIdx,
  saveModel,
  saveNpy,
  saveNpz,
  saveSafetensors,
} from './save.ts';
export { exportTraining, importTraining } from './training_job.ts';
export {
  type WorkerObjective,
  type WorkerObjectiveOptions,
  workerObjective,
} from './worker_objective.ts';
export {
  type FileSystem,
  previousGeneration,
  type WriteOptions,
  writeFileAtomically,
} from './write_atomically.ts';
