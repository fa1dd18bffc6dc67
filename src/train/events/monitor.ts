/**
 * A number of a training run that is watched, by its name: `loss` is the training loss of an epoch,
 * `validation.loss` the loss of a validation, `validation.accuracy` the metric of that name.
 */
import { describe } from '../../errors/describe.ts';
import { OptionError } from '../../errors/errors.ts';
import { monitorHere } from '../../errors/foreign_names.ts';
import type { HistoryData, ValidationRecord } from '../history/history.ts';
import type { ResolvedTrainerOptions } from '../options.ts';
import type { TrainStartEvent } from './events.ts';

/** Which way is better. */
export type Goal = 'minimum' | 'maximum';

/** A watched number, and when it was measured. */
export interface Measurement {
  readonly value: number;
  /** Counted from 1; the epoch under way, if it was measured within one. */
  readonly epoch: number;
  /** Iterations completed by then, over the whole training run. */
  readonly iteration: number;
}

const PREFIX = 'validation.';
const LOSSES = ['loss', 'validation.loss', 'validation.trainingLoss'];

/** Whether the number is measured at validations; otherwise it is at the ends of epochs. */
export function isOfValidation(monitor: string): boolean {
  return monitor.startsWith(PREFIX);
}

/**
 * The goal for a monitored number: as asked, and the minimum for losses.
 * @throws OptionError for a name that no training has, and for a metric without a goal
 */
export function goalOf(where: string, monitor: string, goal: Goal | undefined): Goal {
  if (!LOSSES.includes(monitor) && !isOfValidation(monitor)) {
    throw new OptionError({
      where: `${where}.monitor`,
      expected: `${LOSSES.join(', ')}, or validation. and the name of a metric`,
      received: describe(monitor),
      remedy: `Write for example ${describe(monitorHere(monitor) ?? 'validation.loss')}.`,
    });
  }
  if (goal !== undefined) return goal;
  // The loss on a validation set with a name is `validation.noisy.loss`.
  if (LOSSES.includes(monitor) || monitor.endsWith('.loss')) return 'minimum';
  throw new OptionError({
    where: `${where}.goal`,
    expected: `"minimum" or "maximum" for ${monitor}`,
    received: 'nothing',
    remedy: 'Only for losses it is clear which way is better.',
  });
}

/**
 * What a training run measures, by the names that a monitor has for them.
 * @param sets the names of the validation sets; a single one has none
 */
export function monitorsOf(
  { metrics, evaluateTraining }: Pick<ResolvedTrainerOptions, 'metrics' | 'evaluateTraining'>,
  sets: readonly string[],
): string[] {
  if (sets.length === 0) return ['loss'];
  const names = Object.keys(metrics);
  return [
    ...LOSSES.slice(0, evaluateTraining ? 3 : 2),
    ...[...names, ...sets.filter((set) => set !== '').flatMap((set) => ofSet(set, names))].map(
      (name) => PREFIX + name,
    ),
  ];
}

const ofSet = (set: string, names: readonly string[]) =>
  ['loss', ...names].map((name) => `${set}.${name}`);

/**
 * For anyone who watches a number of a training run, when that begins.
 * @throws OptionError for a number that it will never measure
 */
export function checkMonitor(
  where: string,
  monitor: string,
  { monitors, plan }: Pick<TrainStartEvent, 'monitors' | 'plan'>,
): void {
  if (!isOfValidation(monitor)) return;
  if (plan.validations === 0) {
    throw new OptionError({
      where: `${where}.monitor`,
      expected: 'a number that this training measures: loss',
      received: `${monitor}, without a single validation in the plan`,
      remedy: 'Pass a validation set: fit({ train, validation }).',
    });
  }
  if (monitors !== undefined) checkMonitored(where, monitor, monitors);
}

/** @throws OptionError listing the numbers that there are */
export function checkMonitored(where: string, monitor: string, monitors: readonly string[]): void {
  if (monitors.includes(monitor)) return;
  throw new OptionError({
    where: `${where}.monitor`,
    expected: `one of ${monitors.join(', ')}`,
    received: describe(monitor),
    remedy:
      monitor === LOSSES[2]
        ? 'Pass evaluateTraining: true to the Trainer.'
        : 'Metrics are measured when they are passed to the Trainer: metrics: { accuracy }.',
  });
}

/**
 * The number of a validation that a monitor names.
 * @throws OptionError listing the numbers that the validation has
 */
export function monitoredValue(where: string, monitor: string, record: ValidationRecord): number {
  const known = validationNumbers(record);
  checkMonitored(where, monitor, ['loss', ...known.keys()]);
  return known.get(monitor) as number;
}

/** The numbers of a validation by the names that a monitor has for them. */
export function validationNumbers(record: ValidationRecord): Map<string, number> {
  const { loss, trainingLoss, metrics } = record;
  return new Map([
    ['validation.loss', loss],
    ...(trainingLoss === undefined
      ? []
      : [['validation.trainingLoss', trainingLoss] as [string, number]]),
    ...Object.entries(metrics).map(([name, value]): [string, number] => [PREFIX + name, value]),
  ]);
}

/**
 * Every measurement of a monitored number in a history, in order.
 * @throws OptionError for a number that the history does not have
 */
export function measurements(where: string, monitor: string, history: HistoryData): Measurement[] {
  if (!isOfValidation(monitor)) {
    return history.epochs.map(({ loss, epoch, iteration }) => ({ value: loss, epoch, iteration }));
  }
  return history.validations.map((record) => ({
    value: monitoredValue(where, monitor, record),
    epoch: record.epoch,
    iteration: record.iteration,
  }));
}
