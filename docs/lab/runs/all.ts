/** The runs of all views, by the names of the views: each page loads its own only. */
import type { AnyView } from '../core/view.ts';

export const loaders: Readonly<Record<string, () => Promise<AnyView>>> = {
  one_iteration: async () => (await import('./one_iteration.ts')).oneIterationRun,
  one_epoch: async () => (await import('./one_epoch.ts')).oneEpochRun,
  time_machine: async () => (await import('./time_machine/index.ts')).timeMachineRun,
  how_many_epochs: async () => (await import('./how_many_epochs.ts')).howManyEpochsRun,
  batch_size: async () => (await import('./batch_size.ts')).batchSizeRun,
  learning_rate: async () => (await import('./learning_rate/index.ts')).learningRateRun,
  initialization: async () => (await import('./initialization.ts')).initializationRun,
  transfer: async () => (await import('./transfer.ts')).transferRun,
  digits: async () => (await import('./digits.ts')).digitsRun,
  beliefs: async () => (await import('./beliefs/index.ts')).beliefsRun,
  the_plan: async () => (await import('./the_plan.ts')).thePlanRun,
  playground: async () => (await import('./playground.ts')).playgroundRun,
  own_table: async () => (await import('./own_table.ts')).ownTableRun,
};

/** For those who go through all of them. */
export function allRuns(): Promise<AnyView[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}
