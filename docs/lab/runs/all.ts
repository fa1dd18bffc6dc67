/** The runs of all views, for the worker. */
import type { AnyView } from '../core/view.ts';
import { batchSizeRun } from './batch_size.ts';
import { beliefsRun } from './beliefs/index.ts';
import { digitsRun } from './digits.ts';
import { howManyEpochsRun } from './how_many_epochs.ts';
import { initializationRun } from './initialization.ts';
import { learningRateRun } from './learning_rate/index.ts';
import { oneEpochRun } from './one_epoch.ts';
import { oneIterationRun } from './one_iteration.ts';
import { playgroundRun } from './playground.ts';
import { thePlanRun } from './the_plan.ts';
import { timeMachineRun } from './time_machine/index.ts';
import { transferRun } from './transfer.ts';

export const runs: readonly AnyView[] = [
  oneIterationRun,
  oneEpochRun,
  timeMachineRun,
  howManyEpochsRun,
  batchSizeRun,
  learningRateRun,
  initializationRun,
  transferRun,
  digitsRun,
  beliefsRun,
  thePlanRun,
  playgroundRun,
];
