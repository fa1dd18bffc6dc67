/** Learning rate and optimizers: what the page shows is what is run. */
import type { View } from '../../core/view.ts';
import { type LearningRateResult, learningRate, type Part } from '../../views/learning_rate.ts';
import { runNetwork } from './network.ts';
import { runRange } from './range.ts';
import { runSchedule } from './schedule.ts';
import { runSurface } from './surface.ts';

const PARTS = { range: runRange, surface: runSurface, network: runNetwork, schedule: runSchedule };

export const learningRateRun: View<LearningRateResult> = {
  ...learningRate,
  run: (values) => PARTS[values.part as Part](values),
};
