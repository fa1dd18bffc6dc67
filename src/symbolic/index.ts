/** `epochal/symbolic`: schedules, activations and losses as formulas. Needs mathjs: `npm install mathjs`. */
import { formulaActivation } from './activation.ts';
import { registerFormula } from './register.ts';

export { Tensor } from '../autograd/methods.ts';
export {
  type FormulaActivation,
  type FormulaActivationOptions,
  formulaActivation,
} from './activation.ts';
export { type FormulaLoss, type FormulaLossOptions, formulaLoss } from './loss.ts';
export {
  type FormulaSchedule,
  type FormulaScheduleOptions,
  formulaSchedule,
} from './schedule.ts';
export { derivative, tex } from './text.ts';

// Architectures with formulas in them can be read once this module has been loaded.
registerFormula(formulaActivation);
