/** The runs of all views, for the worker. */
import type { AnyView } from '../core/view.ts';
import { batchSizeRun } from './batch_size.ts';
import { oneEpochRun } from './one_epoch.ts';
import { oneIterationRun } from './one_iteration.ts';
import { thePlanRun } from './the_plan.ts';

export const runs: readonly AnyView[] = [oneIterationRun, oneEpochRun, thePlanRun, batchSizeRun];
