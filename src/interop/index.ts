/** Models of other systems: what `import ... from 'epochal/interop'` gives. */
import '../autograd/methods.ts';

export {
  compareModels,
  type Held,
  type ModelComparison,
  type TensorComparison,
} from './compare.ts';
export { type ExportOptions, exportModel } from './export_model.ts';
export type { ExportTraining, ModelWithExtras } from './exported.ts';
export { type ImportOptions, importModel } from './import_model.ts';
export type {
  ImportedModel,
  ImportedTraining,
  ImportFormat,
  ImportReport,
  Match,
} from './imported.ts';
