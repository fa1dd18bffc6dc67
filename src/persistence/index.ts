import '../autograd/methods.ts';

export type { ReadOptions } from './bytes.ts';
export { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
export type { Missing, Rounded } from './csv/column.ts';
export type { ColumnOptions, CsvOptions } from './csv/options.ts';
export { type ReadCsv, type ReadCsvWith, readCsv, readCsvWith } from './csv/read.ts';
export type { ColumnReport, CsvReport } from './csv/report.ts';
export type {
  CategoricalColumn,
  CsvColumn,
  CsvSchema,
  NumericColumn,
} from './csv/schema.ts';
export { type CsvValues, writeCsv } from './csv/write.ts';
export { type IdxType, readIdx, writeIdx } from './idx.ts';
export type { ModelExtras, Task } from './model_description.ts';
export { type ModelFile, type NamedInputs, readModel, writeModel } from './model_file.ts';
export type { NamedTensors } from './named.ts';
export { readNpy, writeNpy } from './npy.ts';
export { type ReadNpz, type ReadNpzOptions, readNpz, writeNpz } from './npz.ts';
export { fromPyTorch, type PyTorchOptions, toPyTorch } from './pytorch.ts';
export {
  type ReadSafetensors,
  readSafetensors,
  type Safetensors,
  writeSafetensors,
} from './safetensors.ts';
export type { Deflate } from './zip_pack.ts';
export type { Inflate } from './zip_unpack.ts';
