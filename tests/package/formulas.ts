/** What `program.ts` is to the core, for `epochal/symbolic`, with its optional peer installed. */
import { type Loss, type Schedule, Tensor, tensor } from 'epochal';
import { formulaActivation, formulaLoss, formulaSchedule } from 'epochal/symbolic';

const square = formulaActivation('x ^ 2');
const value: Tensor = square(tensor([3]));
const schedule: Schedule = formulaSchedule('0.5 ^ epoch');
const loss: Loss = formulaLoss('(prediction - target) ^ 2');
if (!(value instanceof Tensor) || loss.name === '') throw new Error('another Tensor class');
console.log(
  JSON.stringify({
    derivative: square.derivative,
    factor: schedule.factor(2, 3),
    value: value.item(),
  }),
);
