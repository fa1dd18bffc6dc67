import '../autograd/methods.ts';

export type { ReadOptions, ReadTensorOptions } from '../formats/bytes.ts';
export type { DateOrder } from '../formats/csv/dates.ts';
export { type CsvValues, writeCsv } from '../formats/csv/write.ts';
export { type IdxType, readIdx, writeIdx } from '../formats/idx.ts';
export type { NamedTensors } from '../formats/named.ts';
export { readNpy, writeNpy } from '../formats/numpy/npy.ts';
export { type ReadNpz, type ReadNpzOptions, readNpz, writeNpz } from '../formats/numpy/npz.ts';
export {
  type ReadSafetensors,
  readSafetensors,
  type Safetensors,
  writeSafetensors,
} from '../formats/safetensors/safetensors.ts';
export type { Deflate } from '../formats/zip/pack.ts';
export type { Inflate } from '../formats/zip/unpack.ts';
export { fromPyTorch, type PyTorchOptions, toPyTorch } from '../interop/pytorch/pytorch.ts';
export { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
export type { Missing, Rounded } from './csv/column.ts';
export type { ColumnOptions, CsvOptions } from './csv/options.ts';
export { type ReadCsv, readCsv } from './csv/read.ts';
export {
  type CsvWithOptions,
  type ReadCsvWith,
  readCsvWith,
  type WithSchema,
} from './csv/read_with.ts';
export type { ColumnReport, CsvReport } from './csv/report.ts';
export type {
  CategoricalColumn,
  CsvColumn,
  CsvSchema,
  DateColumn,
  NumericColumn,
  Unknown,
} from './csv/schema.ts';
export type { ModelExtras, Task } from './model/extras.ts';
export { readModel, writeModel } from './model_file.ts';
export {
  type NamedInputs,
  type Predictor,
  type PredictorOptions,
  predictor,
  type RawInputs,
} from './predictor.ts';
export type { RawRow } from './raw_rows.ts';
