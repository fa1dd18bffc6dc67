export type { Advice, AdviceParts } from './advice.ts';
export {
  type Complaint,
  DataError,
  DtypeError,
  EpochalError,
  OptionError,
  ShapeError,
  StateError,
} from './errors.ts';
export { NonFiniteError } from './training.ts';
