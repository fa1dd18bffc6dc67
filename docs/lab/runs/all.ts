/** The runs of all views, for the worker. */
import type { AnyView } from '../core/view.ts';
import { batchSizeRun } from './batch_size.ts';
import { howManyEpochsRun } from './how_many_epochs.ts';
import { learningRateRun } from './learning_rate/index.ts';
import { oneEpochRun } from './one_epoch.ts';
import { oneIterationRun } from './one_iteration.ts';
import { thePlanRun } from './the_plan.ts';
import { timeMachineRun } from './time_machine/index.ts';

export const runs: readonly AnyView[] = [
  oneIterationRun,
  oneEpochRun,
  timeMachineRun,
  howManyEpochsRun,
  batchSizeRun,
  learningRateRun,
  thePlanRun,
];
